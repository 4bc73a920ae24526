package org.csoalliance.platform.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.sql.Rows;
import org.csoalliance.platform.text.PlainText;

/**
 * One text to thousands, in the transaction of the caller: the text stands once, and each row of
 * the outbox points at it. Where {@value #UNSUBSCRIBE} stands in it, each reader gets their own
 * link.
 */
@Dependent
public class BulkMail {
  /** Stands for the reader's own link that stops such mails. */
  public static final String UNSUBSCRIBE = "{unsubscribe}";

  /**
   * Somebody who gets it.
   *
   * @param accountId null: the address of no account
   * @param messageId as {@link #messageId} made it
   * @param unsubscribe the address that stops such mails by one click (RFC 8058)
   */
  public record To(String address, Long accountId, String messageId, String unsubscribe) {}

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  @Inject private Settings settings;

  /** Made by the container. */
  public BulkMail() {}

  /** For tests: writes through the given entity manager. */
  public BulkMail(EntityManager em) {
    this.em = em;
    this.settings = new Settings();
  }

  /** Keeps a text; its number. */
  public long keep(String body, String html, Instant now) {
    return Rows.first(
            connection(),
            "insert into outbox_content (body, html, created_at) values (?, ?, ?) returning id",
            List.of(MailBody.fit(body), html, now),
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** A new Message-ID. */
  public String messageId() {
    return "<" + UUID.randomUUID() + "@" + MailAddress.host(settings.mailFrom()) + ">";
  }

  /** Signs and reads the links in mails. */
  public SignedLink links() {
    return new MailListRepository(em).links();
  }

  /** The address that stops a list for an account. */
  public String unsubscribe(SignedLink links, long accountId, MailList list) {
    return settings.baseUrl()
        + "/unsubscribe?t="
        + links.of(UnsubscribeService.use(), UnsubscribeService.subject(accountId, list));
  }

  /** Queues the text for all of them by one statement. */
  public void queue(
      long content,
      String category,
      String objectRef,
      String subject,
      MailList list,
      List<To> to,
      Instant now) {
    if (to.isEmpty()) {
      return;
    }
    List<Long> accounts = new ArrayList<>();
    to.forEach(one -> accounts.add(one.accountId()));
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                "insert into outbox_mail (message_id, recipient, account_id, category, object_ref,"
                    + " subject, body, state, last_error, next_attempt_at, created_at, list,"
                    + " unsubscribe, content_id)"
                    + " select t.message_id, t.recipient, t.account_id, ?, ?, ?, '',"
                    + " case when t.sendable then 'QUEUED' else 'DEAD' end,"
                    + " case when t.sendable then null else 'This is no mail address' end,"
                    + " ?, ?, ?, t.unsubscribe, ?"
                    + " from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[])"
                    + " as t (message_id, recipient, account_id, unsubscribe, sendable)")) {
      insert.setString(1, PlainText.line(category, 40));
      insert.setString(2, PlainText.line(objectRef, 120));
      insert.setString(3, PlainText.line(subject, 300));
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      insert.setObject(5, now.atOffset(ZoneOffset.UTC));
      insert.setString(6, list.name());
      insert.setLong(7, content);
      insert.setArray(8, array("text", to.stream().map(To::messageId).toArray()));
      insert.setArray(
          9, array("text", to.stream().map(one -> PlainText.line(one.address(), 320)).toArray()));
      insert.setArray(10, array("bigint", accounts.toArray()));
      insert.setArray(11, array("text", to.stream().map(To::unsubscribe).toArray()));
      insert.setArray(
          12, array("boolean", to.stream().map(one -> MailAddress.valid(one.address())).toArray()));
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new PersistenceException("The mails could not be queued", failed);
    }
  }

  /** Forgets texts that no mail points at any longer; how many. */
  public int forget(Instant before) {
    return Rows.change(
        connection(),
        "delete from outbox_content c where c.created_at < ?"
            + " and not exists (select 1 from outbox_mail m where m.content_id = c.id)",
        List.of(before));
  }

  private java.sql.Array array(String type, Object[] values) throws SQLException {
    return connection().createArrayOf(type, values);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
