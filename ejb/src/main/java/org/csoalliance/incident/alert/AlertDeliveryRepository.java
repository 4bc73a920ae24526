package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.csoalliance.platform.sql.Rows;

/** What became of each alert for each person, from the queue to the answer. */
@Dependent
public class AlertDeliveryRepository {
  /** So many alerts are turned into mails in one transaction. */
  static final int BATCH = 400;

  private static final int CHUNK = 10_000;

  /** One node at a time turns alerts into mails, so that a digest is never parted in two. */
  private static final long LOCK = 4_181_000_001L;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AlertDeliveryRepository() {}

  /** For tests. */
  public AlertDeliveryRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * What an alert is about: one of the three.
   *
   * @param incident a number, else null
   * @param report a number, else null
   * @param test a number, else null
   */
  record About(Long incident, Long report, Long test) {}

  /** Queues the alert for all of them; thousands are a few statements. */
  void queue(AlertKind what, About about, List<Candidate> people, boolean urgent, Instant now) {
    for (int from = 0; from < people.size(); from += CHUNK) {
      List<Candidate> chunk = people.subList(from, Math.min(from + CHUNK, people.size()));
      List<String> accounts = new ArrayList<>(chunk.size());
      List<String> watches = new ArrayList<>(chunk.size());
      List<String> digests = new ArrayList<>(chunk.size());
      List<String> due = new ArrayList<>(chunk.size());
      for (Candidate each : chunk) {
        accounts.add(String.valueOf(each.reader().accountId()));
        watches.add(
            each.watches().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{", "}")));
        digests.add(String.valueOf(!urgent && each.delivery() != Delivery.NOW));
        due.add(each.hours().due(each.delivery(), urgent, now).toString());
      }
      Rows.change(
          connection(),
          "insert into alert_delivery (account_id, what, incident_id, report_id, test_id, watches,"
              + " urgent, digest, queued_at, due_at) select u.account::bigint, ?, ?::bigint,"
              + " ?::bigint, ?::bigint, u.watches::bigint[], ?, u.digest::boolean, ?,"
              + " u.due::timestamptz from unnest(?::text[], ?::text[], ?::text[], ?::text[])"
              + " u (account, watches, digest, due)",
          java.util.Arrays.asList(
              what,
              about.incident(),
              about.report(),
              about.test(),
              urgent,
              now,
              accounts,
              watches,
              digests,
              due));
    }
  }

  /**
   * An alert that is due.
   *
   * @param about what it tells of
   */
  record Due(
      long id, long account, AlertKind what, About about, List<Long> watches, boolean digest) {}

  /**
   * What is due, danger to life first; all that is due of a digest comes together. Empty also while
   * another node works.
   */
  List<Due> due(Instant now) {
    boolean mine =
        Rows.list(
                connection(), "select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
            .get(0);
    if (!mine) {
      return List.of();
    }
    String columns =
        "select id, account_id, what, incident_id, report_id, test_id, watches, digest"
            + " from alert_delivery where state = 'QUEUED' and due_at <= ?";
    List<Due> some =
        Rows.list(
            connection(),
            columns + " order by urgent desc, due_at, id limit " + BATCH,
            AlertDeliveryRepository::due,
            now);
    List<Long> digests = some.stream().filter(Due::digest).map(Due::account).toList();
    if (digests.isEmpty()) {
      return some;
    }
    List<Due> all = new ArrayList<>(some.stream().filter(each -> !each.digest()).toList());
    all.addAll(
        Rows.list(
            connection(),
            columns + " and digest and account_id = any (?::text[]::bigint[]) order by id",
            List.of(now, AlertRepository.texts(digests)),
            AlertDeliveryRepository::due));
    return all;
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getLong("id"),
        row.getLong("account_id"),
        AlertKind.valueOf(row.getString("what")),
        new About(
            row.getObject("incident_id", Long.class),
            row.getObject("report_id", Long.class),
            row.getObject("test_id", Long.class)),
        List.of((Long[]) row.getArray("watches").getArray()),
        row.getBoolean("digest"));
  }

  /** The alerts are in the outbox as one mail. */
  void mailed(Collection<Long> ids, UUID batch, String messageId, Instant now) {
    Rows.change(
        connection(),
        "update alert_delivery set state = 'MAILED', batch = ?, message_id = ?, mailed_at = ?"
            + " where id = any (?::text[]::bigint[])",
        List.of(batch, messageId, now, AlertRepository.texts(ids)));
  }

  /** The alerts are not mailed, since the person has stopped the mails. */
  void stopped(Collection<Long> ids) {
    Rows.change(
        connection(),
        "update alert_delivery set state = 'STOPPED' where id = any (?::text[]::bigint[])",
        List.of(AlertRepository.texts(ids)));
  }

  /**
   * Takes back the mails about the incident that wait to be sent; their alerts are due again, and
   * are written anew for whoever may still read it.
   */
  void takeBack(long incident, Instant now) {
    Rows.change(
        connection(),
        "with back as (delete from outbox_mail m using alert_delivery d where d.incident_id = ?"
            + " and m.message_id = d.message_id and m.state = 'QUEUED'"
            + " and (m.leased_until is null or m.leased_until < ?) returning m.message_id)"
            + " update alert_delivery set state = 'QUEUED', batch = null, message_id = null,"
            + " mailed_at = null where message_id in (select message_id from back)",
        List.of(incident, now));
  }

  /** The alerts leave no trace: the person may not read them any more, or they hold no longer. */
  void drop(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      Rows.change(
          connection(),
          "delete from alert_delivery where id = any (?::text[]::bigint[])",
          List.of(AlertRepository.texts(ids)));
    }
  }

  /** Who was mailed about the first response report. */
  List<Long> mailedReport(long report) {
    return Rows.list(
        connection(),
        "select distinct account_id from alert_delivery where report_id = ? and state = 'MAILED'",
        row -> row.getLong(1),
        report);
  }

  /** Notes that the mail was read; false when there is no such mail, or it was noted before. */
  boolean acknowledge(UUID batch, Instant now) {
    return Rows.change(
            connection(),
            "update alert_delivery set acknowledged_at = ? where batch = ?"
                + " and acknowledged_at is null",
            List.of(now, batch))
        > 0;
  }

  /** Whether there is such a mail. */
  boolean known(UUID batch) {
    return Rows.list(
            connection(),
            "select exists (select 1 from alert_delivery where batch = ?)",
            row -> row.getBoolean(1),
            batch)
        .get(0);
  }

  /** Notes that the person read the alert; false when it is none of theirs, or not mailed. */
  boolean acknowledge(long account, long id, Instant now) {
    return Rows.change(
            connection(),
            "update alert_delivery set acknowledged_at = ? where id = ? and account_id = ?"
                + " and state <> 'QUEUED' and acknowledged_at is null",
            List.of(now, id, account))
        > 0;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
