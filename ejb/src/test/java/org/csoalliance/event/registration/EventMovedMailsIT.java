package org.csoalliance.event.registration;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.csoalliance.event.MadeEvents.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.csoalliance.event.EventMoved;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.event.calendar.CalendarEntry;
import org.csoalliance.event.calendar.CalendarInvites;
import org.csoalliance.event.calendar.MadeCalendars;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventMovedMailsIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeEach
  void people() {
    database.sql("truncate account, company, event cascade", "delete from outbox_mail");
    MadeMembers.account(database, 1, null, Role.ORGANISER);
    MadeMembers.account(database, 2, null, Role.MEMBER);
    MadeEvents.open(database, 100, 1, 10);
    database.sql(
        "update event set venue = 'Hall of Akti', venue_hidden = true, sequence = 1 where id = 100",
        "insert into registration (id, event_id, mode, account_id, name, mail, mail_key, state,"
            + " joined_at, created_at, updated_at) select n, 100, 'IN_PERSON', case n when 1 then 2"
            + " end, 'Person ' || n, n || '@x.example', n || '@x.example', (array['ACCEPTED',"
            + " 'WAITLISTED', 'REQUESTED', 'CANCELLED', 'DECLINED'])[n], now(), now(), now() from"
            + " generate_series(1, 5) n");
  }

  private static EventMovedMails mails(EntityManager em) {
    return new EventMovedMails(
        new RoomRepository(em),
        new RegistrationRepository(em),
        new CalendarInvites(MadeCalendars.repository(em), MadeMembers.settings(), CLOCK),
        new Outbox(em, CLOCK),
        MadeMembers.settings());
  }

  private static EventMoved moved() {
    return new EventMoved(
        100,
        new EventMoved.Before(
            "Event 100",
            Instant.parse("2027-01-19T07:00:00Z"),
            Instant.parse("2027-01-20T15:00:00Z"),
            "Europe/Athens",
            "Piraeus",
            "Old hall"));
  }

  private static List<String> sent() {
    return database.inTransaction(
        em ->
            org.csoalliance.platform.sql.Rows.list(
                em.unwrap(java.sql.Connection.class),
                "select recipient, subject, body, attachment_type, attachment from outbox_mail"
                    + " order by recipient",
                row ->
                    row.getString(1)
                        + "|"
                        + row.getString(2)
                        + "|"
                        + row.getString(3)
                        + "|"
                        + row.getString(4)
                        + "|"
                        + new String(row.getBytes(5), StandardCharsets.UTF_8)
                            .replace("\r\n ", "")));
  }

  @Test
  void whoComesOrWaitsIsToldOnceWithTheEntry() {
    database.doInTransaction(em -> mails(em).moved(moved()));
    List<String> sent = sent();
    assertEquals(3, sent.size(), "who gave the seat back or was declined is left alone");
    assertTrue(sent.get(0).startsWith("1@x.example|[CSO Alliance] Changed: Event 100|"));
    assertTrue(sent.get(0).contains("Before: Tuesday 19 Jan 2027 09:00"), sent.get(0));
    assertTrue(sent.get(0).contains("method=REQUEST"));
    assertTrue(sent.get(0).contains("SEQUENCE:1"));
    assertTrue(sent.get(0).contains("Hall of Akti"), "who has a seat knows the hall");
    assertFalse(sent.get(1).contains("Hall of Akti"), "who waits does not");
    assertTrue(sent.get(1).contains("STATUS:TENTATIVE"));
  }

  @Test
  void whatIsCalledOffLeavesTheCalendar() {
    database.sql(
        "update event set status = 'CANCELLED', sequence = 2, status_reason = 'Flood' where id ="
            + " 100");
    database.doInTransaction(em -> mails(em).moved(new EventMoved(100, null)));
    List<String> sent = sent();
    assertEquals(3, sent.size());
    for (String one : sent) {
      assertTrue(one.contains("Reason: Flood"), one);
      assertTrue(one.contains("method=CANCEL"), one);
      assertTrue(one.contains("METHOD:CANCEL"), one);
      assertTrue(one.contains("SEQUENCE:2"), one);
    }
  }

  @Test
  void whoPaidReadsWhatBecomesOfTheMoney() {
    database.sql(
        "update event set status = 'CANCELLED', sequence = 2, status_reason = 'Flood' where id ="
            + " 100",
        "insert into event_invoice (registration_id, event_id, kind, number, issued_at, due_on,"
            + " name, company, address, reference, subject, issuer, payment, amount, currency,"
            + " paid_on, paid_how, paid_note, paid_by) values (1, 100, 'INVOICE',"
            + " 'INV-2026-000001', now(), current_date, 'Person 1', '', '', '', 'Event', 'CSO"
            + " Alliance', '', 180, 'EUR', current_date, 'Bank transfer', '', 'Organiser')");
    database.doInTransaction(em -> mails(em).moved(new EventMoved(100, null)));
    List<String> sent = sent();
    assertTrue(sent.get(0).contains("You have paid for it."), sent.get(0));
    assertFalse(sent.get(1).contains("paid"), sent.get(1));
    database.sql("delete from outbox_mail");
    database.doInTransaction(em -> mails(em).moved(moved()));
    assertFalse(sent().get(0).contains("paid"), "the event takes place");
  }

  @Test
  void aCrashMidwayTellsNobodyAndTheNextTryEachOnce() {
    assertThrows(
        IllegalStateException.class,
        () ->
            database.doInTransaction(
                em -> {
                  mails(em).moved(moved());
                  throw new IllegalStateException("The process dies here");
                }));
    assertEquals(0, sent().size());
    database.doInTransaction(em -> mails(em).moved(moved()));
    assertEquals(3, sent().size());
  }

  @Test
  void theFeedOfAPersonHoldsWhatTheyComeToAndEndsWithItsAddress() {
    byte[] hash = new byte[32];
    database.doInTransaction(em -> MadeCalendars.keep(em, 2, hash));
    List<CalendarEntry> feed =
        database.inTransaction(
            em -> MadeCalendars.ofToken(em, hash, NOW.minus(Duration.ofDays(30))).orElseThrow());
    assertEquals(1, feed.size());
    assertFalse(feed.get(0).tentative());
    assertEquals("Hall of Akti, Piraeus", feed.get(0).place());
    database.sql("update registration set state = 'WAITLISTED' where id = 1");
    CalendarEntry waits =
        database.inTransaction(em -> MadeCalendars.ofToken(em, hash, NOW)).orElseThrow().get(0);
    assertTrue(waits.tentative());
    assertEquals("Piraeus", waits.place());
    database.sql("delete from account_role where account_id = 2");
    assertEquals(
        List.of(),
        database.inTransaction(em -> MadeCalendars.ofToken(em, hash, NOW)).orElseThrow(),
        "who is no member any more reads nothing that is for members");
    database.doInTransaction(em -> MadeCalendars.revoke(em, 2));
    assertTrue(database.inTransaction(em -> MadeCalendars.ofToken(em, hash, NOW)).isEmpty());
  }
}
