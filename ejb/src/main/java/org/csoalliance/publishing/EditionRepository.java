package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.platform.mail.BulkMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Bulletins on their way to subscribers. */
@Dependent
public class EditionRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EditionRepository() {}

  /** For tests: works through the given entity manager. */
  public EditionRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * An edition that is being queued, or whose time has come.
   *
   * @param begins whether its time has just come
   * @param editor whether who set the time is an editor still
   */
  record Open(long id, long bulletin, int number, long last, boolean begins, boolean editor) {}

  /** A subscriber as they stand at this moment. */
  record Subscriber(long id, String address, Reader reader) {}

  /** A new edition; nothing when the version has one. */
  void add(long bulletin, int number, Instant now) {
    Rows.change(
        connection(),
        "insert into bulletin_edition (bulletin_id, number, state, created_at)"
            + " values (?, ?, 'QUEUING', ?) on conflict do nothing",
        bulletin,
        number,
        now);
  }

  /** Stops the editions of a bulletin that wait or are still being queued. */
  void stop(long bulletin, Instant now) {
    Rows.change(
        connection(),
        "update bulletin_edition set state = 'STOPPED', done_at = ?"
            + " where bulletin_id = ? and state in ('WAITING', 'QUEUING')",
        now,
        bulletin);
  }

  /** Goes through the subscribers of the last edition again, for those who lost a waiting mail. */
  void reopen(long bulletin) {
    Rows.change(
        connection(),
        "delete from bulletin_recipient r using bulletin_edition e where e.bulletin_id = ?"
            + " and r.edition_id = e.id and not exists"
            + " (select 1 from outbox_mail m where m.message_id = r.message_id)",
        bulletin);
    Rows.change(
        connection(),
        "update bulletin_edition set state = 'QUEUING', last_subscriber = 0, done_at = null"
            + " where id = (select max(id) from bulletin_edition where bulletin_id = ?"
            + " and state <> 'WAITING')",
        bulletin);
  }

  /** The next edition to be queued, locked; another node passes it over. */
  Optional<Open> next(Instant now) {
    return Rows.first(
        connection(),
        "select e.id, e.bulletin_id, e.number, e.last_subscriber, e.state = 'WAITING',"
            + " exists (select 1 from account_reader r where r.account_id = e.by_id"
            + " and 'EDITOR' = any (string_to_array(r.roles, ' '))) from bulletin_edition e"
            + " where e.state = 'QUEUING' or e.state = 'WAITING' and e.send_at <= ?"
            + " order by e.id limit 1 for update of e skip locked",
        List.of(now),
        row ->
            new Open(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getLong(4),
                row.getBoolean(5),
                row.getBoolean(6)));
  }

  /**
   * The next subscribers, by their number. Who has stopped the list, or is no active account, is
   * not among them; an address that an account has comes by the account.
   */
  List<Subscriber> after(long last, int most) {
    return Rows.list(
        connection(),
        "select s.id, coalesce(a.email, s.address) as address, r.account_id, r.name, r.company_id,"
            + " r.roles, r.read_only, r.groups, r.agreement from"
            + " (select * from news_subscriber where id > ? and state = 'ACTIVE'"
            + " order by id limit ?) s"
            + " left join account a on a.id = s.account_id"
            + " left join account_reader r on r.account_id = s.account_id order by s.id",
        List.of(last, most),
        row -> {
          Long account = row.getObject("account_id", Long.class);
          Reader reader =
              account == null
                  ? Reader.VISITOR
                  : Reader.of(
                      account,
                      row.getString("name"),
                      row.getObject("company_id", Long.class),
                      row.getString("roles"),
                      row.getBoolean("read_only"),
                      row.getString("groups"),
                      row.getString("agreement"));
          return new Subscriber(row.getLong("id"), row.getString("address"), reader);
        });
  }

  /** Those of the subscribers who have stopped the list, or whose address an account gets it at. */
  Set<Long> left(List<Long> subscribers) {
    return new HashSet<>(
        Rows.list(
            connection(),
            "select s.id from news_subscriber s where s.id = any (cast(? as bigint[])) and ("
                + "exists (select 1 from mail_stop m where m.account_id = s.account_id"
                + " and m.list = 'BULLETIN')"
                + " or s.account_id is not null and not exists"
                + " (select 1 from account a where a.id = s.account_id and a.state = 'ACTIVE')"
                + " or s.account_id is null and exists (select 1 from account a"
                + " join news_subscriber o on o.account_id = a.id and o.state = 'ACTIVE'"
                + " where a.email_key = lower(s.address)))",
            List.of(BulletinSql.array(subscribers)),
            row -> row.getLong(1)));
  }

  /** The texts of an edition that are kept already, by what their readers see. */
  Map<String, Long> texts(long edition) {
    return Rows.list(
            connection(),
            "select seen, content_id from bulletin_edition_text where edition_id = ?",
            List.of(edition),
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Keeps which text readers of this sort get. */
  void keep(long edition, String seen, long content) {
    Rows.change(
        connection(),
        "insert into bulletin_edition_text (edition_id, seen, content_id) values (?, ?, ?)",
        edition,
        seen,
        content);
  }

  /** A subscriber and the mail for them. */
  record Addressed(long subscriber, BulkMail.To to) {}

  /** Notes who gets the edition; the subscribers who had not got it before. */
  Set<Long> note(long edition, List<Addressed> all, Instant now) {
    Set<Long> fresh = new HashSet<>();
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                "insert into bulletin_recipient (edition_id, subscriber_id, message_id, queued_at)"
                    + " select ?, t.id, t.message, ? from unnest(?::bigint[], ?::text[])"
                    + " as t (id, message) on conflict do nothing returning subscriber_id")) {
      insert.setLong(1, edition);
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      insert.setArray(
          3,
          connection().createArrayOf("bigint", all.stream().map(Addressed::subscriber).toArray()));
      insert.setArray(
          4,
          connection()
              .createArrayOf("text", all.stream().map(one -> one.to().messageId()).toArray()));
      try (java.sql.ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          fresh.add(row.getLong(1));
        }
      }
    } catch (SQLException failed) {
      throw new jakarta.persistence.PersistenceException(failed.getMessage(), failed);
    }
    return fresh;
  }

  /** Where a restart goes on. */
  void reached(long edition, long last) {
    Rows.change(
        connection(),
        "update bulletin_edition set last_subscriber = ? where id = ?",
        last,
        edition);
  }

  /** Everybody has it. */
  void done(long edition, Instant now) {
    Rows.change(
        connection(),
        "update bulletin_edition set state = 'DONE', done_at = ? where id = ?",
        now,
        edition);
  }

  /** The version that is read now, unless the bulletin is withdrawn. */
  Optional<BulletinSql.Row> current(long bulletin) {
    return BulletinSql.withSections(
            connection(),
            Rows.list(
                connection(),
                BulletinSql.SELECT
                    + "where b.id = ? and v.number = b.current_number and b.withdrawn_at is null",
                List.of(bulletin),
                BulletinSql::row))
        .stream()
        .findFirst();
  }

  /** The editions of a bulletin, the newest first. */
  List<Edition> of(long bulletin) {
    return Rows.list(
        connection(),
        "select e.id, e.number, e.state, e.created_at, e.done_at, e.send_at, e.zone, e.by_name,"
            + " e.held, count(r.message_id) as queued,"
            + " count(*) filter (where m.state = 'SENT') as sent,"
            + " count(*) filter (where m.state = 'QUEUED') as waiting,"
            + " count(*) filter (where m.state = 'DEAD') as dead from bulletin_edition e"
            + " left join bulletin_recipient r on r.edition_id = e.id"
            + " left join outbox_mail m on m.message_id = r.message_id"
            + " where e.bulletin_id = ? group by e.id order by e.id desc",
        List.of(bulletin),
        row ->
            new Edition(
                row.getLong("id"),
                row.getInt("number"),
                row.getString("state"),
                Rows.time(row, "created_at"),
                Rows.time(row, "done_at"),
                Rows.time(row, "send_at"),
                row.getString("zone"),
                row.getString("by_name"),
                row.getString("held"),
                row.getLong("queued"),
                row.getLong("sent"),
                row.getLong("waiting"),
                row.getLong("dead")));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
