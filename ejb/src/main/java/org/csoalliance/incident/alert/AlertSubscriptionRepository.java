package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;

/** The watches of one person. */
@Dependent
public class AlertSubscriptionRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AlertSubscriptionRepository() {}

  /** For tests. */
  public AlertSubscriptionRepository(EntityManager em) {
    this.em = em;
  }

  /** The person's watches, oldest first, each with the number of what the person could read. */
  List<Watch> of(Reader reader, Instant since) {
    SqlCondition readable =
        SharingPolicy.mayRead(reader, "i", "i.status in ('CONFIRMED', 'DISPUTED')");
    String sql =
        "select s.*, (select count(*) from incident i where i.status = 'CONFIRMED'"
            + " and i.occurred_at >= ? and "
            + WatersSql.matches("s", "i.latitude", "i.longitude", "i.kind")
            + " and "
            + readable.sql()
            + ") as lately from alert_subscription s where s.account_id = ? order by s.id";
    List<Object> values = new ArrayList<>();
    values.add(since.atOffset(ZoneOffset.UTC));
    values.addAll(readable.parameters());
    values.add(reader.accountId());
    return query(
        sql,
        values,
        row -> {
          List<Watch> watches = new ArrayList<>();
          while (row.next()) {
            watches.add(
                new Watch(
                    row.getLong("id"),
                    WatersSql.read(row),
                    row.getLong("lately"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()));
          }
          return watches;
        });
  }

  /** Waits until no other request of this person changes the watches. */
  void lock(long accountId) {
    query("select id from account where id = ? for update", List.of(accountId), ResultSet::next);
  }

  /** The number of the watch that the person has on these very waters, if any. */
  Optional<Long> same(long accountId, Waters waters) {
    Box box = waters.box();
    Circle circle = waters.circle();
    List<Object> values = new ArrayList<>(List.of(accountId, waters.name()));
    values.addAll(List.of(circle == null ? "BOX" : "CIRCLE", WatersSql.kinds(waters.kinds())));
    values.addAll(List.of(box.south(), box.west(), box.north(), box.east()));
    return query(
        "select id from alert_subscription where account_id = ? and name = ? and shape = ?"
            + " and kinds = ? and south = ? and west = ? and north = ? and east = ?",
        values,
        row -> row.next() ? Optional.of(row.getLong(1)) : Optional.empty());
  }

  /** How many watches the person has. */
  long count(long accountId) {
    return query(
        "select count(*) from alert_subscription where account_id = ?",
        List.of(accountId),
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  /** Keeps a watch and tells its number. */
  long add(long accountId, Waters waters, Instant now) {
    Circle circle = waters.circle();
    Box box = waters.box();
    List<Object> values = new ArrayList<>();
    values.add(accountId);
    values.add(waters.name());
    values.add(circle == null ? "BOX" : "CIRCLE");
    values.add(circle == null ? null : circle.centre().latitude());
    values.add(circle == null ? null : circle.centre().longitude());
    values.add(circle == null ? null : circle.radiusNm());
    values.addAll(List.of(box.south(), box.west(), box.north(), box.east()));
    values.add(WatersSql.kinds(waters.kinds()));
    values.add(now.atOffset(ZoneOffset.UTC));
    return query(
        "insert into alert_subscription (account_id, name, shape, latitude, longitude, radius_nm,"
            + " south, west, north, east, kinds, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
        values,
        row -> {
          row.next();
          return row.getLong(1);
        });
  }

  /** Takes a watch of this person away; empty when it is none of theirs. */
  Optional<Waters> remove(long accountId, long id) {
    return query(
        "delete from alert_subscription where id = ? and account_id = ? returning *",
        List.of(id, accountId),
        row -> row.next() ? Optional.of(WatersSql.read(row)) : Optional.empty());
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T query(String sql, List<Object> values, Reading<T> reading) {
    try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) == null) {
          statement.setNull(i + 1, Types.DOUBLE);
        } else {
          statement.setObject(i + 1, values.get(i));
        }
      }
      try (ResultSet row = statement.executeQuery()) {
        return reading.read(row);
      }
    } catch (SQLException failed) {
      throw new PersistenceException("The watches cannot be read or changed", failed);
    }
  }
}
