package org.csoalliance.event;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.csoalliance.event.MadeEvents.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.csoalliance.event.mailing.MailingLint;
import org.csoalliance.event.mailing.MailingRepository;
import org.csoalliance.event.registration.RegistrationLint;
import org.csoalliance.event.registration.SetupRepository;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the rooms of an event warn of. */
class EventLintIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;

  @BeforeEach
  void event() {
    database.sql("truncate account, company, event cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    MadeEvents.open(database, 50, 1, 80);
  }

  private Set<String> codes(
      BiConsumer<jakarta.persistence.EntityManager, EventLintAsked> room, Instant now) {
    return database.inTransaction(
        em -> {
          EventDetail event =
              new EventListService(
                      new EventListRepository(em), MadeMembers.caller(organiser), CLOCK)
                  .detail("event-50");
          EventLintAsked asked = new EventLintAsked(event, now);
          List<String> sent = database.statements(() -> room.accept(em, asked));
          assertEquals(true, sent.size() <= 1, sent.toString());
          return asked.warnings().stream().map(EventWarning::code).collect(Collectors.toSet());
        });
  }

  private Set<String> registration() {
    return codes((em, a) -> new RegistrationLint(new SetupRepository(em)).asked(a), NOW);
  }

  private Set<String> mailing(Duration before) {
    Instant starts = Instant.parse("2027-01-20T07:00:00Z");
    return codes(
        (em, a) -> new MailingLint(new MailingRepository(em)).asked(a), starts.minus(before));
  }

  private Set<String> team(Duration before) {
    Instant starts = Instant.parse("2027-01-20T07:00:00Z");
    return codes(
        (em, a) -> new EventTeamLint(new EventDutyRepository(em)).asked(a), starts.minus(before));
  }

  @Test
  void categoriesAndCodes() {
    assertEquals(Set.of(), registration());
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.CATEGORY, "Member", 30);
    MadeEvents.quota(database, 52, 50, EventQuota.Kind.CATEGORY, "Speaker", 10);
    assertEquals(Set.of("CATEGORIES_SMALLER"), registration());
    database.sql("update event_quota set capacity = null where id = 52");
    assertEquals(Set.of(), registration());
    database.sql("update event set audience = 'PUBLIC'");
    assertEquals(Set.of("NO_GUEST_CATEGORY"), registration());
    database.sql("insert into event_category (quota_id, guests) values (52, true)");
    assertEquals(Set.of(), registration());
    database.sql("update event set audience = 'MEMBERS'");
    assertEquals(Set.of("GUEST_CATEGORY_UNUSED"), registration());
    database.sql(
        "update event set audience = 'PUBLIC'",
        "insert into event_rules (event_id, by_code) values (50, true)",
        "insert into event_code (event_id, code, uses, used, created_at) values (50, 'A', 1, 1,"
            + " now())",
        "insert into event_code (event_id, code, uses, withdrawn, created_at) values (50, 'B', 1,"
            + " true, now())",
        "insert into event_code (event_id, code, uses, expires_at, created_at) values (50, 'C', 1,"
            + " now() - interval '1 hour', now())");
    assertEquals(Set.of("NO_CODE"), registration());
    database.sql(
        "insert into event_code (event_id, code, uses, created_at) values (50, 'D', 1, now())");
    assertEquals(Set.of(), registration());
  }

  @Test
  void nobodyIsWarnedOfAnEventThatIsOverOrCalledOff() {
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.CATEGORY, "Member", 30);
    for (String status : List.of("HELD", "CANCELLED")) {
      database.sql("update event set status = '" + status + "'");
      assertEquals(Set.of(), registration(), status);
      assertEquals(Set.of(), team(Duration.ofDays(1)), status);
    }
    database.sql("update event set status = 'OPEN'");
    assertEquals(Set.of("CATEGORIES_SMALLER"), registration());
  }

  @Test
  void theDoorAndTheReminder() {
    assertEquals(Set.of(), team(Duration.ofDays(8)));
    assertEquals(Set.of("NOBODY_AT_THE_DOOR"), team(Duration.ofDays(6)));
    MadeEvents.duty(database, 50, 1, EventDuty.CHECK_IN);
    assertEquals(Set.of(), team(Duration.ofDays(6)));
    assertEquals(Set.of(), mailing(Duration.ofDays(15)));
    assertEquals(Set.of("NO_REMINDER"), mailing(Duration.ofDays(13)));
    database.sql(
        "insert into event_reminder (event_id, days, subject, text) values (50, 1, 'S', 'T')");
    assertEquals(Set.of("NO_REMINDER"), mailing(Duration.ofDays(13)), "that one comes after it");
    database.sql(
        "insert into event_reminder (event_id, days, subject, text) values (50, -1, 'S', 'T')");
    assertEquals(Set.of(), mailing(Duration.ofDays(13)));
  }
}
