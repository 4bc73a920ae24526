package org.csoalliance.membership.data;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.sql.Rows;

/** What membership holds on a person, what is over of it, and what an erasure takes away. */
@Dependent
public class MemberDataRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public MemberDataRepository() {}

  /** For tests. */
  public MemberDataRepository(EntityManager em) {
    this.em = em;
  }

  /** Whom an erasure is about. */
  record Person(String email, String emailKey) {}

  /** The queries of the file that a person gets, each about one account. */
  private static final Map<String, String> HELD =
      Map.ofEntries(
          Map.entry(
              "account",
              "select a.id, a.email, a.name, a.telephone, c.name as company, a.state,"
                  + " a.created_at, a.attest_by, a.suspended_at, a.suspended_until,"
                  + " a.suspended_reason, (select string_agg(r.role, ' ') from account_role r"
                  + " where r.account_id = a.id) as roles from account a"
                  + " left join company c on c.id = a.company_id where a.id = ?"),
          Map.entry(
              "services",
              "select c.name as company, s.capacity, s.from_day, s.to_day, s.end_reason"
                  + " from company_service s join company c on c.id = s.company_id"
                  + " where s.account_id = ? order by s.from_day"),
          Map.entry(
              "ships",
              "select h.imo, h.name, ss.from_day, ss.to_day from service_ship ss"
                  + " join company_service s on s.id = ss.service_id join ship h on h.imo = ss.imo"
                  + " where s.account_id = ? order by h.imo"),
          Map.entry(
              "membership-history",
              "select at, kind, detail, by_name from membership_event where account_id = ?"
                  + " order by at, id"),
          Map.entry(
              "suspensions",
              "select from_at, to_at from account_suspension where account_id = ?"
                  + " order by from_at"),
          Map.entry(
              "reminders",
              "select attest_by, days_before, queued_at from attest_reminder"
                  + " where account_id = ? order by queued_at"),
          Map.entry(
              "ship-claims",
              "select imo, evidence, state, made_at, settled_at, reason from ship_claim"
                  + " where by_id = ? order by made_at"),
          Map.entry(
              "ship-claims-settled",
              "select imo, state, settled_at, reason from ship_claim where settled_id = ?"
                  + " order by settled_at"),
          Map.entry(
              "coverage-numbers",
              "select sector, band, ships, as_of, source, at from coverage_denominator"
                  + " where by_id = ? order by at"),
          Map.entry(
              "role-grants",
              "select kind, role, issuer, subject, state, asked_at, decided_at from role_grant"
                  + " where account_id = ? order by asked_at"),
          Map.entry(
              "sessions",
              "select started_at, last_seen_at, source, device, strong, ended_at"
                  + " from account_session where account_id = ? order by started_at"),
          Map.entry(
              "access-tokens",
              "select label, scopes, created_at, expires_at, revoked_at from access_token"
                  + " where account_id = ? order by created_at"),
          Map.entry(
              "passkeys",
              "select label, created_at, last_used_at from passkey where account_id = ?"
                  + " order by created_at"),
          Map.entry(
              "authenticator",
              "select made_at, confirmed_at from authenticator_app where account_id = ?"),
          Map.entry(
              "address-changes",
              "select old_email, new_email, made_at, confirmed_at, undone_at from email_change"
                  + " where account_id = ? order by made_at"),
          Map.entry(
              "identities",
              "select issuer, subject, linked_at, linked_by from account_identity"
                  + " where account_id = ? order by linked_at"),
          Map.entry("profile", "select * from member_profile where account_id = ?"),
          Map.entry(
              "groups",
              "select g.name, m.state, m.moderator, m.from_at, m.to_at, m.invited_mail, m.sentence,"
                  + " m.reason from group_member m join member_group g on g.id = m.group_id"
                  + " where m.account_id = ? order by m.from_at"),
          Map.entry(
              "applications",
              "select reference, email, name, telephone, role, company_name, company_imo,"
                  + " company_country, flag_states, sector, code_version, privacy_version,"
                  + " accepted_at, state, asked, reply, refusal, appeal, created_at, submitted_at,"
                  + " decided_at from application where account_id = ? order by created_at"),
          Map.entry(
              "application-ships",
              "select x.imo, x.name, x.type, x.flag from application_ship x join application a"
                  + " on a.id = x.application_id where a.account_id = ? order by x.position"),
          Map.entry(
              "application-proofs",
              "select p.kind, p.file_name, p.media_type, p.size, p.added_at, p.removed_at"
                  + " from application_proof p join application a on a.id = p.application_id"
                  + " where a.account_id = ? order by p.added_at"),
          Map.entry(
              "vouched-for",
              "select a.name, v.asked_at, v.answer, v.answered_at from application_voucher v"
                  + " join application a on a.id = v.application_id where v.account_id = ?"
                  + " order by v.asked_at"));

  /** The names of all sections, in the order of the file. */
  List<String> sections() {
    return HELD.keySet().stream().sorted().toList();
  }

  /** What is held in a section. */
  List<Map<String, Object>> held(String section, long account) {
    return DataRepository.held(connection(), HELD.get(section), List.of(account));
  }

  /** The account, locked; one that was erased before has no address of a person. */
  Person lock(long account) {
    return Rows.first(
            connection(),
            "select email, email_key from account where id = ? for update",
            List.of(account),
            row -> new Person(row.getString(1), row.getString(2)))
        .orElseThrow();
  }

  /** Whether the person is an administrator, also where the session withholds the role. */
  boolean administrates(long account) {
    return Rows.first(
            connection(),
            "select 1 from account_role where role = 'ADMINISTRATOR' and account_id = ?",
            List.of(account),
            row -> row.getInt(1))
        .isPresent();
  }

  /** Whether another person can administer; makes erasures of administrators follow each other. */
  boolean administratedWithout(long account) {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?) as text)",
        List.of(0x0A11_1A9C_E000_0052L),
        row -> row.getString(1));
    return Rows.first(
            connection(),
            "select 1 from account_right where role = 'ADMINISTRATOR' and account_id <> ?",
            List.of(account),
            row -> row.getInt(1))
        .isPresent();
  }

  /** Takes the person out of everything that membership keeps. */
  void erase(long account, String emailKey, String name) {
    String address = "erased-" + account + "@erased.invalid";
    change(
        "update account set name = ?, email = ?, email_key = ?, telephone = null,"
            + " company_id = null, password_hash = null, state = 'ENDED', suspended_reason = null,"
            + " session_stamp = session_stamp + 1, version = version + 1 where id = ?",
        name,
        address,
        address,
        account);
    change(
        "update service_ship set to_day = greatest(from_day, (now() at time zone 'UTC')::date)"
            + " where to_day is null and service_id in"
            + " (select id from company_service where account_id = ?)",
        account);
    change(
        "update company_service set to_day = greatest(from_day, (now() at time zone 'UTC')::date)"
            + " where to_day is null and account_id = ?",
        account);
    change("update company_service set end_reason = null where account_id = ?", account);
    change("update membership_event set detail = '' where account_id = ?", account);
    change("update membership_event set by_name = ? where by_id = ?", name, account);
    change("update ship_claim set by_name = ? where by_id = ?", name, account);
    change("update ship_claim set settled_name = ? where settled_id = ?", name, account);
    change("update coverage_denominator set by_name = ? where by_id = ?", name, account);
    change(
        "update coverage_denominator set withdrawn_name = ? where withdrawn_id = ?", name, account);
    for (String table :
        List.of(
            "account_role",
            "access_token",
            "attest_reminder",
            "account_session",
            "passkey",
            "recovery_code",
            "password_reset",
            "email_change",
            "account_identity",
            "role_grant",
            "activation",
            "group_member",
            "member_profile")) {
      change("delete from " + table + " where account_id = ?", account);
    }
    change("delete from group_member where lower(invited_mail) = ?", emailKey);
    List<UUID> secrets =
        Rows.list(
            connection(),
            "delete from authenticator_app where account_id = ? returning sealed_id",
            List.of(account),
            row -> row.getObject(1, UUID.class));
    secrets.forEach(file -> change("delete from sealed_file where id = ?", file));
    eraseApplications(account, emailKey, name, address);
  }

  private void eraseApplications(long account, String emailKey, String name, String address) {
    String mine = "(select id from application where account_id = ? or email_key = ?)";
    removeProofs("application_id in " + mine, account, emailKey);
    change(
        "update application_proof set file_name = '' where application_id in " + mine,
        account,
        emailKey);
    change("delete from application_voucher where application_id in " + mine, account, emailKey);
    change("delete from application_link where email_key = ?", emailKey);
    change(
        "update application_voucher set email = ?, email_key = ?, account_id = null"
            + " where account_id = ? or email_key = ?",
        address,
        address,
        account,
        emailKey);
    change(
        "update vetting_check set note = '', called_number = null where application_id in " + mine,
        account,
        emailKey);
    change("delete from vetting_note where application_id in " + mine, account, emailKey);
    for (String table : List.of("vetting_check", "vetting_note", "vetting_step")) {
      change("update " + table + " set by_name = ? where by_id = ?", name, account);
    }
    change(
        "update vetting_step set by_name = ? where by_id is null and application_id in " + mine,
        name,
        account,
        emailKey);
    change(
        "update application set email = ?, email_key = ?, name = ?, telephone = null, asked = null,"
            + " reply = null, refusal = null, appeal = null, account_id = null,"
            + " version = version + 1 where account_id = ? or email_key = ?",
        address,
        address,
        name,
        account,
        emailKey);
  }

  /** Deletes files of proofs and leaves the fact of the check. */
  private int removeProofs(String condition, Object... values) {
    List<UUID> files =
        Rows.list(
            connection(),
            "select file_id from application_proof where file_id is not null and " + condition,
            List.of(values),
            row -> row.getObject(1, UUID.class));
    for (UUID file : files) {
      change(
          "update application_proof set file_id = null, removed_at = now() where file_id = ?",
          file);
      change("delete from sealed_file where id = ?", file);
    }
    return files.size();
  }

  int forgetLinks(Instant before) {
    return change("delete from password_reset where expires_at < ?", before)
        + change("delete from activation where expires_at < ?", before);
  }

  int forgetAddressChanges(Instant before) {
    return change("delete from email_change where made_at < ?", before);
  }

  int forgetSessions(Instant before) {
    return change("delete from account_session where coalesce(ended_at, last_seen_at) < ?", before);
  }

  int forgetFailures(Instant before) {
    return change("delete from sign_in_failure where last_at < ?", before);
  }

  int forgetTokens(Instant before) {
    return change("delete from access_token where coalesce(revoked_at, expires_at) < ?", before);
  }

  int forgetGroups(Instant before) {
    return change("delete from group_member where to_at < ?", before);
  }

  int forgetInvitations(Instant before) {
    return change("delete from group_member where state = 'INVITED' and from_at < ?", before);
  }

  private int change(String sql, Object... values) {
    return Rows.change(connection(), sql, List.of(values));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
