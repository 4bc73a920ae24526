package org.csoalliance.contact;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.first;
import static org.csoalliance.platform.sql.Rows.list;
import static org.csoalliance.platform.sql.Rows.time;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.SignedLink;

/** Messages to the office and their threads. */
@Dependent
public class ContactRepository {
  private static final int SOURCE_LOCK = 2180;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ContactRepository() {}

  /** For tests. */
  public ContactRepository(EntityManager em) {
    this.em = em;
  }

  /** How much was written lately. */
  record Lately(long source, long account, long alike, long address) {}

  /** An officer who is told of a new message. */
  record Officer(long accountId, String email) {}

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** Signs the form and the links of threads. */
  SignedLink links() {
    return new SignedLink(
        list(
                connection(),
                "select secret from signing_key where purpose = ?",
                row -> row.getBytes(1),
                "mail")
            .get(0));
  }

  /** Lets messages from one network follow each other until commit, so that the count holds. */
  void lock(String source) {
    list(
        connection(),
        "select cast(pg_advisory_xact_lock(?, ?) as text)",
        row -> row.getString(1),
        SOURCE_LOCK,
        source.hashCode());
  }

  Lately lately(String source, Long account, byte[] likeness, String emailKey, Instant now) {
    return first(
            connection(),
            "select (select count(*) from contact_thread where source = ? and created_at > ?),"
                + " (select count(*) from contact_thread where account_id = cast(? as bigint)"
                + " and created_at > ?),"
                + " (select count(*) from contact_thread where likeness = ? and created_at > ?),"
                + " (select count(*) from contact_thread where email_key = ? and created_at > ?)",
            java.util.Arrays.asList(
                source,
                now.minus(ContactLimits.SPAN),
                account,
                now.minus(ContactLimits.SPAN),
                likeness,
                now.minus(ContactLimits.DAY),
                emailKey,
                now.minus(ContactLimits.DAY)),
            row -> new Lately(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .orElseThrow();
  }

  /** The thread that a form made; empty while it made none. */
  Optional<ContactThread> ofForm(String key) {
    return find("form_key = ?", key);
  }

  /**
   * Keeps a thread with its first message.
   *
   * @return empty when the form made one in the meantime
   */
  Optional<Long> add(
      NewContact made,
      String key,
      Reader by,
      String source,
      byte[] likeness,
      int year,
      Instant now) {
    Optional<Long> id =
        first(
            connection(),
            "insert into contact_thread (reference, form_key, topic, name, email, email_key,"
                + " subject, account_id, source, likeness, created_at, updated_at) values"
                + " ('MSG-' || ? || '-' || lpad(cast(nextval('contact_reference_seq') as text), 5,"
                + " '0'), ?, ?, ?, ?, lower(?), ?, cast(? as bigint), ?, ?, ?, ?)"
                + " on conflict (form_key) do nothing returning id",
            java.util.Arrays.asList(
                String.valueOf(year),
                key,
                made.topic(),
                made.name(),
                made.email(),
                made.email(),
                made.subject(),
                by.accountId(),
                source,
                likeness,
                now,
                now),
            row -> row.getLong(1));
    id.ifPresent(thread -> message(thread, false, by.accountId(), made.name(), made.body(), now));
    return id;
  }

  void message(long thread, boolean officer, Long author, String name, String body, Instant now) {
    change(
        connection(),
        "insert into contact_message (thread_id, at, officer, author_id, author_name, body)"
            + " values (?, ?, ?, cast(? as bigint), ?, ?)",
        thread,
        now,
        officer,
        author,
        name,
        body);
  }

  void state(long thread, ContactState state, ContactTopic topic, Instant now) {
    change(
        connection(),
        "update contact_thread set state = ?, topic = ?, updated_at = ? where id = ?",
        state,
        topic,
        now,
        thread);
  }

  /** A thread with its messages, locked until commit. */
  Optional<ContactThread> lock(long id) {
    change(connection(), "update contact_thread set state = state where id = ?", id);
    return find("id = ?", id);
  }

  Optional<ContactThread> ofReference(String reference) {
    return find("reference = ?", reference);
  }

  Optional<ContactThread> byId(long id) {
    return find("id = ?", id);
  }

  private Optional<ContactThread> find(String where, Object value) {
    return first(
            connection(),
            "select * from contact_thread where " + where,
            List.of(value),
            row -> thread(row, List.of()))
        .map(
            thread ->
                new ContactThread(
                    thread.id(),
                    thread.reference(),
                    thread.topic(),
                    thread.state(),
                    thread.name(),
                    thread.email(),
                    thread.subject(),
                    thread.createdAt(),
                    thread.updatedAt(),
                    messages(thread.id())));
  }

  private List<ContactMessage> messages(long thread) {
    return list(
        connection(),
        "select * from contact_message where thread_id = ? order by id",
        row ->
            new ContactMessage(
                time(row, "at"),
                row.getBoolean("officer"),
                row.getString("author_name"),
                row.getString("body")),
        thread);
  }

  /** Threads of the topics, those that wait first, the longest waiting first among them. */
  List<ContactThread> desk(
      Collection<ContactTopic> topics, ContactState state, int most, int after) {
    return list(
        connection(),
        "select * from contact_thread where topic = any (?) and (cast(? as text) is null"
            + " or state = ?) order by state = 'OPEN' desc,"
            + " case when state = 'OPEN' then updated_at end, updated_at desc, id limit ?"
            + " offset ?",
        row -> thread(row, List.of()),
        topics.stream().map(Enum::name).toList(),
        state,
        state,
        most,
        after);
  }

  private static ContactThread thread(ResultSet row, List<ContactMessage> messages)
      throws SQLException {
    return new ContactThread(
        row.getLong("id"),
        row.getString("reference"),
        ContactTopic.valueOf(row.getString("topic")),
        ContactState.valueOf(row.getString("state")),
        row.getString("name"),
        row.getString("email"),
        row.getString("subject"),
        time(row, "created_at"),
        time(row, "updated_at"),
        messages);
  }

  /** How many threads a topic got since then, and who holds the role that answers it. */
  long since(ContactTopic topic, Instant since) {
    return list(
            connection(),
            "select count(*) from contact_thread where topic = ? and created_at > ?",
            row -> row.getLong(1),
            topic,
            since)
        .get(0);
  }

  List<Officer> officers(Role role) {
    return list(
        connection(),
        "select a.id, a.email from account a join account_right r on r.account_id = a.id"
            + " where r.role = ? order by a.id",
        row -> new Officer(row.getLong(1), row.getString(2)),
        role);
  }

  /** What a person wrote to the office: signed in, or under the address of the account. */
  List<Map<String, Object>> held(long account) {
    return list(
        connection(),
        "select t.reference, t.topic, t.state, t.subject, m.at, m.officer, m.body"
            + " from contact_thread t join contact_message m on m.thread_id = t.id"
            + " where t.account_id = ? or t.email_key = (select email_key from account where id = ?)"
            + " order by m.id",
        row -> {
          Map<String, Object> held = new LinkedHashMap<>();
          for (String column : List.of("reference", "topic", "state", "subject", "at")) {
            held.put(column, row.getString(column));
          }
          held.put("from_the_office", row.getBoolean("officer"));
          held.put("text", row.getString("body"));
          return held;
        },
        account,
        account);
  }

  /** Deletes what an erased person wrote; what they wrote as an officer stays without the name. */
  void erase(AccountErased erased) {
    change(
        connection(),
        "delete from contact_thread where account_id = ? or email_key = ?",
        erased.accountId(),
        erased.emailKey());
    change(
        connection(),
        "update contact_message set author_id = null, author_name = ? where author_id = ?",
        AccountErased.NAME,
        erased.accountId());
  }

  int forget(Instant before) {
    return change(connection(), "delete from contact_thread where updated_at < ?", before);
  }

  int forgetSources(Instant before) {
    return change(
        connection(),
        "update contact_thread set source = null where source is not null and created_at < ?",
        before);
  }
}
