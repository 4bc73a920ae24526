package org.csoalliance.event.invoice;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.EventLintAsked;
import org.csoalliance.event.EventListRepository;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventWarning;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvoiceIT {
  private static final Payment TRANSFER =
      new Payment(LocalDate.of(2026, 11, 20), "Bank transfer", "Statement 11");
  private static final String TICKET = "00000000-0000-4000-8000-000000000001";

  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;
  private Reader member;

  /** The services, put together as the container does it. */
  private static final class Made {
    final EntityManager em;
    final InvoiceRound round;
    final InvoiceService own;
    final InvoiceDeskService desk;
    final InvoiceBookRepository book;
    final InvoiceWriter writer;
    final InvoiceRepository invoices;

    Made(EntityManager em, Reader reader, Clock clock) {
      this.em = em;
      CallerContext caller = MadeMembers.caller(reader);
      Settings settings =
          new Settings(
              Map.of("alliance.invoice.payment", "Bank of Test|IBAN DE89 3704 0044 0532 0130 00")
                  ::get,
              name -> null);
      invoices = new InvoiceRepository(em);
      book = new InvoiceBookRepository(em);
      writer =
          new InvoiceWriter(
              book,
              invoices,
              new MailListRepository(em),
              new Outbox(em, clock),
              settings,
              MadeMembers.audit(em),
              clock);
      round = new InvoiceRound(book, writer);
      own = new InvoiceService(invoices, book, writer, caller);
      desk =
          new InvoiceDeskService(
              new EventAccess(new EventDutyRepository(em), caller),
              invoices,
              book,
              writer,
              MadeMembers.audit(em),
              caller);
    }
  }

  @BeforeEach
  void event() {
    database.sql(
        "truncate account, company, event, outbox_mail cascade", "truncate invoice_number");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    member = MadeMembers.account(database, 3, null, Role.MEMBER);
    MadeEvents.open(database, 50, 1, 20);
    MadeEvents.open(database, 60, 2, 20);
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.CATEGORY, "Non-member", null);
    database.sql("insert into event_category (quota_id, price) values (51, 180)");
  }

  private static void registration(long id, String state, String price, Long account) {
    database.sql(
        "insert into registration (id, event_id, category_id, mode, account_id, name, mail,"
            + " mail_key, company, state, joined_at, price, ticket, created_at, updated_at) values"
            + " (%1$d, 50, 51, 'IN_PERSON', %4$s, 'Name %1$d', 'm%1$d@test.example',"
                .formatted(id, state, price, account)
            + " 'm%1$d@test.example', 'Marlowe <Lines>', '%2$s', now(), %3$s,"
                .formatted(id, state, price)
            + " cast('00000000-0000-4000-8000-' || lpad('%d', 12, '0') as uuid), now(), now())"
                .formatted(id));
  }

  private static <T> T as(Reader reader, Function<Made, T> work) {
    return database.inTransaction(em -> work.apply(new Made(em, reader, CLOCK)));
  }

  /** One turn of the timer; how many registrations it moved. */
  private static int turn() {
    int moved = 0;
    for (Long id : as(Reader.SYSTEM, m -> m.round.due())) {
      moved += as(Reader.SYSTEM, m -> m.round.settle(id)) ? 1 : 0;
    }
    return moved;
  }

  private static int pay(Reader reader, String slug, List<Long> ids) {
    return as(reader, m -> m.desk.pay(slug, ids, TRANSFER));
  }

  private static int payFor(Reader reader, String slug, List<Long> registrations) {
    return as(reader, m -> m.desk.payFor(slug, registrations, TRANSFER));
  }

  private static int forget(java.time.Instant now) {
    return database.inTransaction(em -> new InvoiceHeld(new InvoiceRepository(em)).forget(now));
  }

  private List<Invoice> all() {
    return as(organiser, m -> m.desk.page("event-50", null, "", null, 100)).invoices();
  }

  private static long count(String sql) {
    return (Long) database.value("select count(*) from " + sql);
  }

  @Test
  void aSeatWithAPriceGetsOneInvoiceAndOthersGetNone() {
    registration(1, "ACCEPTED", "180", 3L);
    registration(2, "ACCEPTED", "0", null);
    registration(3, "WAITLISTED", "180", null);
    registration(4, "REQUESTED", "180", null);
    long audited = count("audit_entry where action = 'invoice.issued'");
    assertEquals(1, turn());
    assertEquals(0, turn());
    Invoice made = all().get(0);
    assertEquals("INV-2026-000001", made.number());
    assertEquals("EUR 180.00", made.price().words());
    assertEquals(
        "Event 50, 20 Jan 2027 to 21 Jan 2027, Piraeus. Category: Non-member", made.subject());
    assertEquals(LocalDate.of(2026, 12, 22), made.dueOn());
    assertEquals("Bank of Test\nIBAN DE89 3704 0044 0532 0130 00", made.payment());
    assertEquals(InvoiceStatus.OPEN, made.status());
    assertEquals(1, count("outbox_mail where recipient = 'm1@test.example'"));
    assertEquals(audited + 1, count("audit_entry where action = 'invoice.issued'"));
    database.sql("update registration set state = 'ACCEPTED' where id = 3");
    assertEquals(1, turn(), "once the offer is taken");
    assertEquals("INV-2026-000002", all().get(0).number());
  }

  @Test
  void anotherPriceIsAnotherInvoiceAndWhatWasPaidIsCredited() {
    registration(1, "ACCEPTED", "180", 3L);
    turn();
    database.sql("update registration set price = 90 where id = 1");
    turn();
    assertEquals(2, all().size());
    assertEquals(InvoiceStatus.VOID, all().get(1).status());
    long open = all().get(0).id();
    assertEquals(1, pay(organiser, "event-50", List.of(open)));
    database.sql("update registration set price = 0 where id = 1");
    turn();
    List<Invoice> now = all();
    assertEquals(3, now.size());
    assertEquals("CRN-2026-000001", now.get(0).number());
    assertEquals("INV-2026-000002", now.get(0).credits());
    assertEquals(InvoiceStatus.TO_REFUND, now.get(0).status());
    assertEquals(InvoiceStatus.CREDITED, now.get(1).status());
    assertEquals(0, turn());
  }

  @Test
  void aCancelledRegistrationEndsWhatNobodyPaidAndLeavesTheRestToTheOrganiser() {
    registration(1, "ACCEPTED", "180", 3L);
    registration(2, "ACCEPTED", "180", null);
    turn();
    assertEquals(1, payFor(organiser, "event-50", List.of(2L)));
    database.sql("update registration set state = 'CANCELLED'");
    assertEquals(1, turn());
    Invoice paid = all().get(0);
    Invoice unpaid = all().get(1);
    assertEquals(InvoiceStatus.PAID, paid.status());
    assertEquals(InvoiceStatus.VOID, unpaid.status());
    assertEquals("The registration was cancelled.", unpaid.ended().reason());
    assertTrue(codes().contains("PAID_CANCELLED"), codes().toString());
    assertThrows(
        InvalidException.class, () -> as(organiser, m -> end(m, "event-50", paid.id(), "no")));
    as(organiser, m -> end(m, "event-50", paid.id(), "Fell ill before the event."));
    Invoice note = all().get(0);
    assertEquals(paid.number(), note.credits());
    assertTrue(codes().contains("TO_REFUND"));
    assertFalse(codes().contains("PAID_CANCELLED"));
    assertEquals(1, pay(organiser, "event-50", List.of(note.id())));
    assertEquals(InvoiceStatus.REFUNDED, all().get(0).status());
    assertThrows(
        ConflictException.class, () -> as(organiser, m -> end(m, "event-50", note.id(), "Again.")));
    assertThrows(
        ConflictException.class,
        () -> as(organiser, m -> unpay(m, "event-50", paid.id())),
        "a credited payment stands");
  }

  @Test
  void anEventThatIsCalledOffEndsWhatNobodyPaidAndTheDeskIsToldOfTheRest() {
    registration(1, "ACCEPTED", "180", 3L);
    registration(2, "CONFIRMED", "180", null);
    turn();
    assertEquals(1, payFor(organiser, "event-50", List.of(2L)));
    registration(3, "ACCEPTED", "180", null);
    assertFalse(codes().contains("PAID_CANCELLED"));
    database.sql("update event set status = 'CANCELLED', status_reason = 'Flood' where id = 50");
    assertEquals(1, turn(), "no invoice for what does not take place");
    assertEquals(0, turn());
    List<Invoice> now = all();
    assertEquals(2, now.size());
    assertEquals(InvoiceStatus.PAID, now.get(0).status());
    assertEquals(InvoiceStatus.VOID, now.get(1).status());
    assertEquals("The event does not take place.", now.get(1).ended().reason());
    assertTrue(codes().contains("PAID_CANCELLED"), codes().toString());
    as(organiser, m -> end(m, "event-50", now.get(0).id(), "Called off: flood."));
    assertEquals(List.of("TO_REFUND"), codes().stream().filter(c -> !c.startsWith("NO_")).toList());
  }

  private static Object end(Made made, String slug, long id, String reason) {
    made.desk.end(slug, id, reason);
    return null;
  }

  private static Object unpay(Made made, String slug, long id) {
    made.desk.unpay(slug, id);
    return null;
  }

  private List<String> codes() {
    return database.inTransaction(
        em -> {
          EventDetail event =
              new EventListService(
                      new EventListRepository(em), MadeMembers.caller(organiser), CLOCK)
                  .detail("event-50");
          EventLintAsked asked = new EventLintAsked(event, CLOCK.instant());
          new InvoiceLint(new InvoiceRepository(em), MadeMembers.settings()).asked(asked);
          return asked.warnings().stream().map(EventWarning::code).toList();
        });
  }

  @Test
  void whatTheDeskWaivesIsNotIssuedAgainBeforeThePriceChanges() {
    registration(1, "ACCEPTED", "180", 3L);
    turn();
    as(organiser, m -> end(m, "event-50", all().get(0).id(), "Speaks at the event."));
    assertEquals(0, turn());
    database.sql("update registration set price = 90 where id = 1");
    assertEquals(1, turn());
    assertEquals("EUR 90.00", all().get(0).price().words());
  }

  @Test
  void paymentsAreTakenBackAndPassedOver() {
    registration(1, "ACCEPTED", "180", 3L);
    registration(2, "ACCEPTED", "0", null);
    turn();
    assertEquals(1, payFor(organiser, "event-50", List.of(1L, 2L)));
    assertEquals(0, payFor(organiser, "event-50", List.of(1L, 2L)));
    assertEquals("Bank transfer", all().get(0).paid().how());
    as(organiser, m -> unpay(m, "event-50", all().get(0).id()));
    assertNull(all().get(0).paid());
    assertThrows(
        ConflictException.class, () -> as(organiser, m -> unpay(m, "event-50", all().get(0).id())));
    assertEquals(1, count("audit_entry where action = 'invoice.unpaid'"));
  }

  @Test
  void overdueIsByTheDayAndWarned() {
    registration(1, "ACCEPTED", "180", 3L);
    turn();
    assertFalse(codes().contains("INVOICE_OVERDUE"));
    Clock later = Clock.offset(CLOCK, Duration.ofDays(31));
    InvoicePage page =
        database.inTransaction(
            em ->
                new Made(em, organiser, later)
                    .desk.page("event-50", InvoiceStatus.OVERDUE, "marlowe", null, 10));
    assertEquals(1, page.invoices().size());
    assertEquals(InvoiceStatus.OVERDUE, page.invoices().get(0).status());
    assertEquals(
        List.of(InvoiceStatus.OPEN, InvoiceStatus.OVERDUE),
        page.sums().stream().map(InvoicePage.Sum::status).toList());
    assertTrue(codes().contains("NO_PAYMENT"), "the setting is not there");
  }

  @Test
  void nobodyElseReachesIt() {
    registration(1, "ACCEPTED", "180", 3L);
    turn();
    long id = all().get(0).id();
    String link = all().get(0).link();
    for (String slug : List.of("event-50", "event-60")) {
      Reader wrong = slug.equals("event-50") ? other : organiser;
      assertThrows(
          NotFoundException.class, () -> as(wrong, m -> m.desk.page(slug, null, "", null, 10)));
      assertThrows(
          NotFoundException.class, () -> as(wrong, m -> m.desk.pay(slug, List.of(id), TRANSFER)));
    }
    // the organiser of one event with the number of another's invoice
    assertThrows(NotFoundException.class, () -> as(other, m -> m.desk.one("event-60", id)));
    assertThrows(
        NotFoundException.class,
        () -> as(other, m -> m.desk.pay("event-60", List.of(id), TRANSFER)));
    assertThrows(
        NotFoundException.class, () -> as(other, m -> end(m, "event-60", id, "It is mine now.")));
    assertThrows(NotFoundException.class, () -> as(other, m -> unpay(m, "event-60", id)));
    assertEquals(0, payFor(other, "event-60", List.of(1L)));
    for (EventDuty duty : EventDuty.values()) {
      if (duty != EventDuty.ORGANISER) {
        MadeEvents.duty(database, 50, 3, duty);
        assertThrows(
            NotFoundException.class,
            () -> as(member, m -> m.desk.pay("event-50", List.of(id), TRANSFER)),
            duty.name());
      }
    }
    assertEquals(1, as(member, m -> m.own.of(1, null)).size());
    assertEquals(0, as(other, m -> m.own.of(1, null)).size());
    assertEquals(1, as(Reader.VISITOR, m -> m.own.of(1, TICKET)).size());
    assertEquals(0, as(Reader.VISITOR, m -> m.own.of(1, "x' or true")).size());
    assertEquals("INV-2026-000001", as(Reader.VISITOR, m -> m.own.linked(link)).number());
    for (String bad : new String[] {null, "", "x.y", link + "x", "1" + link, "a".repeat(1 << 20)}) {
      assertThrows(NotFoundException.class, () -> as(Reader.VISITOR, m -> m.own.linked(bad)));
    }
    database.sql(
        "update registration set account_id = null, mail = '', ticket = gen_random_uuid()");
    assertEquals(0, as(member, m -> m.own.of(1, TICKET)).size());
  }

  @Test
  void anotherAddressIsAnotherInvoice() {
    registration(1, "ACCEPTED", "180", 3L);
    turn();
    String link = all().get(0).link();
    assertThrows(
        InvalidException.class,
        () -> as(member, m -> m.own.readdress(link, "A".repeat(1 << 20), "", "")));
    InvalidException card =
        assertThrows(
            InvalidException.class,
            () -> as(member, m -> m.own.readdress(link, "Marlowe", "", "4111 1111 1111 1111")));
    assertTrue(card.fields().containsKey("reference"));
    String next =
        as(
            Reader.VISITOR,
            m -> m.own.readdress(link, "#{1+1} <b>", "Quay 1\r\n\r\nPiraeus\0", "PO 77"));
    assertNotEquals(link, next);
    Invoice now = as(Reader.VISITOR, m -> m.own.linked(next));
    assertEquals("#{1+1} <b>", now.company());
    assertEquals("Quay 1\nPiraeus", now.address());
    assertEquals(InvoiceStatus.VOID, as(Reader.VISITOR, m -> m.own.linked(link)).status());
    assertThrows(
        ConflictException.class, () -> as(member, m -> m.own.readdress(link, "A", "B", "C")));
    assertEquals(0, turn());
    String last = next;
    for (int i = 0; i < 4; i++) {
      String at = last;
      last = as(member, m -> m.own.readdress(at, "Company", "Quay", ""));
    }
    String end = last;
    assertThrows(
        ConflictException.class, () -> as(member, m -> m.own.readdress(end, "A", "B", "C")));
  }

  @Test
  void whatWasIssuedStands() {
    registration(1, "ACCEPTED", "180", 3L);
    turn();
    for (String sql :
        List.of(
            "delete from event_invoice",
            "update event_invoice set amount = 1",
            "update event_invoice set number = 'INV-2026-000009'",
            "update event_invoice set name = 'Another'")) {
      assertThrows(RuntimeException.class, () -> database.sql(sql), sql);
    }
    Clock later = Clock.offset(CLOCK, Duration.ofDays(3700));
    assertEquals(0, forget(CLOCK.instant()));
    database.sql(
        "alter table event_invoice disable trigger event_invoice_kept",
        "update event_invoice set issued_at = timestamptz '2001-01-01T00:00Z'",
        "alter table event_invoice enable trigger event_invoice_kept");
    assertEquals(1, forget(later.instant()));
  }

  /** Two nodes and a transaction that fails: each has one invoice, and no number is missing. */
  @Test
  void numbersHaveNoGapsWhoeverIssues() throws Exception {
    for (long i = 1; i <= 40; i++) {
      registration(i, "ACCEPTED", "180", null);
    }
    race(
        (made, id) -> {
          made.round.settle(id);
          if (id % 5 == 0) {
            throw new IllegalStateException("The machine stopped");
          }
        });
    turn();
    assertEquals(40, count("event_invoice"));
    assertEquals(40, count("(select distinct registration_id from event_invoice) x"));
    assertEquals(
        "INV-2026-000040", database.value("select max(number) from event_invoice where true"));
  }

  /** The control: without the lock, two nodes stumble over each other, and the database says so. */
  @Test
  void withoutTheLockTwoNodesIssueTwice() throws Exception {
    for (long i = 1; i <= 40; i++) {
      registration(i, "ACCEPTED", "180", null);
    }
    int failed =
        race(
            (made, id) -> {
              InvoiceBookRepository unlocked =
                  new InvoiceBookRepository(made.em) {
                    @Override
                    void lock() {}
                  };
              new InvoiceRound(unlocked, made.writer).settle(id);
            });
    assertTrue(failed > 0, "nothing collided");
    assertEquals(40, count("(select distinct registration_id from event_invoice) x"));
  }

  /** Work on one registration. */
  private interface Work {
    void on(Made made, long id);
  }

  /** Four nodes work on the same forty at once; how many transactions failed. */
  private static int race(Work work) throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> done = new ArrayList<>();
    for (int node = 0; node < 4; node++) {
      Callable<Integer> each =
          () -> {
            start.await();
            int failed = 0;
            for (long id = 1; id <= 40; id++) {
              long at = id;
              try {
                database.inTransaction(
                    em -> {
                      work.on(new Made(em, Reader.SYSTEM, CLOCK), at);
                      return null;
                    });
              } catch (IllegalStateException | PersistenceException stopped) {
                failed++;
              }
            }
            return failed;
          };
      done.add(nodes.submit(each));
    }
    start.countDown();
    int failed = 0;
    for (Future<Integer> one : done) {
      failed += one.get();
    }
    nodes.shutdown();
    return failed;
  }

  @Test
  void fourStatementsWhateverTheRows() {
    for (long i = 1; i <= 60; i++) {
      registration(i, "ACCEPTED", "180", null);
    }
    turn();
    database.inTransaction(
        em -> {
          Made made = new Made(em, organiser, CLOCK);
          List<String> sent =
              database.statements(
                  () ->
                      assertEquals(
                          50, made.desk.page("event-50", null, "", null, 50).invoices().size()));
          assertEquals(4, sent.size(), sent.toString());
          return null;
        });
    Long cursor = as(organiser, m -> m.desk.page("event-50", null, "", null, 50)).next();
    InvoicePage rest = as(organiser, m -> m.desk.page("event-50", null, "", cursor, 50));
    assertEquals(10, rest.invoices().size());
    assertNull(rest.next());
  }
}
