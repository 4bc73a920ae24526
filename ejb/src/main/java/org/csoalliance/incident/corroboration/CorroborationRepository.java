package org.csoalliance.incident.corroboration;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.incident.IncidentPart;
import org.csoalliance.membership.ShipSummary;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Answers of other companies in the database, and on the page of the incident. */
@Dependent
public class CorroborationRepository implements IncidentPart<Corroboration> {
  private static final String STANDING = "k.incident_id = i.id and k.state = 'STANDING'";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public CorroborationRepository() {}

  /** For tests. */
  public CorroborationRepository(EntityManager em) {
    this.em = em;
  }

  @Override
  public Class<Corroboration> type() {
    return Corroboration.class;
  }

  /** The public learns what the answers come to; who is bound by labels reads them. */
  @Override
  public SqlCondition column(Reader reader) {
    long company = reader.companyId() == null || !reader.is(Role.MEMBER) ? -1 : reader.companyId();
    List<Object> values = new ArrayList<>();
    String answers = "null";
    if (inside(reader)) {
      String ours = "k.company_id = ?";
      String known =
          reader.is(Role.EDITOR) ? "true" : "(k.company_shown or k.company_id = " + company + ")";
      String person = reader.is(Role.EDITOR) ? "true" : "k.company_id = " + company;
      answers =
          "(select jsonb_agg(jsonb_build_object('id', k.id, 'stance', k.stance, 'company', case when "
              + known
              + " then c.name end, 'person', case when "
              + person
              + " then k.account_name end, 'ship', case when "
              + known
              + " then nullif(k.ship_name, '') end, 'distance', k.distance_nm, 'seen', k.seen_at,"
              + " 'words', k.words, 'at', k.answered_at, 'ours', "
              + ours
              + ", 'decision', k.decision, 'by', k.decided_name, 'why', k.decided_reason)"
              + " order by k.answered_at, k.id) from incident_corroboration k join company c"
              + " on c.id = k.company_id where "
              + STANDING
              + ")";
      values.add(company);
    }
    return new SqlCondition(
        "select jsonb_build_object('company', i.company_id, 'saw', count(*) filter (where k.stance"
            + " = 'SAW'), 'differ', count(*) filter (where k.stance = 'DIFFERS'), 'answers', "
            + answers
            + ") from incident_corroboration k where "
            + STANDING
            + " and k.decision <> 'DECLINED' and k.company_id is distinct from i.company_id",
        values);
  }

  private static boolean inside(Reader reader) {
    return reader.is(Role.MEMBER)
        || reader.is(Role.EDITOR)
        || (reader.is(Role.PARTNER) && reader.agreement() != Agreement.NONE);
  }

  @Override
  public Corroboration read(JsonValue value, Seen seen) {
    JsonObject row = value.asJsonObject();
    Reader reader = seen.reader();
    Long company = JsonRows.number(row, "company");
    boolean peer =
        reader.is(Role.MEMBER)
            && !reader.readOnly()
            && !seen.reporter()
            && reader.companyId() != null
            && !reader.companyId().equals(company);
    return new Corroboration(
        Confidence.of(JsonRows.number(row, "saw"), JsonRows.number(row, "differ")),
        JsonRows.list(row.get("answers"), CorroborationRepository::answer),
        peer,
        reader.is(Role.EDITOR) && !seen.reporter());
  }

  private static Corroboration.Answer answer(JsonObject row) {
    String company = JsonRows.text(row, "company");
    return new Corroboration.Answer(
        JsonRows.number(row, "id"),
        Stance.valueOf(JsonRows.text(row, "stance")),
        company == null ? "A company of the alliance" : company,
        JsonRows.text(row, "person"),
        JsonRows.text(row, "ship"),
        JsonRows.decimal(row, "distance"),
        JsonRows.time(row, "seen"),
        JsonRows.text(row, "words"),
        JsonRows.time(row, "at"),
        JsonRows.flag(row, "ours"),
        Corroboration.Decision.valueOf(JsonRows.text(row, "decision")),
        JsonRows.text(row, "by"),
        JsonRows.text(row, "why"));
  }

  /**
   * An incident that is answered to.
   *
   * @param reporterMail where the reporter is told; null for nobody, and where the account ended
   */
  record Answered(
      long id,
      String reference,
      Tlp tlp,
      String title,
      Long companyId,
      Long reporterId,
      String reporterMail) {}

  /** The incident if the reader may see it, locked so that answers to it follow each other. */
  Optional<Answered> lock(String reference, Reader reader) {
    SqlCondition readable =
        SharingPolicy.mayRead(reader, "i", "i.status in ('CONFIRMED', 'DISPUTED')");
    List<Object> values = new ArrayList<>(List.of(reference));
    values.addAll(readable.parameters());
    return Rows.first(
        connection(),
        "select i.id, i.reference, i.tlp, i.title, i.company_id, i.reporter_id, (select a.email"
            + " from account a join account_right r on r.account_id = a.id"
            + " and r.role in ('MEMBER', 'PARTNER', 'EDITOR') where a.id = i.reporter_id limit 1)"
            + " as mail from incident i where i.reference = ? and "
            + readable.sql()
            + " for no key update of i",
        values,
        row ->
            new Answered(
                row.getLong("id"),
                row.getString("reference"),
                Tlp.valueOf(row.getString("tlp")),
                row.getString("title"),
                row.getObject("company_id", Long.class),
                row.getObject("reporter_id", Long.class),
                row.getString("mail")));
  }

  /** A made-up incident of the demonstration by its title. */
  Optional<Long> madeUp(String title) {
    return Rows.first(
        connection(),
        "select id from incident where title = ? and source = 'MEMBER' order by id limit 1",
        List.of(title),
        row -> row.getLong(1));
  }

  /** Ends the standing answer of the company, to make room for another. */
  void replace(long incidentId, long companyId, Instant now) {
    Rows.change(
        connection(),
        "update incident_corroboration set state = 'REPLACED', ended_at = ? where incident_id = ?"
            + " and company_id = ? and state = 'STANDING' and stance <> 'UPDATE'",
        now,
        incidentId,
        companyId);
  }

  /** Keeps an answer and tells its number. */
  long add(long incidentId, PeerAnswer answer, ShipSummary ship, Reader by, Instant now) {
    return Rows.first(
            connection(),
            "insert into incident_corroboration (incident_id, company_id, account_id, account_name,"
                + " stance, ship_imo, ship_name, distance_nm, seen_at, words, company_shown,"
                + " answered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            Arrays.asList(
                incidentId,
                by.companyId(),
                by.accountId(),
                by.name(),
                answer.stance(),
                ship == null ? null : ship.imo(),
                ship == null ? "" : ship.name(),
                answer.distanceNm(),
                answer.seenAt(),
                answer.words(),
                answer.companyShown(),
                now),
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** Withdraws a standing answer of the company; false when there is none such. */
  boolean withdraw(long incidentId, long id, long companyId, Instant now) {
    return Rows.change(
            connection(),
            "update incident_corroboration set state = 'WITHDRAWN', ended_at = ? where id = ?"
                + " and incident_id = ? and company_id = ? and state = 'STANDING'",
            now,
            id,
            incidentId,
            companyId)
        == 1;
  }

  /** Decides on a standing answer that is open; false when there is none such. */
  boolean decide(long incidentId, long id, boolean accept, String reason, Reader by, Instant now) {
    return Rows.change(
            connection(),
            "update incident_corroboration set decision = ?, decided_at = ?, decided_by = ?,"
                + " decided_name = ?, decided_reason = ? where id = ? and incident_id = ?"
                + " and state = 'STANDING' and decision = 'OPEN'",
            accept ? "ACCEPTED" : "DECLINED",
            now,
            by.accountId(),
            by.name(),
            reason,
            id,
            incidentId)
        == 1;
  }

  List<Map<String, Object>> held(long account) {
    return DataRepository.held(
        connection(),
        "select i.reference, k.stance, k.ship_imo, k.ship_name, k.distance_nm, k.seen_at, k.words,"
            + " k.company_shown, k.answered_at, k.state, k.decision, k.decided_reason"
            + " from incident_corroboration k join incident i on i.id = k.incident_id"
            + " where k.account_id = ? order by k.answered_at",
        List.of(account));
  }

  /** Answers stay without the person. */
  void erase(long account) {
    Rows.change(
        connection(),
        "update incident_corroboration set account_name = ? where account_id = ?",
        AccountErased.NAME,
        account);
    Rows.change(
        connection(),
        "update incident_corroboration set decided_name = ? where decided_by = ?",
        AccountErased.NAME,
        account);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
