package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** The groups, the steps of the label, and what is kept back of an incident. */
@Dependent
public class IncidentSharingRepository implements IncidentPart<IncidentSharing> {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public IncidentSharingRepository() {}

  /** For tests. */
  public IncidentSharingRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public Class<IncidentSharing> type() {
    return IncidentSharing.class;
  }

  /**
   * A group is named to those who are in it and to whoever shared it; one that is not hidden to
   * editors and the own side as well. So nobody learns here that a hidden one exists.
   */
  @Override
  public SqlCondition column(Reader reader) {
    SqlCondition own = SharingPolicy.mayKnowReporter(reader, "i");
    boolean member = reader.is(Role.MEMBER);
    long account = reader.accountId() == null ? -1 : reader.accountId();
    SqlText sql =
        new SqlText()
            .add("select jsonb_build_object('attribution', i.attribution, 'blur', i.blur_nm,")
            .add(" 'flag', i.may_pass_flag, 'navy', i.may_pass_navy, 'imb', i.may_pass_imb,")
            .add(" 'company', i.company_id, 'latitude', i.exact_latitude,")
            .add(" 'longitude', i.exact_longitude, 'at', i.exact_occurred_at, 'changes',")
            .add(" (select jsonb_agg(jsonb_build_object('id', l.id, 'from', l.from_tlp, 'to',")
            .add(" l.to_tlp, 'state', l.state, 'reason', l.reason, 'at', coalesce(l.decided_at,")
            .add(" l.asked_at), 'by', l.asked_name, 'reporter', l.asked_by = i.reporter_id,")
            .add(" 'mine', l.asked_by = ?, 'decided', case when l.kind = 'EDITORS'", account)
            .add(" then l.decided_name end, 'why', l.decided_reason)")
            .add(" order by coalesce(l.decided_at, l.asked_at) desc, l.id desc)")
            .add(" from incident_label_change l where l.incident_id = i.id and (l.state = 'MADE'")
            .add(" or ")
            .add(own)
            .add(")), 'groups', (select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name,")
            .add(" 'at', s.shared_at) order by g.name, g.id) from incident_group s")
            .add(" join member_group g on g.id = s.group_id where s.incident_id = i.id")
            .add(" and s.revoked_at is null and (s.shared_by = ? or g.id", account);
    numbers(sql, member ? reader.groups() : Set.of())
        .add(" or (not g.hidden and ")
        .add(own)
        .add("))), 'choices', (select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name)")
        .add(" order by g.name, g.id) from member_group g where i.reporter_id = ?", account)
        .add(" and g.id <> all (i.shared_with) and g.id");
    numbers(sql, member ? reader.groups() : Set.of()).add("))");
    return new SqlCondition(sql.sql(), sql.parameters());
  }

  private static SqlText numbers(SqlText sql, Set<Long> groups) {
    return groups.isEmpty() ? sql.add(" in (null)") : sql.in(new TreeSet<>(groups));
  }

  @Override
  public IncidentSharing read(JsonValue value, Seen seen) {
    JsonObject row = value.asJsonObject();
    Attribution attribution = Attribution.valueOf(JsonRows.text(row, "attribution"));
    boolean anonymous = attribution == Attribution.ANONYMOUS;
    boolean names = seen.reader().is(Role.EDITOR) || seen.reporter() || (seen.own() && !anonymous);
    List<IncidentSharing.LabelChange> changes =
        new ArrayList<>(
            JsonRows.list(row.get("changes"), each -> change(each, seen, names, anonymous)));
    Optional<IncidentSharing.LabelChange> asked =
        changes.stream().filter(each -> each.state() == IncidentSharing.State.ASKED).findFirst();
    changes.removeIf(each -> each.state() == IncidentSharing.State.ASKED);
    Double latitude = JsonRows.decimal(row, "latitude");
    return new IncidentSharing(
        seen.own()
            ? new Disclosure(
                attribution,
                JsonRows.decimal(row, "blur"),
                JsonRows.flag(row, "flag"),
                JsonRows.flag(row, "navy"),
                JsonRows.flag(row, "imb"))
            : null,
        seen.own() && latitude != null
            ? new Position(latitude, JsonRows.decimal(row, "longitude"))
            : null,
        seen.own() ? JsonRows.time(row, "at") : null,
        JsonRows.list(row.get("groups"), IncidentSharingRepository::group),
        JsonRows.list(row.get("choices"), IncidentSharingRepository::group),
        changes,
        asked.orElse(null),
        rights(seen, JsonRows.number(row, "company")));
  }

  private static IncidentSharing.Rights rights(Seen seen, Long company) {
    Reader reader = seen.reader();
    if (seen.reporter() && isSource(reader, reader.accountId(), company)) {
      return IncidentSharing.Rights.SOURCE;
    }
    return reader.is(Role.EDITOR) ? IncidentSharing.Rights.EDITOR : IncidentSharing.Rights.NONE;
  }

  /** The reporter, while in the service of the company for which the report was made. */
  static boolean isSource(Reader reader, Long reporterId, Long companyId) {
    return reader.signedIn()
        && reader.accountId().equals(reporterId)
        && (companyId == null || companyId.equals(reader.companyId()));
  }

  private static IncidentSharing.Group group(JsonObject group) {
    return new IncidentSharing.Group(
        JsonRows.number(group, "id"), JsonRows.text(group, "name"), JsonRows.time(group, "at"));
  }

  private static IncidentSharing.LabelChange change(
      JsonObject row, Seen seen, boolean names, boolean anonymous) {
    boolean reporter = JsonRows.flag(row, "reporter");
    Instant at = JsonRows.time(row, "at");
    return new IncidentSharing.LabelChange(
        JsonRows.number(row, "id"),
        Tlp.valueOf(JsonRows.text(row, "from")),
        Tlp.valueOf(JsonRows.text(row, "to")),
        IncidentSharing.State.valueOf(JsonRows.text(row, "state")),
        JsonRows.text(row, "reason"),
        reporter && anonymous && !seen.own() ? at.truncatedTo(ChronoUnit.DAYS) : at,
        by(JsonRows.text(row, "by"), reporter, names, seen.reader()),
        JsonRows.flag(row, "mine"),
        JsonRows.text(row, "decided") == null
            ? null
            : by(JsonRows.text(row, "decided"), false, names, seen.reader()),
        JsonRows.text(row, "why"));
  }

  /** Members and partners see which editor it was; the public sees that one did. */
  private static String by(String name, boolean reporter, boolean names, Reader reader) {
    if (reporter) {
      return names ? name : "The reporter";
    }
    return names || reader.is(Role.MEMBER) || reader.is(Role.PARTNER) ? name : "An editor";
  }

  /** A widening that waits. */
  record Asked(long id, Tlp from, Tlp to, Long askedBy) {}

  /** The widening of the incident that waits for a second editor. */
  Optional<Asked> asked(long incidentId) {
    return Rows.first(
        connection(),
        "select id, from_tlp, to_tlp, asked_by from incident_label_change"
            + " where incident_id = ? and state = 'ASKED' for update",
        List.of(incidentId),
        row ->
            new Asked(
                row.getLong("id"),
                Tlp.valueOf(row.getString("from_tlp")),
                Tlp.valueOf(row.getString("to_tlp")),
                row.getObject("asked_by", Long.class)));
  }

  /** Keeps a change that counts at once, and overtakes the one that waits. */
  void made(long incidentId, Tlp from, Tlp to, String kind, String reason, Reader by, Instant now) {
    Rows.change(
        connection(),
        "update incident_label_change set state = 'OVERTAKEN', decided_at = ?"
            + " where incident_id = ? and state = 'ASKED'",
        now,
        incidentId);
    Rows.change(
        connection(),
        "insert into incident_label_change (incident_id, from_tlp, to_tlp, kind, state, reason,"
            + " asked_at, asked_by, asked_name, decided_at)"
            + " values (?, ?, ?, ?, 'MADE', ?, ?, ?, ?, ?)",
        Arrays.asList(incidentId, from, to, kind, reason, now, by.accountId(), by.name(), now));
  }

  /** Keeps the wish of an editor to widen. */
  void ask(long incidentId, Tlp from, Tlp to, String reason, Reader by, Instant now) {
    Rows.change(
        connection(),
        "insert into incident_label_change (incident_id, from_tlp, to_tlp, kind, state, reason,"
            + " asked_at, asked_by, asked_name) values (?, ?, ?, 'EDITORS', 'ASKED', ?, ?, ?, ?)",
        Arrays.asList(incidentId, from, to, reason, now, by.accountId(), by.name()));
  }

  /** Decides a wish. */
  void decide(long id, boolean made, String reason, Reader by, Instant now) {
    Rows.change(
        connection(),
        "update incident_label_change set state = ?, decided_at = ?, decided_by = ?,"
            + " decided_name = ?, decided_reason = ? where id = ? and state = 'ASKED'",
        Arrays.asList(made ? "MADE" : "REFUSED", now, by.accountId(), by.name(), reason, id));
  }

  /** The groups that the incident is shared with now. */
  Set<Long> groups(long incidentId) {
    return new TreeSet<>(
        Rows.list(
            connection(),
            "select group_id from incident_group where incident_id = ? and revoked_at is null",
            List.of(incidentId),
            row -> row.getLong(1)));
  }

  /** Shares with a group; false when it is shared already. */
  boolean share(long incidentId, long groupId, Reader by, Instant now) {
    return Rows.change(
            connection(),
            "insert into incident_group (incident_id, group_id, shared_at, shared_by)"
                + " values (?, ?, ?, ?)"
                + " on conflict (incident_id, group_id) where revoked_at is null do nothing",
            Arrays.asList(incidentId, groupId, now, by.accountId()))
        == 1;
  }

  /**
   * Takes it back from a group; false when it was not shared with it, or the person may not know of
   * it.
   */
  boolean revoke(long incidentId, long groupId, String reason, Reader by, Instant now) {
    SqlText sql =
        new SqlText()
            .add("update incident_group s set revoked_at = ?, revoked_by = ?,", now, by.accountId())
            .add(" reason = ? from member_group g where g.id = s.group_id", reason)
            .add(" and s.incident_id = ? and s.group_id = ?", incidentId, groupId)
            .add(" and s.revoked_at is null and (not g.hidden or s.shared_by = ?", by.accountId())
            .add(" or g.id");
    numbers(sql, by.groups()).add(")");
    return Rows.change(connection(), sql.sql(), sql.parameters()) == 1;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
