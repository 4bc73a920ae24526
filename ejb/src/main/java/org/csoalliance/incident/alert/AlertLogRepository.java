package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.Rows;

/** What became of alerts: for the one recipient, and in totals. */
@Dependent
public class AlertLogRepository {
  private static final String PUBLISHED = "i.status in ('CONFIRMED', 'DISPUTED')";

  private static final String COUNTS =
      " count(*) filter (where d.shown = 'QUEUED') as queued,"
          + " count(*) filter (where d.shown = 'SENT') as sent,"
          + " count(*) filter (where d.shown = 'FAILED') as failed,"
          + " count(*) filter (where d.shown = 'ACKNOWLEDGED') as acknowledged,"
          + " count(*) filter (where d.shown = 'STOPPED') as stopped";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AlertLogRepository() {}

  /** For tests. */
  public AlertLogRepository(EntityManager em) {
    this.em = em;
  }

  /** The newest alerts of the person that the person may read now. */
  List<SentAlert> of(Reader reader, int most) {
    SqlCondition readable = SharingPolicy.mayRead(reader, "i", PUBLISHED);
    List<Object> values = new ArrayList<>();
    values.add(reader.accountId());
    values.addAll(readable.parameters());
    values.add(most);
    return Rows.list(
        connection(),
        "select d.id, d.what, d.shown, d.queued_at, d.due_at, d.mailed_at, d.acknowledged_at,"
            + " coalesce(i.reference, f.reference) as reference, f.slug,"
            + " coalesce(i.title, v.title) as title,"
            + " coalesce(i.tlp, case v.audience when 'PUBLIC' then 'CLEAR' else v.tlp end) as tlp"
            + " from alert_delivery_shown d left join incident i on i.id = d.incident_id"
            + " left join first_response f on f.id = d.report_id"
            + " left join first_response_version v on v.report_id = f.id"
            + " and v.number = f.current_number"
            + " where d.account_id = ? and (d.incident_id is null or "
            + readable.sql()
            + ") order by d.id desc limit ?",
        values,
        AlertLogRepository::sent);
  }

  private static SentAlert sent(ResultSet row) throws SQLException {
    String tlp = row.getString("tlp");
    String slug = row.getString("slug");
    String reference = row.getString("reference");
    return new SentAlert(
        row.getLong("id"),
        AlertKind.valueOf(row.getString("what")),
        reference,
        address(reference, slug),
        row.getString("title"),
        tlp == null ? null : Tlp.valueOf(tlp),
        row.getString("shown"),
        Rows.time(row, "queued_at"),
        Rows.time(row, "due_at"),
        Rows.time(row, "mailed_at"),
        Rows.time(row, "acknowledged_at"));
  }

  private static String address(String reference, String slug) {
    if (slug != null) {
      return "/first-response/" + slug;
    }
    return reference == null ? null : "/incidents/" + reference;
  }

  /** The totals of the newest alerts. */
  List<AlertTotals> totals(int most) {
    return Rows.list(
        connection(),
        "select d.what, coalesce(i.reference, f.reference, 'TEST-' || d.test_id) as reference,"
            + " f.slug, d.test_id, min(d.queued_at) as at,"
            + COUNTS
            + " from alert_delivery_shown d left join incident i on i.id = d.incident_id"
            + " left join first_response f on f.id = d.report_id"
            + " where d.queued_at > now() - interval '12 months'"
            + " group by d.what, i.reference, f.reference, f.slug, d.test_id, d.queued_at"
            + " order by min(d.queued_at) desc limit "
            + most,
        AlertLogRepository::totals);
  }

  private static AlertTotals totals(ResultSet row) throws SQLException {
    boolean test = row.getObject("test_id") != null;
    return new AlertTotals(
        AlertKind.valueOf(row.getString("what")),
        row.getString("reference"),
        test ? null : address(row.getString("reference"), row.getString("slug")),
        Rows.time(row, "at"),
        row.getLong("queued"),
        row.getLong("sent"),
        row.getLong("failed"),
        row.getLong("acknowledged"),
        row.getLong("stopped"));
  }

  /** The tests there were, newest first. */
  List<AlertTest> tests(int most) {
    return Rows.list(
        connection(),
        "select t.id, t.started_at, t.started_name, t.note,"
            + COUNTS
            + " from alert_test t left join alert_delivery_shown d on d.test_id = t.id"
            + " group by t.id order by t.id desc limit "
            + most,
        AlertLogRepository::test);
  }

  private static AlertTest test(ResultSet row) throws SQLException {
    return new AlertTest(
        row.getLong("id"),
        Rows.time(row, "started_at"),
        row.getString("started_name"),
        row.getString("note"),
        new AlertTotals(
            AlertKind.TEST,
            "TEST-" + row.getLong("id"),
            null,
            Rows.time(row, "started_at"),
            row.getLong("queued"),
            row.getLong("sent"),
            row.getLong("failed"),
            row.getLong("acknowledged"),
            row.getLong("stopped")));
  }

  /** Who has not acknowledged a test, by name. */
  List<AlertTest.Silent> silent(long test) {
    return Rows.list(
        connection(),
        "select a.name, c.name as company, a.email, a.telephone, d.shown"
            + " from alert_delivery_shown d join account a on a.id = d.account_id"
            + " left join company c on c.id = a.company_id"
            + " where d.test_id = ? and d.acknowledged_at is null order by a.name, a.id",
        row ->
            new AlertTest.Silent(
                row.getString("name"),
                Rows.text(row, "company"),
                row.getString("email"),
                Rows.text(row, "telephone"),
                row.getString("shown")),
        test);
  }

  /** When the last test began. */
  Optional<Instant> lastTest() {
    return Rows.list(
            connection(),
            "select max(started_at) as at from alert_test having max(started_at) is not null",
            row -> Rows.time(row, "at"))
        .stream()
        .findFirst();
  }

  /** Waits until no other request starts a test. */
  void lockTests() {
    Rows.list(connection(), "select pg_advisory_xact_lock(?)", row -> true, 4_181_000_002L);
  }

  /** Notes that a test began, and tells its number. */
  long begin(Reader by, String note, Instant now) {
    return Rows.list(
            connection(),
            "insert into alert_test (started_at, started_by, started_name, note)"
                + " values (?, ?, ?, ?) returning id",
            row -> row.getLong(1),
            now,
            by.accountId(),
            by.name(),
            note)
        .get(0);
  }

  /** Removes what was queued before that day; for the rule of retention. */
  int forget(Instant before) {
    return Rows.change(
        connection(),
        "delete from alert_delivery where state <> 'QUEUED' and queued_at < ?",
        before);
  }

  /** Removes watches that were stopped before that day; for the rule of retention. */
  int forgetStopped(Instant before) {
    return Rows.change(connection(), "delete from alert_subscription where stopped_at < ?", before);
  }

  List<Map<String, Object>> heldHours(long account) {
    return DataRepository.held(
        connection(),
        "select zone, quiet_from::text, quiet_to::text, digest_at::text, digest_day, updated_at"
            + " from alert_hours where account_id = ?",
        List.of(account));
  }

  List<Map<String, Object>> heldAlerts(long account) {
    return DataRepository.held(
        connection(),
        "select d.what, i.reference, d.shown as state, d.queued_at, d.mailed_at, d.acknowledged_at"
            + " from alert_delivery_shown d left join incident i on i.id = d.incident_id"
            + " where d.account_id = ? order by d.id",
        List.of(account));
  }

  /** Leaves nothing of the person. */
  void erase(long account) {
    Rows.change(connection(), "delete from alert_delivery where account_id = ?", account);
    Rows.change(connection(), "delete from alert_hours where account_id = ?", account);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
