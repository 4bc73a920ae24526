package org.csoalliance.it.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The yardstick of the rush: a registration as plain SQL, a transaction for each. */
final class PlainRegistrations {
  private final String jdbc;
  private final long event;
  private final int seats;

  PlainRegistrations(String jdbc, long event, int seats) {
    this.jdbc = jdbc;
    this.event = event;
    this.seats = seats;
  }

  /** Registers these accounts over one connection, one after the other; how many. */
  Integer register(long from, long to) throws SQLException {
    try (Connection own = DriverManager.getConnection(jdbc);
        Statement statement = own.createStatement()) {
      own.setAutoCommit(false);
      for (long person = from; person < to; person++) {
        int taken;
        try (ResultSet row =
            statement.executeQuery(
                "select taken from event_quota where event_id = " + event + " for update")) {
          row.next();
          taken = row.getInt(1);
        }
        boolean seat = taken < seats;
        long id;
        try (ResultSet row =
            statement.executeQuery(
                "insert into registration (event_id, mode, account_id, by_id, name, mail, mail_key,"
                    + " state, joined_at, created_at, updated_at) select "
                    + event
                    + ", 'IN_PERSON', id, id, name, email, email_key, '"
                    + (seat ? "ACCEPTED" : "WAITLISTED")
                    + "', now(), now(), now() from account where id = "
                    + person
                    + " returning id")) {
          row.next();
          id = row.getLong(1);
        }
        if (seat) {
          statement.executeUpdate(
              "insert into registration_seat (registration_id, quota_id) values ("
                  + id
                  + ", "
                  + event
                  + ")");
        }
        statement.executeUpdate(
            "insert into registration_change (registration_id, at, what, actor_name) values ("
                + id
                + ", now(), 'REGISTERED', 'Bench')");
        statement.executeUpdate(
            "insert into outbox_mail (message_id, recipient, category, object_ref, subject, body,"
                + " state, next_attempt_at, created_at) values ('<plain-"
                + id
                + "@bench.example>', 'rush@bench.example', 'BENCH', 'bench-plain', 'Registered',"
                + " 'Registered', 'SENT', now(), now())");
        own.commit();
      }
      return Math.toIntExact(to - from);
    }
  }
}
