package org.csoalliance.platform.mail;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.csoalliance.platform.text.PlainText;

/**
 * The queue that the dispatchers of all nodes share. Each method commits what it does, so that no
 * transaction is open while a mail server answers. A claimed row belongs to its node until the
 * lease ends; a node that dies in between sends those again whose state was not written yet, a
 * batch of a round at most, with the same Message-IDs.
 */
final class MailQueue {
  static final String CLAIM =
      "with due as materialized ("
          + "select id from outbox_mail where state = 'QUEUED' and next_attempt_at <= ?"
          + " and (leased_until is null or leased_until <= ?)"
          + " order by next_attempt_at, id limit ? for update skip locked)"
          + " update outbox_mail m set leased_until = ? from due where m.id = due.id"
          + " returning m.id, m.message_id, m.recipient, m.category, m.subject, m.body,"
          + " m.unsubscribe, m.attempts, m.created_at, m.leased_until, m.content_id,"
          + " m.attachment_name, m.attachment_type, m.attachment";

  /**
   * The index of due mails has the order. Where a hundred thousand were just queued, the database
   * knows it of a handful, and would sort all of them for each claim.
   */
  static final String IN_ORDER = "set local enable_sort = off";

  private static final String CONTENT = "select body, html from outbox_content where id = ?";

  /** A text that many mails share: it is fetched once for all that were claimed together. */
  private record Content(MailText body, MailText html) {}

  private final DataSource dataSource;

  MailQueue(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Takes up to so many due mails that no other node holds, oldest first. */
  List<OutboxMail> claim(Instant now, int most, Duration lease) throws SQLException {
    List<OutboxMail> mails = new ArrayList<>();
    Map<Long, Content> contents = new HashMap<>();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement plan = connection.createStatement();
          PreparedStatement claim = connection.prepareStatement(CLAIM)) {
        plan.execute(IN_ORDER);
        claim.setObject(1, utc(now));
        claim.setObject(2, utc(now));
        claim.setInt(3, most);
        claim.setObject(4, utc(now.plus(lease)));
        try (ResultSet row = claim.executeQuery()) {
          while (row.next()) {
            Content content = content(connection, row, contents);
            mails.add(
                new OutboxMail(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    content.body(),
                    row.getString(7),
                    content.html(),
                    attachment(row),
                    row.getInt(8),
                    row.getObject(9, OffsetDateTime.class).toInstant(),
                    row.getObject(10, OffsetDateTime.class).toInstant()));
          }
        }
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    mails.sort(Comparator.comparingLong(OutboxMail::id));
    return mails;
  }

  private static MailAttachment attachment(ResultSet row) throws SQLException {
    byte[] content = row.getBytes("attachment");
    return content == null
        ? null
        : new MailAttachment(
            row.getString("attachment_name"), row.getString("attachment_type"), content);
  }

  private static Content content(Connection connection, ResultSet row, Map<Long, Content> contents)
      throws SQLException {
    Long id = row.getObject("content_id", Long.class);
    if (id == null) {
      return new Content(MailText.of(row.getString("body")), null);
    }
    Content known = contents.get(id);
    if (known == null) {
      try (PreparedStatement select = connection.prepareStatement(CONTENT)) {
        select.setLong(1, id);
        try (ResultSet text = select.executeQuery()) {
          text.next();
          known = new Content(MailText.of(text.getString(1)), MailText.of(text.getString(2)));
        }
      }
      contents.put(id, known);
    }
    return known;
  }

  /** The server has them: never to be sent again, whoever holds the lease by now. */
  void sent(List<OutboxMail> mails, Instant now) throws SQLException {
    // "state = 'QUEUED'" would lead a database that knows nothing of a burst to walk all of it
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update outbox_mail set state = 'SENT', sent_at = ?, leased_until = null,"
                    + " last_error = null where id = any (?) and state not in ('SENT', 'DEAD')")) {
      update.setObject(1, utc(now));
      update.setArray(2, ids(connection, mails));
      update.executeUpdate();
    }
  }

  private static Array ids(Connection connection, List<OutboxMail> mails) throws SQLException {
    return connection.createArrayOf(
        "bigint", mails.stream().map(OutboxMail::id).sorted().toArray());
  }

  /**
   * The server did not take it: one attempt less is left.
   *
   * @param next when to try again; null: never, it is dead
   */
  void failed(OutboxMail mail, Instant next, String error) throws SQLException {
    update(
        "update outbox_mail set state = ?, next_attempt_at = coalesce(?, next_attempt_at),"
            + " attempts = attempts + 1, leased_until = null, last_error = ?"
            + " where id = ? and state = 'QUEUED' and leased_until = ?",
        next == null ? "DEAD" : "QUEUED",
        next == null ? null : utc(next),
        PlainText.line(error, 500),
        mail.id(),
        utc(mail.leasedUntil()));
  }

  /** Gives unsent mails back without counting an attempt. */
  void putBack(List<OutboxMail> mails) throws SQLException {
    if (mails.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update outbox_mail set leased_until = null"
                    + " where id = any (?) and state = 'QUEUED' and leased_until = ?")) {
      update.setArray(1, ids(connection, mails));
      update.setObject(2, utc(mails.get(0).leasedUntil()));
      update.executeUpdate();
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          update.setNull(i + 1, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
          update.setObject(i + 1, values[i]);
        }
      }
      update.executeUpdate();
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
