package org.csoalliance.incident.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.incident.IncidentConfirmed;
import org.csoalliance.incident.IncidentJudged;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertPlannerIT {
  @RegisterExtension static final Database database = new Database();

  private static final Waters STRAIT = KnownWaters.SINGAPORE.waters();

  @BeforeEach
  void people() {
    database.sql(
        "delete from outbox_mail",
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
        "delete from partner_agreement",
        "insert into partner_agreement (id, organisation, ceiling, from_on, made_at, made_name)"
            + " values (1, 'Navy', 'GREEN', date '2020-01-01', now(), 'E. Editor')",
        "insert into partner_agreement_person values (1, 4)");
  }

  private static void account(long id, String name, Integer company, String state, String role) {
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

  private static void watch(long account, Waters waters) {
    database.doInTransaction(
        em -> new AlertSubscriptionRepository(em).add(account, waters, Instant.now()));
  }

  private static void everybodyWatches() {
    for (long account = 1; account <= 8; account++) {
      watch(account, STRAIT);
    }
  }

  private static void incident(Position place, String kind, String tlp) {
    database.sql(
        "delete from incident",
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision,"
            + " latitude, longitude, tlp, title, text, reporter_id, company_id, created_at,"
            + " updated_at) values (1, 'CSOA-2026-00001', '"
            + kind
            + "', 'CONFIRMED', now(),"
            + " 'EXACT', "
            + place.latitude()
            + ", "
            + place.longitude()
            + ", '"
            + tlp
            + "', 'Title', 'Text', 1, 1, now(), now())",
        "insert into incident_status_change (incident_id, at, to_status, reason, actor_name)"
            + " values (1, now(), 'CONFIRMED', 'Two ships saw it', 'An editor')");
  }

  private static void confirm() {
    database.doInTransaction(em -> planner(em).confirmed(new IncidentConfirmed(1)));
  }

  private static AlertPlanner planner(jakarta.persistence.EntityManager em) {
    return new AlertPlanner(new AlertRepository(em), new Outbox(em), new Settings());
  }

  private static Set<String> mailed(String category) {
    Object names =
        database.value(
            "select string_agg(split_part(recipient, '@', 1), ' ') from outbox_mail"
                + " where category = '"
                + category
                + "'");
    return names == null ? Set.of() : new TreeSet<>(List.of(names.toString().split(" ")));
  }

  private static long mails() {
    return (Long) database.value("select count(*) from outbox_mail");
  }

  @ParameterizedTest
  @CsvSource({
    "RED, ''",
    "AMBER_STRICT, colleague editor reporter",
    "AMBER, colleague editor member reporter",
    "GREEN, colleague editor member partner reporter",
    "CLEAR, colleague editor member partner reporter"
  })
  void eachLabelReachesWhoMayReadIt(String tlp, String names) {
    everybodyWatches();
    incident(new Position(1.2, 103.9), "ROBBERY", tlp);
    confirm();
    assertEquals(
        names.isEmpty() ? Set.of() : new TreeSet<>(List.of(names.split(" "))), mailed("ALERT"));
  }

  @Test
  void oneMailForSeveralWatches() {
    watch(3, STRAIT);
    watch(3, Waters.box("All the east", new Box(-10, 90, 20, 120), Set.of()));
    watch(3, Waters.box("Elsewhere", new Box(30, 0, 40, 10), Set.of()));
    incident(new Position(1.2, 103.9), "ROBBERY", "GREEN");
    confirm();
    assertEquals(1, mails());
    String body = database.value("select body from outbox_mail").toString();
    assertTrue(body.contains("watches \"Singapore Strait\", \"All the east\"."), body);
    assertTrue(body.contains("Two ships saw it"), body);
  }

  @Test
  void kindsAreKept() {
    watch(3, Waters.circle("Hijacks", STRAIT.circle(), Set.of(IncidentKind.HIJACK)));
    incident(new Position(1.2, 103.9), "ROBBERY", "GREEN");
    confirm();
    assertEquals(0, mails());
    incident(new Position(1.2, 103.9), "HIJACK", "GREEN");
    confirm();
    assertEquals(1, mails());
  }

  @Test
  void edgeOfACircleBelongsToIt() {
    Position middle = new Position(10, 20);
    for (double bearing = 0; bearing < 360; bearing += 7) {
      Position edge = at(middle, 60, bearing);
      database.sql("delete from alert_subscription", "delete from outbox_mail");
      watch(3, Waters.circle("Edge", new Circle(middle, 60), Set.of()));
      incident(edge, "ROBBERY", "GREEN");
      confirm();
      assertEquals(1, mails(), "bearing " + bearing);
    }
    incident(at(middle, 60.01, 45), "ROBBERY", "GREEN");
    database.sql("delete from outbox_mail");
    confirm();
    assertEquals(0, mails());
  }

  private static Position at(Position from, double miles, double bearing) {
    double d = Math.toRadians(miles / 60);
    double b = Math.toRadians(bearing);
    double lat = Math.toRadians(from.latitude());
    double sine = Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(b);
    double lon =
        Math.atan2(Math.sin(b) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * sine);
    return new Position(Math.toDegrees(Math.asin(sine)), from.longitude() + Math.toDegrees(lon));
  }

  @Test
  void antimeridianIsNoEdge() {
    watch(2, Waters.circle("Circle", new Circle(new Position(-17, 179.9), 60), Set.of()));
    watch(3, Waters.box("Box", new Box(-20, 175, -15, -175), Set.of()));
    watch(4, Waters.box("Round the world the other way", new Box(-20, -175, -15, 175), Set.of()));
    incident(new Position(-17, -179.9), "ROBBERY", "GREEN");
    confirm();
    assertEquals(Set.of("colleague", "member"), mailed("ALERT"));
    incident(new Position(-17, 170), "ROBBERY", "GREEN");
    database.sql("delete from outbox_mail");
    confirm();
    assertEquals(Set.of("partner"), mailed("ALERT"));
  }

  @Test
  void circleOverThePole() {
    watch(3, Waters.circle("Pole", new Circle(new Position(89.5, 0), 100), Set.of()));
    incident(new Position(89.5, 180), "OTHER", "GREEN");
    confirm();
    assertEquals(1, mails());
  }

  @Test
  void loweredStatusIsToldToTheSamePeople() {
    watch(3, STRAIT);
    watch(4, STRAIT);
    incident(new Position(1.2, 103.9), "ROBBERY", "GREEN");
    confirm();
    watch(2, STRAIT);
    database.sql(
        "delete from alert_subscription where account_id = 4",
        "update incident set status = 'DISPUTED'",
        "insert into incident_status_change (incident_id, at, to_status, reason, actor_name)"
            + " values (1, now(), 'DISPUTED', 'The port says no', 'An editor')");
    database.doInTransaction(
        em ->
            planner(em)
                .judged(new IncidentJudged(1, IncidentStatus.CONFIRMED, IncidentStatus.DISPUTED)));
    assertEquals(Set.of("member", "partner"), mailed("ALERT_CORRECTION"));
    assertEquals(
        2L,
        database.value("select count(*) from outbox_mail where body like '%The port says no%'"));
  }

  @Test
  void twentyThousandWatchesAreOneStatement() {
    database.sql(
        "insert into account (id, email, email_key, name, state, created_at) select n, 'm' || n ||"
            + " '@demo.example', 'm' || n, 'M' || n, 'ACTIVE', now() from"
            + " generate_series(1001, 3000) n",
        "insert into account_role select n, 'MEMBER' from generate_series(1001, 3000) n",
        "insert into alert_subscription (account_id, name, shape, latitude, longitude, radius_nm,"
            + " south, west, north, east, kinds, created_at) select 1001 + n % 2000, 'W' || n,"
            + " 'CIRCLE', n % 80, n % 170, 60, n % 80 - 1.01, n % 170 - 6, n % 80 + 1.01,"
            + " n % 170 + 6, case when n % 2 = 0 then 'ROBBERY HIJACK' else '' end, now()"
            + " from generate_series(1, 20000) n",
        "analyze");
    incident(new Position(10.2, 90.2), "ROBBERY", "GREEN");
    List<String> statements = database.statements(AlertPlannerIT::confirm);
    long selects = statements.stream().filter(s -> s.contains("alert_subscription")).count();
    assertEquals(1, selects, statements::toString);
    assertTrue(mails() > 10, "" + mails());
    assertEquals(mails(), database.value("select count(distinct account_id) from outbox_mail"));
    assertTrue(statements.size() <= 4, statements::toString);
  }

  @Test
  void ownWatchesOnlyAndFiftyAtMost() {
    CallerContext caller = new CallerContext();
    caller.set(new Reader(3L, "member", 2L, EnumSet.of(Role.MEMBER)));
    incident(new Position(1.2, 103.9), "ROBBERY", "GREEN");
    watch(4, STRAIT);
    long foreign = (Long) database.value("select min(id) from alert_subscription");
    database.doInTransaction(
        em -> {
          AlertSubscriptionService service = service(em, caller);
          long id = service.watch(STRAIT);
          assertEquals(id, service.watch(STRAIT), "sent twice is one watch");
          List<Watch> mine = service.mine();
          assertEquals(1, mine.size());
          assertEquals(1, mine.get(0).confirmedLately());
          assertEquals(STRAIT, mine.get(0).waters());
          assertThrows(NotFoundException.class, () -> service.stop(foreign));
          assertEquals(STRAIT, service.stop(id));
          for (int i = 0; i < 50; i++) {
            service.watch(Waters.circle("W" + i, STRAIT.circle(), Set.of()));
          }
          assertThrows(InvalidException.class, () -> service.watch(STRAIT));
        });
    assertEquals(
        52L, database.value("select count(*) from audit_entry where actor_id = 3"), "audited");
  }

  @Test
  void countHidesWhatThePersonMayNotRead() {
    incident(new Position(1.2, 103.9), "ROBBERY", "AMBER");
    watch(3, STRAIT);
    watch(4, STRAIT);
    assertEquals(1, lately(new Reader(3L, "member", 2L, EnumSet.of(Role.MEMBER))));
    assertEquals(0, lately(new Reader(4L, "partner", null, EnumSet.of(Role.PARTNER))));
  }

  private static long lately(Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return database.inTransaction(em -> service(em, caller).mine().get(0).confirmedLately());
  }

  private static AlertSubscriptionService service(
      jakarta.persistence.EntityManager em, CallerContext caller) {
    return new AlertSubscriptionService(
        new AlertSubscriptionRepository(em), new AuditLog(em), caller, Clock.systemUTC());
  }
}
