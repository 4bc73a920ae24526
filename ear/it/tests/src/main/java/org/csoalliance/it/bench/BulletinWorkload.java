package org.csoalliance.it.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.csoalliance.it.harness.Eventually;

/** A bulletin to everybody who wants it: from the noted edition to the last mail in the outbox. */
final class BulletinWorkload {
  private static final double MOST_SECONDS = 60;

  private final Connection connection;
  private final Results results;
  private final long subscribers;

  BulletinWorkload(Connection connection, Results results, long subscribers) {
    this.connection = connection;
    this.results = results;
    this.subscribers = subscribers;
  }

  void all() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into news_subscriber (address, address_key, state, asked_at, changed_at)"
              + " select 'reader' || n || '@bench.example', 'bench' || n, 'ACTIVE', now(), now()"
              + " from generate_series(1, "
              + subscribers
              + ") n on conflict do nothing");
      statement.execute(
          "delete from bulletin_edition e using bulletin b where b.id = e.bulletin_id"
              + " and b.current_number = e.number");
      long before = System.nanoTime();
      statement.execute(
          "insert into bulletin_edition (bulletin_id, number, state, created_at)"
              + " select id, current_number, 'QUEUING', now() from bulletin"
              + " where current_number is not null and withdrawn_at is null"
              + " order by published_at desc limit 1");
      Eventually.get(
          "the last mail of the edition",
          Duration.ofMinutes(10),
          () -> count("bulletin_edition where state = 'QUEUING'") == 0 ? Boolean.TRUE : null);
      double seconds = (System.nanoTime() - before) / 1e9;
      results.bound(subscribers + " mails of a bulletin queued", seconds, MOST_SECONDS, "s");
      if (count("outbox_mail where category = 'BULLETIN'") < subscribers) {
        throw new IllegalStateException("Not every subscriber has a mail");
      }
      statement.execute("delete from outbox_mail where category = 'BULLETIN'");
      statement.execute(
          "delete from bulletin_recipient r using news_subscriber s where s.id = r.subscriber_id"
              + " and s.address like '%@bench.example'");
      statement.execute("delete from news_subscriber where address like '%@bench.example'");
    }
  }

  private long count(String from) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
