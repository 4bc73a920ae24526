package org.csoalliance.incident.indicator;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.incident.IncidentReadingSql;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.Rows;

/** Cyber incidents that told indicators, in the order of their last change. */
@Dependent
public class IndicatorRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public IndicatorRepository() {}

  /** For tests. */
  public IndicatorRepository(EntityManager em) {
    this.em = em;
  }

  private record Found(CyberIncident incident, Instant changed, long id) {}

  /**
   * Of an anonymous report the day of its change alone is known, so whoever asks for what changed
   * after a moment is handed those of that day again: better twice than not at all.
   */
  IndicatorService.Page page(
      Reader reader, boolean clearOnly, Instant after, IndicatorService.From from, int most) {
    SqlCondition readable = SharingPolicy.mayRead(reader, "i", IncidentReadingSql.PUBLISHED);
    List<Object> values = new ArrayList<>();
    values.add(from.changed());
    values.add(from.id());
    if (after != null) {
      values.add(after);
      values.add(after.truncatedTo(ChronoUnit.DAYS));
    }
    values.addAll(readable.parameters());
    values.add(most);
    List<Found> found =
        Rows.list(
            em.unwrap(Connection.class),
            "select "
                + IncidentReadingSql.COLUMNS
                + ", i.created_at, i.credibility, i.details -> 'indicators' as indicators"
                + " from incident i where i.kind = 'CYBER'"
                + " and jsonb_typeof(i.details -> 'indicators') = 'array'"
                + " and (i.changed_at, i.id) > (?, ?) and "
                + (after == null
                    ? ""
                    : "(i.changed_at > ? or (i.attribution = 'ANONYMOUS' and i.changed_at >= ?)) and ")
                + readable.sql()
                + (clearOnly ? " and i.tlp = 'CLEAR' and i.status <> 'REPORTED'" : "")
                + " order by i.changed_at, i.id limit ?",
            values,
            row -> read(row, reader, clearOnly));
    Found last = found.isEmpty() ? null : found.get(found.size() - 1);
    return new IndicatorService.Page(
        found.stream()
            .map(Found::incident)
            .filter(incident -> !incident.indicators().isEmpty())
            .toList(),
        found.size() < most ? null : new IndicatorService.From(last.changed(), last.id()));
  }

  private static Found read(ResultSet row, Reader reader, boolean clearOnly) throws SQLException {
    IncidentReadingSql.Seen seen = IncidentReadingSql.seen(row, reader);
    List<Indicator> shown =
        IndicatorJson.read(row.getString("indicators"), seen.shared().tlp()).stream()
            .filter(each -> SharingPolicy.mayRead(reader, marked(seen.shared(), each.tlp())))
            .filter(each -> !clearOnly || each.tlp() == Tlp.CLEAR)
            .toList();
    Instant reported = Rows.time(row, "created_at");
    boolean anonymous = seen.shared().attribution() == Attribution.ANONYMOUS;
    int credibility = row.getInt("credibility");
    CyberIncident incident =
        new CyberIncident(
            seen.summary(),
            anonymous ? reported.truncatedTo(ChronoUnit.DAYS) : reported,
            credibility == 0 ? null : (Integer) credibility,
            shown);
    return new Found(incident, seen.summary().updatedAt(), seen.summary().id());
  }

  private static Shared marked(Shared thing, Tlp tlp) {
    return new Shared(
        tlp,
        thing.published(),
        thing.companyId(),
        thing.reporterId(),
        thing.attribution(),
        thing.groups());
  }
}
