package org.csoalliance.membership.join;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.membership.Capacity;

/** Links in mails, limits of mails, and what an application asks of accounts and ships. */
@Dependent
public class JoinRepository {
  private static final int EMAIL_LOCK = 0x1_301A;
  private static final int SOURCE_LOCK = 0x1_301B;
  private static final int SHIPS_AT_ONCE = 1000;

  /** The account of an address that served a company and serves none. */
  private static final String FORMER =
      "(select a.id from account a where a.email_key = ? and a.state = 'ACTIVE'"
          + " and a.company_id is null"
          + " and exists (select 1 from company_service s where s.account_id = a.id))";

  private ApplicationRepository applications;

  /** For CDI. */
  protected JoinRepository() {}

  /** Works through the statements of the given repository. */
  @Inject
  public JoinRepository(ApplicationRepository applications) {
    this.applications = applications;
  }

  /**
   * What is known of an address that asks to join.
   *
   * @param ofAddress mails that went to the address lately because somebody asked
   * @param ofSource mails that were asked for from the source lately
   * @param hasAccount whether an account has the address, ended or not
   * @param formerId the account, where its membership has ended and it may apply again; else null
   * @param applicationId the application that goes on under the address, null for none
   */
  record Asked(
      long ofAddress, long ofSource, boolean hasAccount, Long formerId, Long applicationId) {
    /** Whether a link opens an application. */
    boolean mayApply() {
      return !hasAccount || formerId != null;
    }
  }

  /** What a link opens. */
  record Link(Long applicationId, String email, String emailKey, Capacity role) {}

  /** A ship that a company of the alliance runs. */
  record KnownShip(String imo, String name) {}

  /** A question to vouch that can still be answered. */
  record OpenVoucher(long applicationId, String emailKey, long accountId, String memberName) {}

  /** A proof whose file is due to go. */
  record DueProof(long proofId, UUID fileId) {}

  /** Lets the requests for one address, and from one source, follow each other until commit. */
  void lock(String emailKey, String source) {
    for (int[] lock :
        new int[][] {{EMAIL_LOCK, emailKey.hashCode()}, {SOURCE_LOCK, source.hashCode()}}) {
      applications.select(
          "select cast(pg_advisory_xact_lock(?, ?) as text)",
          row -> row.getString(1),
          lock[0],
          lock[1]);
    }
  }

  Asked asked(String emailKey, String source, Instant since, Instant refusedSince) {
    return applications
        .select(
            "select (select count(*) from application_link where email_key = ? and created_at > ?"
                + " and source <> ''), (select count(*) from application_link where source = ?"
                + " and created_at > ?), exists (select 1 from account where email_key = ?), "
                + FORMER
                + ", (select id from application where email_key = ?"
                + " and state not in ('WITHDRAWN', 'APPROVED')"
                + " and (state <> 'REFUSED' or decided_at > ?) order by id desc limit 1)",
            row ->
                new Asked(
                    row.getLong(1),
                    row.getLong(2),
                    row.getBoolean(3),
                    row.getObject(4, Long.class),
                    row.getObject(5, Long.class)),
            emailKey,
            since,
            source,
            since,
            emailKey,
            emailKey,
            emailKey,
            refusedSince)
        .get(0);
  }

  /** The account of an address whose membership has ended, which may apply again. */
  Optional<Long> former(String emailKey) {
    return Optional.ofNullable(
        applications
            .select("select " + FORMER, row -> row.getObject(1, Long.class), emailKey)
            .get(0));
  }

  void addLink(
      byte[] codeHash,
      Long applicationId,
      String email,
      String emailKey,
      Capacity role,
      boolean opens,
      String source,
      Instant now,
      Instant until) {
    applications.update(
        "insert into application_link (code_hash, application_id, email, email_key, role, opens,"
            + " source, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        codeHash,
        applicationId,
        email,
        emailKey,
        role.name(),
        opens,
        source,
        now,
        until);
  }

  /** The live link of a code, its row locked, so that it begins one application alone. */
  Optional<Link> link(byte[] codeHash, Instant now) {
    return applications
        .select(
            "select application_id, email, email_key, role from application_link where code_hash = ?"
                + " and opens and expires_at > ? for update",
            row ->
                new Link(
                    row.getObject(1, Long.class),
                    row.getString(2),
                    row.getString(3),
                    Capacity.valueOf(row.getString(4))),
            codeHash,
            now)
        .stream()
        .findFirst();
  }

  /** All links that were sent to an address for no application yet open this one. */
  void linksOpen(String emailKey, long applicationId) {
    applications.update(
        "update application_link set application_id = ? where email_key = ? and opens"
            + " and application_id is null",
        applicationId,
        emailKey);
  }

  /** Those of the numbers that a company of the alliance runs, with their names. */
  Map<String, String> knownShips(List<String> imos) {
    Map<String, String> names = new HashMap<>();
    for (int from = 0; from < imos.size(); from += SHIPS_AT_ONCE) {
      List<String> some = imos.subList(from, Math.min(imos.size(), from + SHIPS_AT_ONCE));
      applications
          .select(
              "select imo, name from ship where imo = any (string_to_array(?, ' '))",
              row -> new KnownShip(row.getString(1), row.getString(2)),
              String.join(" ", some))
          .forEach(ship -> names.put(ship.imo(), ship.name()));
    }
    return names;
  }

  /** Puts these in the place of those who were named before. */
  void vouchers(long applicationId, List<String> emails, List<String> keys) {
    applications.update("delete from application_voucher where application_id = ?", applicationId);
    for (int i = 0; i < emails.size(); i++) {
      applications.update(
          "insert into application_voucher (application_id, email, email_key, position)"
              + " values (?, ?, ?, ?)",
          applicationId,
          emails.get(i),
          keys.get(i),
          i + 1);
    }
  }

  /** Notes for each who was named which member's account it is; not those of the applicant. */
  void findVouchers(long applicationId) {
    applications.update(
        "update application_voucher v set account_id = a.id from account a join account_right r"
            + " on r.account_id = a.id and r.role = 'MEMBER' where v.application_id = ?"
            + " and v.asked_at is null and a.email_key = v.email_key",
        applicationId);
  }

  /** Those who are members and were not asked yet. */
  List<String> unasked(long applicationId) {
    return new ArrayList<>(
        applications.select(
            "select email_key from application_voucher where application_id = ?"
                + " and account_id is not null and asked_at is null order by position",
            row -> row.getString(1),
            applicationId));
  }

  void asked(long applicationId, String emailKey, byte[] codeHash, Instant now) {
    applications.update(
        "update application_voucher set code_hash = ?, asked_at = ? where application_id = ?"
            + " and email_key = ?",
        codeHash,
        now,
        applicationId,
        emailKey);
  }

  /** The question behind a code that waits for its answer, its row locked. */
  Optional<OpenVoucher> openVoucher(byte[] codeHash, Instant askedSince) {
    return applications
        .select(
            "select v.application_id, v.email_key, v.account_id, m.name from application_voucher v"
                + " join account m on m.id = v.account_id join account_right r"
                + " on r.account_id = m.id and r.role = 'MEMBER' join application p"
                + " on p.id = v.application_id where v.code_hash = ? and v.answer is null"
                + " and v.asked_at > ? and p.state in ('SUBMITTED', 'CHECKED', 'MORE_ASKED',"
                + " 'APPEALED') for update of v",
            row ->
                new OpenVoucher(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)),
            codeHash,
            askedSince)
        .stream()
        .findFirst();
  }

  void answered(OpenVoucher voucher, Voucher.Answer answer, Instant now) {
    applications.update(
        "update application_voucher set answer = ?, answered_at = ?, code_hash = null"
            + " where application_id = ? and email_key = ?",
        answer.name(),
        now,
        voucher.applicationId(),
        voucher.emailKey());
  }

  /** Proofs whose time is over; rows that another node works on are passed over. */
  List<DueProof> dueProofs(Instant now) {
    return applications.select(
        "select p.id, p.file_id from application_proof p join application a"
            + " on a.id = p.application_id where a.purge_at <= ? and p.file_id is not null"
            + " order by p.id for update of p skip locked",
        row -> new DueProof(row.getLong(1), row.getObject(2, UUID.class)),
        now);
  }

  /** Files of drafts that were begun before and never sent. */
  List<DueProof> proofsOfDrafts(Instant begunBefore) {
    return applications.select(
        "select p.id, p.file_id from application_proof p join application a"
            + " on a.id = p.application_id where a.state = 'DRAFT' and a.created_at < ?"
            + " and p.file_id is not null order by p.id for update of p skip locked",
        row -> new DueProof(row.getLong(1), row.getObject(2, UUID.class)),
        begunBefore);
  }

  /** Drafts that were begun before, never sent, and hold no file. */
  int deleteDrafts(Instant begunBefore) {
    return applications.update(
        "delete from application a where a.state = 'DRAFT' and a.created_at < ? and not exists"
            + " (select 1 from application_proof p where p.application_id = a.id"
            + " and p.file_id is not null)",
        begunBefore);
  }

  /** Links that open nothing any longer and count for no limit. */
  int deleteLinks(Instant expiredBefore) {
    return applications.update("delete from application_link where expires_at < ?", expiredBefore);
  }
}
