package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.sql.Rows;

/** Who wants bulletins by mail, and which each of them got. */
@Dependent
public class SubscriberRepository {
  private static final int MOST_SOURCE = 30;
  private static final Duration SPAN = Duration.ofHours(1);

  private static final String HISTORY =
      "select v.title, b.slug, coalesce(m.recipient, '') as recipient, r.queued_at,"
          + " coalesce(m.state, 'FORGOTTEN') as state, m.sent_at from bulletin_recipient r"
          + " join bulletin_edition e on e.id = r.edition_id"
          + " join bulletin b on b.id = e.bulletin_id"
          + " join bulletin_version v on v.bulletin_id = b.id and v.number = e.number"
          + " left join outbox_mail m on m.message_id = r.message_id ";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public SubscriberRepository() {}

  /** For tests: works through the given entity manager. */
  public SubscriberRepository(EntityManager em) {
    this.em = em;
  }

  /** A subscriber of the public who is to be asked whether they want this. */
  record Pending(long id, String address) {}

  /**
   * Notes that an address asks for bulletins; the same statement whether it is known or not. One
   * that was asked before hears no more, and one that has stopped is asked again.
   */
  void ask(String address, String key, String source, Instant now) {
    Rows.change(
        connection(),
        "insert into news_subscriber (address, address_key, state, asked_at, changed_at, source)"
            + " select ?, ?, 'PENDING', ?, ?, ? where (select count(*) from news_subscriber n"
            + " where n.source = ? and n.asked_at > ?) < ?"
            + " on conflict (address_key) do update set"
            + " state = case when news_subscriber.state = 'STOPPED' then 'PENDING'"
            + " else news_subscriber.state end,"
            + " mailed_at = case when news_subscriber.state = 'STOPPED' then null"
            + " else news_subscriber.mailed_at end",
        List.of(address, key, now, now, source, source, now.minus(SPAN), MOST_SOURCE));
  }

  /** Some who are to be asked, locked; another node passes them over. */
  List<Pending> pending(int most) {
    return Rows.list(
        connection(),
        "select id, address from news_subscriber where state = 'PENDING' and mailed_at is null"
            + " and address is not null order by id limit ? for update skip locked",
        List.of(most),
        row -> new Pending(row.getLong(1), row.getString(2)));
  }

  /** They were asked. */
  void asked(long id, Instant now) {
    Rows.change(connection(), "update news_subscriber set mailed_at = ? where id = ?", now, id);
  }

  /**
   * Moves a subscriber of the public to another state.
   *
   * @param from the states it may come from
   * @return whether there is such a one, in one of those states or there already
   */
  boolean move(long id, String to, List<String> from, Instant now) {
    Rows.change(
        connection(),
        "update news_subscriber set state = ?, changed_at = ?, source = ''"
            + " where id = ? and account_id is null and state = any (?)",
        to,
        now,
        id,
        from);
    return state(id).filter(to::equals).isPresent();
  }

  /** The state of a subscriber of the public; empty when there is none. */
  Optional<String> state(long id) {
    return Rows.first(
        connection(),
        "select state from news_subscriber where id = ? and account_id is null",
        List.of(id),
        row -> row.getString(1));
  }

  /** Whether and how an account gets bulletins. */
  Optional<String> ofAccount(long account) {
    return Rows.first(
        connection(),
        "select s.state from news_subscriber s where s.account_id = ?",
        List.of(account),
        row -> row.getString(1));
  }

  /** An account gets bulletins from now on. */
  void start(long account, Instant now) {
    Rows.change(
        connection(),
        "insert into news_subscriber (account_id, state, asked_at, changed_at)"
            + " values (?, 'ACTIVE', ?, ?) on conflict (account_id)"
            + " do update set state = 'ACTIVE', changed_at = excluded.changed_at",
        account,
        now,
        now);
  }

  /** An account gets no bulletins from now on. */
  void stop(long account, Instant now) {
    Rows.change(
        connection(),
        "update news_subscriber set state = 'STOPPED', changed_at = ? where account_id = ?",
        now,
        account);
  }

  /** What was mailed to an account, the newest first; at most 50. */
  List<MailHistory> historyOf(long account) {
    return history(
        "join news_subscriber s on s.id = r.subscriber_id where s.account_id = ?", account);
  }

  /** What was mailed to an address, the newest first; at most 50. */
  List<MailHistory> historyOf(String address) {
    return history("where lower(m.recipient) = lower(?)", address);
  }

  /** The mails of a bulletin that were given up; at most 50. */
  List<MailHistory> givenUp(long bulletin) {
    return history("where e.bulletin_id = ? and m.state = 'DEAD'", bulletin);
  }

  private List<MailHistory> history(String where, Object value) {
    return Rows.list(
        connection(),
        HISTORY + where + " order by r.queued_at desc limit 50",
        List.of(value),
        row ->
            new MailHistory(
                row.getString("title"),
                row.getString("slug"),
                row.getString("recipient"),
                Rows.time(row, "queued_at"),
                row.getString("state"),
                Rows.time(row, "sent_at")));
  }

  /**
   * Suspends whoever's last two bulletins were both given up; how many.
   *
   * @param now UTC
   */
  int suspend(Instant now) {
    return Rows.change(
        connection(),
        "update news_subscriber s set state = 'SUSPENDED', changed_at = ? where s.state = 'ACTIVE'"
            + " and s.id in (select r.subscriber_id from outbox_mail m"
            + " join bulletin_recipient r on r.message_id = m.message_id"
            + " where m.state = 'DEAD' and m.category = 'BULLETIN')"
            + " and (select count(*) = 2 and bool_and(last.state = 'DEAD') from"
            + " (select m.state from bulletin_recipient r"
            + " join outbox_mail m on m.message_id = r.message_id"
            + " where r.subscriber_id = s.id and r.queued_at > s.changed_at"
            + " order by r.queued_at desc limit 2) last)",
        List.of(now));
  }

  /** Forgets addresses that never answered, and after a year that they were asked; how many. */
  int forget(Instant asked, Instant known) {
    return Rows.change(
            connection(),
            "update news_subscriber set address = null, source = '' where state = 'PENDING'"
                + " and address is not null and asked_at < ?",
            List.of(asked))
        + Rows.change(
            connection(),
            "delete from news_subscriber where state in ('PENDING', 'STOPPED') and asked_at < ?"
                + " and changed_at < ? and account_id is null",
            List.of(known, known));
  }

  /** What is held on a person, for the file of it. */
  List<Map<String, Object>> held(long account) {
    return DataRepository.held(
        connection(),
        "select s.state, s.asked_at, s.changed_at from news_subscriber s where s.account_id = ?",
        List.of(account));
  }

  /** Takes an account's subscription away. */
  void erase(long account) {
    Rows.change(connection(), "delete from news_subscriber where account_id = ?", account);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
