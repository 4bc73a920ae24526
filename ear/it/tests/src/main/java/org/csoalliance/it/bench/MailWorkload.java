package org.csoalliance.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.run.RunningAlliance;

/**
 * A bulletin on its way out: from the outbox to a local sink. The yardstick is what the sink takes
 * from a bare client, before and after: the bytes of one of these mails again and again, to one
 * recipient each, with the same commands and as many connections, made ready before and kept open.
 */
final class MailWorkload {
  private static final long MAILS = Long.getLong("alliance.bench.mails", 100_000L);
  private static final int CONNECTIONS = 4; // as many as the dispatcher opens
  private static final double MOST_GROWN = 16;
  private static final String TEXT =
      "%s%n"
          .formatted("The month in four stories, each with its figures and its sources. ")
          .repeat(60);

  private final RunningAlliance run;
  private final Connection connection;
  private final Results results;

  MailWorkload(RunningAlliance run, Connection connection, Results results) {
    this.run = run;
    this.connection = connection;
    this.results = results;
  }

  void all() throws IOException, SQLException, InterruptedException {
    int port = run.mail().smtpPort();
    run.mail().close();
    MailSink sink = new MailSink(port); // until the end, so that later mails are taken too
    LiveHeap heap = new LiveHeap(run);
    ours(sink, Math.min(MAILS, 5_000), () -> {}); // warm
    byte[] mail = sink.sample();
    bare(sink, port, mail, 5_000);
    double before = bare(sink, port, mail, MAILS / 2);
    double[] live = new double[2];
    double rate =
        ours(
            sink,
            MAILS,
            () -> {
              await(sink, MAILS / 5);
              live[0] = live(heap);
              await(sink, MAILS * 4 / 5);
              live[1] = live(heap);
            });
    double after = bare(sink, port, mail, MAILS / 2);
    System.out.printf(
        "%d mails of %d bytes; the sink took %.0f and %.0f a second, heap %.1f and %.1f MB%n",
        MAILS, mail.length, before, after, live[0], live[1]);
    results.add(
        new Results.Line(
            "mails a second, the sink's own : sent by the outbox",
            (before + after) / 2,
            rate,
            2,
            "/s"));
    results.bound(
        MAILS + " mails sent: live heap, 4/5 against 1/5", live[1] - live[0], MOST_GROWN, "MB");
    results.bound(MAILS + " mails sent: states that are wrong", unsent(), 0, "");
    sql("delete from outbox_mail where category = 'BENCH'");
  }

  private double ours(MailSink sink, long mails, Runnable meanwhile) throws SQLException {
    sql("delete from outbox_mail where category = 'BENCH'", "vacuum analyze outbox_mail");
    sink.reset();
    queue(mails);
    meanwhile.run();
    await(sink, mails);
    double rate = sink.rate();
    Eventually.get(
        "the last state", Duration.ofSeconds(30), () -> unsent() == 0 ? Boolean.TRUE : null);
    return rate;
  }

  private static double bare(MailSink sink, int port, byte[] mail, long mails) {
    sink.reset();
    long each = mails / CONNECTIONS;
    CompletableFuture.allOf(
            IntStream.range(0, CONNECTIONS)
                .mapToObj(n -> CompletableFuture.runAsync(() -> feed(port, mail, each), THREADS))
                .toArray(CompletableFuture[]::new))
        .join();
    return sink.rate();
  }

  private static final java.util.concurrent.Executor THREADS =
      work -> new Thread(work, "bare client").start();

  private static void feed(int port, byte[] mail, long times) {
    try {
      MailSink.feed(port, mail, times);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static double live(LiveHeap heap) {
    try {
      return heap.live();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void await(MailSink sink, long mails) {
    Eventually.get(
        mails + " mails at the sink",
        Duration.ofMinutes(20),
        () -> sink.taken() >= mails ? Boolean.TRUE : null);
  }

  private void queue(long mails) throws SQLException {
    String html =
        "<html><body><p>" + TEXT.replace("\n", "</p>\n<p>").repeat(2) + "</p></body></html>";
    long content;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into outbox_content (body, html, created_at) values (?, ?, now())"
                + " returning id")) {
      insert.setString(1, TEXT + "{unsubscribe}");
      insert.setString(2, html + "{unsubscribe}");
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        content = row.getLong(1);
      }
    }
    sql(
        "insert into outbox_mail (message_id, recipient, category, subject, body, content_id,"
            + " unsubscribe, next_attempt_at, created_at) select '<' || gen_random_uuid() ||"
            + " '@bench.example>', 'reader' || n || '@bench.example', 'BENCH', 'The bulletin', '', "
            + content
            + ", 'https://bench.example/unsubscribe?t=' || n, now(), now() from"
            + " generate_series(1, "
            + mails
            + ") n");
  }

  private long unsent() {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from outbox_mail where category = 'BENCH' and state <> 'SENT'")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void sql(String... statements) throws SQLException {
    for (String each : statements) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(each);
      }
    }
  }
}
