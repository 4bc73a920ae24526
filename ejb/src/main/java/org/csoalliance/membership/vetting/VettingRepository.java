package org.csoalliance.membership.vetting;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.membership.ShipType;
import org.csoalliance.membership.join.Voucher;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** What officers do with applications, and what the alliance knows beside them. */
@Dependent
public class VettingRepository {
  private static final long LOCK = 0x0A11_1A9C_E000_0030L;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public VettingRepository() {}

  /** For tests. */
  public VettingRepository(EntityManager em) {
    this.em = em;
  }

  /** What is known of an application's person and company. */
  record Known(long id, boolean usable, String companyName, String companyDomain, int people) {}

  /**
   * The application, if this officer may see it.
   *
   * @return empty for an unknown reference and for one of the officer's own company alike
   */
  Optional<Known> visible(String reference, long officer, String sharedDomains) {
    return Rows.list(
            connection(),
            OwnCompanySql.ME
                + "select ap.id, x.password_hash is not null as usable, k.name as company_name,"
                + " k.mail_domain as company_domain, (select count(*) from company_service s"
                + " where s.company_id = k.id and s.to_day is null) as people"
                + " from application ap left join account x on x.id = ap.account_id"
                + " left join company k on k.imo_number = ap.company_imo where ap.reference = ? and"
                + OwnCompanySql.OF_OTHERS,
            row ->
                new Known(
                    row.getLong("id"),
                    row.getBoolean("usable"),
                    row.getString("company_name"),
                    row.getString("company_domain"),
                    row.getInt("people")),
            sharedDomains,
            officer,
            reference == null ? "" : reference)
        .stream()
        .findFirst();
  }

  /** The officers who neither checked nor refused the application. */
  List<Long> untouched(long application) {
    return Rows.list(
        connection(),
        "select r.account_id from account_right r where r.role = 'VETTING_OFFICER'"
            + " and r.account_id not in"
            + " (select by_id from vetting_check where application_id = ? union all"
            + " select by_id from vetting_step where application_id = ? and by_id is not null"
            + " and (kind = 'FIRST_CHECK' or outcome = 'REFUSED')) order by r.account_id",
        row -> row.getLong("account_id"),
        application,
        application);
  }

  /** The ships with what is known of each, as the applicant typed them. */
  List<VettingCase.Ship> ships(long application) {
    return Rows.list(
        connection(),
        "select s.imo, s.name, s.type, s.flag, h.name as known_name, c.name as held_by,"
            + " coalesce(c.imo_number <> ap.company_imo, c.id is not null) as contested"
            + " from application ap join application_ship s on s.application_id = ap.id"
            + " left join ship h on h.imo = s.imo left join company c on c.id = h.company_id"
            + " where ap.id = ? order by s.position",
        row ->
            new VettingCase.Ship(
                row.getString("imo"),
                row.getString("name"),
                ShipType.of(row.getString("type")).orElse(ShipType.OTHER),
                row.getString("flag"),
                row.getString("known_name"),
                row.getString("held_by"),
                row.getBoolean("contested")),
        application);
  }

  /** Those who were named to vouch, with who they are. */
  List<VettingCase.Vouch> vouchers(long application) {
    return Rows.list(
        connection(),
        "select v.email, x.name, c.name as company, coalesce(c.imo_number = ap.company_imo, false)"
            + " as same_company, v.answer, v.answered_at from application_voucher v"
            + " join application ap on ap.id = v.application_id"
            + " left join account x on x.id = v.account_id left join company c"
            + " on c.id = x.company_id where v.application_id = ? order by v.position",
        row ->
            new VettingCase.Vouch(
                row.getString("email"),
                row.getString("name"),
                row.getString("company"),
                row.getBoolean("same_company"),
                row.getString("answer") == null
                    ? null
                    : Voucher.Answer.valueOf(row.getString("answer")),
                Rows.time(row, "answered_at")),
        application);
  }

  /** Every check ever entered, the oldest first. */
  List<Check> checks(long application) {
    return Rows.list(
        connection(),
        "select * from vetting_check where application_id = ? order by id",
        row ->
            new Check(
                CheckItem.valueOf(row.getString("item")),
                CheckOutcome.valueOf(row.getString("outcome")),
                row.getString("note"),
                row.getString("called_number"),
                row.getString("number_source"),
                row.getLong("by_id"),
                row.getString("by_name"),
                Rows.time(row, "at")),
        application);
  }

  void addCheck(long application, CheckEntry entry, Reader by, Instant at) {
    boolean call = entry.item() == CheckItem.CALL_BACK;
    Rows.change(
        connection(),
        "insert into vetting_check (application_id, item, outcome, note, called_number,"
            + " number_source, by_id, by_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        application,
        entry.item(),
        entry.outcome(),
        entry.note(),
        call ? entry.number() : null,
        call ? entry.source() : null,
        by.accountId(),
        by.name(),
        at);
  }

  /** What officers noted for each other, the newest first. */
  List<VettingCase.Note> notes(long application) {
    return Rows.list(
        connection(),
        "select text, by_name, at from vetting_note where application_id = ? order by id desc",
        row ->
            new VettingCase.Note(
                row.getString("text"), row.getString("by_name"), Rows.time(row, "at")),
        application);
  }

  void addNote(long application, String text, Reader by, Instant at) {
    Rows.change(
        connection(),
        "insert into vetting_note (application_id, text, by_id, by_name, at)"
            + " values (?, ?, ?, ?, ?)",
        application,
        text,
        by.accountId(),
        by.name(),
        at);
  }

  /** Everything that was done, the oldest first. */
  List<VettingStep> steps(long application) {
    return Rows.list(
        connection(),
        "select kind, outcome, reason, by_id, by_name, at from vetting_step"
            + " where application_id = ? order by id",
        row ->
            new VettingStep(
                VettingStep.Kind.valueOf(row.getString("kind")),
                row.getString("outcome") == null
                    ? null
                    : VettingStep.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getObject("by_id", Long.class),
                row.getString("by_name"),
                Rows.time(row, "at")),
        application);
  }

  /** Writes a line of the history. */
  void addStep(
      long application,
      VettingStep.Kind kind,
      VettingStep.Outcome outcome,
      String reason,
      Reader by,
      Instant at) {
    Rows.change(
        connection(),
        "insert into vetting_step (application_id, kind, outcome, reason, by_id, by_name, at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        application,
        kind,
        outcome,
        reason,
        by.accountId(),
        by.name(),
        at);
  }

  /** An account with the address that is not the application's own. */
  boolean addressTaken(String emailKey, Long account) {
    return !Rows.list(
            connection(),
            "select 1 from account where email_key = ? and id <> ?",
            row -> 1,
            emailKey,
            account == null ? -1L : account)
        .isEmpty();
  }

  /** Whether the account can be given a membership: it is there and was not ended. */
  boolean active(long account) {
    return !Rows.list(
            connection(),
            "select 1 from account where id = ? and state = 'ACTIVE'",
            row -> 1,
            account)
        .isEmpty();
  }

  /** Lets one approval of all nodes pass at a time: two may bring the same company or ship. */
  void lockApprovals() {
    Rows.list(connection(), "select cast(pg_advisory_xact_lock(?) as text)", row -> 1, LOCK);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
