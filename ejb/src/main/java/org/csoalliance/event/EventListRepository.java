package org.csoalliance.event;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Reads events: one statement a list, one a page. */
@Dependent
public class EventListRepository {
  private static final String ROW =
      "e.id, e.slug, e.title, e.series, e.summary, e.city, e.starts_at, e.ends_at, e.zone, e.mode,"
          + " e.audience, e.status, e.sequence, e.updated_at, e.opens_at, e.closes_at,"
          + " e.waiting_list, e.tlp, q.capacity, q.taken";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EventListRepository() {}

  /** For tests. */
  public EventListRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * Where a page begins.
   *
   * @param startsAt of the last row of the page before
   * @param id of that row
   */
  record After(Instant startsAt, long id) {}

  /** At most so many rows behind the given one (null: from the start). */
  List<EventSummary> page(EventFilter filter, Reader reader, After after, int most) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder("select " + ROW + " from event e join event_quota q on q.event_id = e.id")
            .append(" and q.kind = 'EVENT' where ")
            .append(visible(reader, values))
            .append(" and not e.template");
    if (filter.from() != null) {
      sql.append(" and e.ends_at >= ?");
      values.add(filter.from());
    }
    if (filter.to() != null) {
      sql.append(" and e.starts_at < ?");
      values.add(filter.to());
    }
    if (filter.series() != null) {
      sql.append(" and e.series = ?");
      values.add(filter.series());
    }
    if (filter.city() != null) {
      sql.append(" and e.city = ?");
      values.add(filter.city());
    }
    if (filter.mode() != null) {
      sql.append(" and e.mode in (?, 'BOTH')");
      values.add(filter.mode());
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      sql.append(" and concat_ws(' ', e.title, e.series, e.summary, e.organisers, e.city) ilike ?");
      values.add(Rows.anywhere(filter.text()));
    }
    String sign = filter.newestFirst() ? "<" : ">";
    if (after != null) {
      sql.append(" and (e.starts_at, e.id) " + sign + " (?, ?)");
      values.add(after.startsAt());
      values.add(after.id());
    }
    String way = filter.newestFirst() ? " desc" : "";
    sql.append(" order by e.starts_at" + way + ", e.id" + way + " limit ?");
    values.add(most);
    return Rows.list(connection(), sql.toString(), values, EventListRepository::summary);
  }

  /** Every event at which the reader has a duty, the next first, then what is over. */
  List<OwnEvent> own(Reader reader, Instant now) {
    if (!EventAccess.mayHold(reader)) {
      return List.of();
    }
    return Rows.list(
        connection(),
        "select "
            + ROW
            + ", e.template, array(select d.duty from event_duty d where d.event_id = e.id and"
            + " d.account_id = ?) as duties, (select count(*) from registration r where r.event_id"
            + " = e.id and r.state = 'WAITLISTED') as waiting, (select count(*) from registration r"
            + " where r.event_id = e.id and r.state in ('REQUESTED', 'VETTING')) as undecided from"
            + " event e join event_quota q on q.event_id = e.id and q.kind = 'EVENT' where exists"
            + " (select from event_duty d where d.event_id = e.id and d.account_id = ?) order by"
            + " e.ends_at < ?, abs(extract(epoch from e.starts_at - ?)), e.id limit 500",
        List.of(reader.accountId(), reader.accountId(), now, now),
        row ->
            new OwnEvent(
                summary(row),
                row.getBoolean("template"),
                row.getInt("waiting"),
                row.getInt("undecided"),
                Arrays.stream((Object[]) row.getArray("duties").getArray())
                    .map(duty -> EventDuty.valueOf((String) duty))
                    .collect(Collectors.toSet())));
  }

  /** What the list can be narrowed by. */
  EventFacets facets(Reader reader, Instant now) {
    List<Object> values = new ArrayList<>();
    String visible = visible(reader, values);
    values.addAll(List.of(now, now, now));
    return Rows.first(
            connection(),
            "with seen as materialized (select e.starts_at, e.ends_at, e.zone, e.series, e.city"
                + " from event e where "
                + visible
                + " and not e.template)"
                + " select (select jsonb_agg(jsonb_build_object('year', y.year, 'count', y.count))"
                + " from (select cast(extract(year from starts_at at time zone zone) as int) as"
                + " year, count(*) as count from seen where ends_at < ? group by 1) y) as years,"
                + " (select jsonb_agg(jsonb_build_object('name', s.series) order by s.series) from"
                + " (select distinct series from seen where ends_at >= ? and series <> '') s) as"
                + " series, (select jsonb_agg(jsonb_build_object('name', c.city) order by c.city)"
                + " from (select distinct city from seen where ends_at >= ? and city <> '') c) as"
                + " cities",
            values,
            row -> {
              TreeMap<Integer, Integer> years = new TreeMap<>(Comparator.reverseOrder());
              JsonRows.list(JsonRows.value(row.getString("years")), year -> year)
                  .forEach(
                      year ->
                          years.put(
                              JsonRows.number(year, "year").intValue(),
                              JsonRows.number(year, "count").intValue()));
              return new EventFacets(
                  years, names(row.getString("series")), names(row.getString("cities")));
            })
        .orElseThrow();
  }

  private static List<String> names(String column) {
    return JsonRows.list(JsonRows.value(column), row -> JsonRows.text(row, "name"));
  }

  /** One event with what can be full, who waits, and what the reader has. */
  Optional<EventDetail> find(String slug, Reader reader, Instant now) {
    List<Object> values = new ArrayList<>();
    values.add(reader.accountId());
    String siblings = visible(reader, values, "o");
    values.add(now);
    values.add(reader.accountId());
    values.add(slug);
    String visible = visible(reader, values);
    return Rows.first(
        connection(),
        "select "
            + ROW
            + ", e.text, e.organisers, e.venue, e.venue_hidden, e.languages, e.rule, e.approval,"
            + " e.company_cap, e.cancel_until, e.offer_hours, e.status_reason,"
            + " e.version, exists (select from event_duty d where d.event_id = e.id and d.account_id ="
            + " ? and d.duty = 'ORGANISER') as organises, (select jsonb_agg(jsonb_build_object('id', o.id, 'kind',"
            + " o.kind, 'name', o.name, 'capacity', o.capacity, 'taken', o.taken) order by o.place,"
            + " o.id) from event_quota o where o.event_id = e.id) as quotas, (select count(*) from"
            + " registration w where w.event_id = e.id and w.state = 'WAITLISTED') as waiting, "
            + EventProgrammeRepository.columns(siblings)
            + ", (select jsonb_build_object('id', m.id, 'state', m.state, 'offer', m.offer_until,"
            + " 'ticket', m.ticket, 'position', "
            + LineSql.place("m")
            + ") from registration m where m.event_id = e.id and"
            + " m.account_id = ? order by m.state in ('CANCELLED', 'DECLINED'), m.id desc limit 1)"
            + " as mine from event e join event_quota q on q.event_id = e.id and q.kind = 'EVENT'"
            + " where e.slug = ? and "
            + visible,
        values,
        row -> detail(row, reader, now));
  }

  /**
   * No draft but those at which the reader has a duty, and nothing that is for members alone to
   * others.
   */
  private static String visible(Reader reader, List<Object> values) {
    return visible(reader, values, "e");
  }

  private static String visible(Reader reader, List<Object> values, String alias) {
    List<String> audiences =
        Arrays.stream(EventAudience.values())
            .filter(audience -> audience.seenBy(reader))
            .map(audience -> "'" + audience + "'")
            .toList();
    String seen =
        "(%1$s.status <> 'DRAFT' and %1$s.audience in (%2$s))"
            .formatted(alias, String.join(", ", audiences));
    if (!EventAccess.mayHold(reader)) {
      return seen;
    }
    values.add(reader.accountId());
    return "(%1$s or exists (select from event_duty d where d.event_id = %2$s.id and d.account_id = ?))"
        .formatted(seen, alias);
  }

  private static EventSummary summary(ResultSet row) throws SQLException {
    Integer capacity = row.getObject("capacity", Integer.class);
    return new EventSummary(
        row.getLong("id"),
        row.getString("slug"),
        row.getString("title"),
        row.getString("series"),
        row.getString("summary"),
        row.getString("city"),
        Rows.time(row, "starts_at"),
        Rows.time(row, "ends_at"),
        row.getString("zone"),
        AttendanceMode.valueOf(row.getString("mode")),
        EventAudience.valueOf(row.getString("audience")),
        EventStatus.valueOf(row.getString("status")),
        capacity,
        capacity == null ? null : (Integer) Math.max(0, capacity - row.getInt("taken")),
        row.getInt("sequence"),
        Rows.time(row, "updated_at"),
        Rows.time(row, "opens_at"),
        Rows.time(row, "closes_at"),
        row.getBoolean("waiting_list"),
        Tlp.valueOf(row.getString("tlp")));
  }

  private static EventDetail detail(ResultSet row, Reader reader, Instant now) throws SQLException {
    EventDetail.OwnRegistration mine = mine(JsonRows.value(row.getString("mine")));
    boolean organiser = EventAccess.mayHold(reader) && row.getBoolean("organises");
    boolean seat = mine != null && mine.seat();
    EventSummary summary = summary(row);
    boolean over = summary.status() == EventStatus.HELD || !now.isBefore(summary.endsAt());
    boolean venue = !row.getBoolean("venue_hidden") || organiser || seat;
    return new EventDetail(
        summary,
        row.getString("text"),
        row.getString("organisers"),
        venue ? row.getString("venue") : null,
        row.getBoolean("venue_hidden"),
        row.getString("languages"),
        RoomRule.valueOf(row.getString("rule")),
        row.getBoolean("approval"),
        row.getObject("company_cap", Integer.class),
        Rows.time(row, "cancel_until"),
        row.getInt("offer_hours"),
        row.getString("status_reason"),
        JsonRows.list(JsonRows.value(row.getString("quotas")), EventListRepository::quota),
        row.getInt("waiting"),
        mine,
        organiser,
        row.getInt("version"),
        EventProgrammeRepository.read(row, reader, seat, organiser, over));
  }

  private static EventQuota quota(JsonObject row) {
    Long capacity = JsonRows.number(row, "capacity");
    return new EventQuota(
        JsonRows.number(row, "id"),
        EventQuota.Kind.valueOf(JsonRows.text(row, "kind")),
        JsonRows.text(row, "name"),
        capacity == null ? null : (Integer) capacity.intValue(),
        JsonRows.number(row, "taken").intValue());
  }

  private static EventDetail.OwnRegistration mine(JsonValue value) {
    if (value == JsonValue.NULL) {
      return null;
    }
    JsonObject row = value.asJsonObject();
    String state = JsonRows.text(row, "state");
    boolean seat = List.of("ACCEPTED", "CONFIRMED", "ATTENDED", "NO_SHOW").contains(state);
    return new EventDetail.OwnRegistration(
        JsonRows.number(row, "id"),
        state,
        seat,
        JsonRows.time(row, "offer"),
        state.equals("WAITLISTED") ? (Integer) JsonRows.number(row, "position").intValue() : null,
        seat ? JsonRows.text(row, "ticket") : null);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
