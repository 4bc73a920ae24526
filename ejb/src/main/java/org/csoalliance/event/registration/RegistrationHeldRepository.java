package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.sql.Rows;

/** What the events hold on a person. */
@Dependent
public class RegistrationHeldRepository {
  private static final String THEIRS = "(r.account_id = ? or r.mail_key = ?)";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public RegistrationHeldRepository() {}

  /** For tests. */
  public RegistrationHeldRepository(EntityManager em) {
    this.em = em;
  }

  List<Map<String, Object>> registrations(long account) {
    return held(
        "select e.slug, e.title, e.starts_at, r.state, r.mode, r.name, r.mail, r.company,"
            + " r.joined_at, r.offer_until, r.price, r.currency, r.created_at, r.updated_at"
            + " from registration r join event e on e.id = r.event_id where r.account_id = ?"
            + " order by r.created_at",
        account);
  }

  List<Map<String, Object>> history(long account) {
    return held(
        "select e.slug, c.at, c.what, c.reason from registration_change c join registration r"
            + " on r.id = c.registration_id join event e on e.id = r.event_id"
            + " where r.account_id = ? order by c.at",
        account);
  }

  List<Map<String, Object>> handedOver(long account) {
    return held(
        "select e.slug, h.at, h.to_name from registration_handover h join registration r on r.id ="
            + " h.registration_id join event e on e.id = r.event_id where h.from_account = ?"
            + " order by h.at",
        account);
  }

  List<Map<String, Object>> answers(long account) {
    return held(
        "select e.slug, a.question, a.answer, a.answered_at from registration_answer a join"
            + " registration r on r.id = a.registration_id join event e on e.id = r.event_id"
            + " where r.account_id = ? order by e.slug, a.question",
        account);
  }

  /** Events that have not begun and in which the person has a seat, an offer or a place. */
  List<Long> open(long account, String mailKey) {
    return Rows.list(
        connection(),
        "select distinct r.event_id from registration r join event e on e.id = r.event_id where "
            + THEIRS
            + " and e.starts_at > now() and r.state not in ('CANCELLED', 'DECLINED') order by 1",
        List.of(account, mailKey),
        row -> row.getLong(1));
  }

  /** Gives the seats of these registrations back, and ends them. */
  void end(long event, long account, String mailKey) {
    change(
        "delete from registration_seat s using registration r where r.id = s.registration_id and"
            + " r.event_id = ? and "
            + THEIRS,
        event,
        account,
        mailKey);
    change(
        "update registration r set state = 'CANCELLED', offer_until = null where r.event_id = ?"
            + " and r.state not in ('CANCELLED', 'DECLINED') and "
            + THEIRS,
        event,
        account,
        mailKey);
  }

  /** Leaves the figures without the person; an invoice, which the law keeps, stays as it is. */
  void erase(long account, String mailKey) {
    change(
        "delete from sealed_file f using registration_answer a, registration r where f.id = a.file"
            + " and r.id = a.registration_id and "
            + THEIRS,
        account,
        mailKey);
    change(
        "delete from registration_answer a using registration r where r.id = a.registration_id and "
            + THEIRS,
        account,
        mailKey);
    change("delete from event_guest_link where mail_key = ?", mailKey);
    change("delete from registration_handover where from_account = ?", account);
    change(
        "update registration_handover h set to_name = '' from registration r where r.id ="
            + " h.registration_id and "
            + THEIRS,
        account,
        mailKey);
    change(
        "update registration r set name = ?, mail = '', mail_key = 'erased ' || r.id, company = '',"
            + " company_id = null, account_id = null where "
            + THEIRS,
        AccountErased.NAME,
        account,
        mailKey);
    change(
        "update registration_change set actor_name = ? where actor_id = ?",
        AccountErased.NAME,
        account);
  }

  private List<Map<String, Object>> held(String sql, long account) {
    return DataRepository.held(connection(), sql, List.of(account));
  }

  private void change(String sql, Object... values) {
    Rows.change(connection(), sql, List.of(values));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
