package org.csoalliance.incident.alert;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.incident.IncidentConfirmed;
import org.csoalliance.incident.firstresponse.FirstResponseRepository;
import org.csoalliance.incident.firstresponse.PublishedReports;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;

/** People, watches and incidents of the tests of alerts. */
final class Alerts {
  static final WatchOrder STRAIT = KnownWaters.SINGAPORE.order();
  static final Position IN_STRAIT = new Position(1.2, 103.9);

  private final Database database;

  /** The time of planner and mails; moved by tests. */
  Instant now = Instant.parse("2026-11-27T12:00:00Z");

  Alerts(Database database) {
    this.database = database;
  }

  /** Eight people of every sort, none with a watch. */
  void people() {
    now = Instant.parse("2026-11-27T12:00:00Z");
    database.sql(
        "delete from outbox_mail",
        "delete from alert_delivery",
        "delete from alert_test",
        "delete from incident",
        "delete from account",
        "delete from company",
        "insert into company (id, name, sector) values (1, 'Tankers', 'TANKER'), (2, 'Bulk', 'BULK')");
    account(1, "reporter", 1, "ACTIVE", "MEMBER");
    account(2, "colleague", 1, "ACTIVE", "MEMBER");
    account(3, "member", 2, "ACTIVE", "MEMBER");
    account(4, "partner", null, "ACTIVE", "PARTNER");
    account(5, "editor", null, "ACTIVE", "EDITOR");
    account(6, "ended", 2, "ENDED", "MEMBER");
    account(7, "applicant", 2, "ACTIVE", "APPLICANT");
    account(8, "administrator", null, "ACTIVE", "ADMINISTRATOR");
    database.sql(
        "insert into partner_agreement (id, organisation, ceiling, from_on, made_at, made_name)"
            + " values (1, 'Navy', 'GREEN', '2020-01-01', now(), 'An editor')"
            + " on conflict (id) do nothing",
        "insert into partner_agreement_person values (1, 4)");
  }

  private void account(long id, String name, Integer company, String state, String role) {
    String mail = "'" + name + "@demo.example'";
    database.sql(
        "insert into account (id, email, email_key, name, company_id, state, created_at) values ("
            + id
            + ", "
            + mail
            + ", "
            + mail
            + ", '"
            + name
            + "', "
            + company
            + ", '"
            + state
            + "', now())",
        "insert into account_role values (" + id + ", '" + role + "')");
  }

  void watch(long account, WatchOrder order) {
    database.doInTransaction(
        em -> new AlertSubscriptionRepository(em).add(account, order, Instant.now()));
  }

  void watch(long account, Waters waters) {
    watch(account, new WatchOrder("Waters", waters));
  }

  void everybodyWatches() {
    for (long account = 1; account <= 8; account++) {
      watch(account, STRAIT);
    }
  }

  /** One confirmed incident, in place of any before. */
  void incident(Position place, String kind, String tlp) {
    database.sql(
        "delete from incident",
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision,"
            + " latitude, longitude, tlp, title, text, reporter_id, company_id, created_at,"
            + " updated_at) values (1, 'CSOA-2026-00001', '"
            + kind
            + "', 'CONFIRMED', now(),"
            + " 'EXACT', "
            + (place == null ? "null, null" : place.latitude() + ", " + place.longitude())
            + ", '"
            + tlp
            + "', 'Knives on the poop', 'Text', 1, 1, now(), now())",
        "insert into incident_status_change (incident_id, at, to_status, reason, actor_name)"
            + " values (1, now(), 'CONFIRMED', 'Two ships saw it', 'An editor')");
  }

  Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  AlertPlanner planner(EntityManager em) {
    return new AlertPlanner(new AlertRepository(em), new AlertDeliveryRepository(em), clock());
  }

  /** Queues the alerts of the incident. */
  void plan() {
    database.doInTransaction(em -> planner(em).confirmed(new IncidentConfirmed(1)));
  }

  AlertMailService mails(EntityManager em) {
    return new AlertMailService(
        new AlertDeliveryRepository(em),
        new AlertRepository(em),
        new AlertReportRepository(em),
        new PublishedReports(new FirstResponseRepository(em)),
        new MailListRepository(em),
        new Outbox(em, clock()),
        new Settings(),
        clock());
  }

  /** Writes what is due. */
  void mail() {
    while (database.inTransaction(em -> mails(em).write()) > 0) {
      continue;
    }
  }

  /** The incident is confirmed and its alerts are mailed. */
  void confirm() {
    plan();
    mail();
  }

  /** Who has a mail of the category. */
  Set<String> mailed(String category) {
    Object names =
        database.value(
            "select string_agg(distinct split_part(recipient, '@', 1), ' ') from outbox_mail"
                + " where category = '"
                + category
                + "'");
    return names == null ? Set.of() : new TreeSet<>(List.of(names.toString().split(" ")));
  }

  long count() {
    return (Long) database.value("select count(*) from outbox_mail");
  }
}
