package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Tlp;

/** Whom an incident concerns: one statement matches it with every watch there is. */
@Dependent
public class AlertRepository {
  private static final String READER =
      " r.account_id, a.email, r.name as account_name, r.company_id, r.roles, r.read_only,"
          + " r.groups, r.agreement";

  private static final String OF_ACCOUNT =
      " join account_reader r on r.account_id = a.id and r.roles is not null";

  /** Only who may set a watch is mailed, even if the watch is older than the loss of the role. */
  private static final String ACTIVE =
      " a.state = 'ACTIVE' and exists (select 1 from account_right r where r.account_id = a.id"
          + " and r.role in ('MEMBER', 'PARTNER', 'EDITOR'))";

  private static final String MATCHES =
      "select"
          + READER
          + ", s.* from (select ?::float8 as lat, ?::float8 as lon, ?::text as kind) i"
          + " join alert_subscription s on "
          + WatersSql.matches("s", "i.lat", "i.lon", "i.kind")
          + " join account a on a.id = s.account_id and"
          + ACTIVE
          + OF_ACCOUNT
          + " order by a.id, s.id";

  private static final String ALERTED =
      "select"
          + READER
          + " from account a"
          + OF_ACCOUNT
          + " where"
          + ACTIVE
          + " and a.id in (select m.account_id from outbox_mail m"
          + " where m.category = ? and m.object_ref = ?) order by a.id";

  private static final String INCIDENT =
      "select i.*, (select c.reason from incident_status_change c where c.incident_id = i.id"
          + " and c.to_status = i.status order by c.at desc, c.id desc limit 1) as reason"
          + " from incident i where i.id = ?";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AlertRepository() {}

  /** For tests. */
  public AlertRepository(EntityManager em) {
    this.em = em;
  }

  /** The incident with the changes of this transaction. */
  Optional<AlertedIncident> incident(long id) {
    em.flush();
    return query(INCIDENT, row -> row.next() ? Optional.of(read(row)) : Optional.empty(), id);
  }

  /** Everybody with a watch on the place and the kind, each once; the reporter too. */
  List<Recipient> watching(Position place, IncidentKind kind) {
    return query(
        MATCHES, AlertRepository::recipients, place.latitude(), place.longitude(), kind.name());
  }

  /** Everybody who was mailed under the category about the object. */
  List<Recipient> mailed(String category, String objectRef) {
    return query(ALERTED, AlertRepository::recipients, category, objectRef);
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T query(String sql, Reading<T> reading, Object... values) {
    try (PreparedStatement select = em.unwrap(Connection.class).prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        return reading.read(row);
      }
    } catch (SQLException failed) {
      throw new PersistenceException("The recipients of an alert cannot be read", failed);
    }
  }

  private static List<Recipient> recipients(ResultSet row) throws SQLException {
    Map<Long, Recipient> found = new LinkedHashMap<>();
    boolean watches = row.getMetaData().getColumnCount() > 8;
    while (row.next()) {
      long account = row.getLong("account_id");
      Recipient recipient = found.get(account);
      if (recipient == null) {
        Reader reader =
            Reader.of(
                account,
                row.getString("account_name"),
                row.getObject("company_id", Long.class),
                row.getString("roles"),
                row.getBoolean("read_only"),
                row.getString("groups"),
                row.getString("agreement"));
        recipient = new Recipient(reader, row.getString("email"), new ArrayList<>());
        found.put(account, recipient);
      }
      if (watches) {
        recipient.watches().add(WatersSql.read(row));
      }
    }
    return List.copyOf(found.values());
  }

  private static AlertedIncident read(ResultSet row) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    return new AlertedIncident(
        row.getLong("id"),
        row.getString("reference"),
        IncidentKind.valueOf(row.getString("kind")),
        IncidentStatus.valueOf(row.getString("status")),
        row.getObject("severity", Integer.class),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        OccurredPrecision.valueOf(row.getString("occurred_precision")),
        row.getObject("utc_offset_minutes", Integer.class),
        latitude == null ? null : new Position(latitude, row.getDouble("longitude")),
        row.getString("area"),
        Tlp.valueOf(row.getString("tlp")),
        row.getString("title"),
        row.getString("text"),
        row.getString("persons_harmed"),
        row.getString("harm_note"),
        row.getString("ship_name"),
        row.getString("ship_imo"),
        row.getBoolean("ship_shown"),
        IncidentSource.valueOf(row.getString("source")),
        row.getString("source_reference"),
        row.getObject("reporter_id", Long.class),
        row.getObject("company_id", Long.class),
        Attribution.valueOf(row.getString("attribution")),
        Set.of((Long[]) row.getArray("shared_with").getArray()),
        row.getDouble("blur_nm"),
        row.getString("reason"));
  }
}
