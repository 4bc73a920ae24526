package org.csoalliance.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages to the office: taken, limited, answered, gone on with. */
class ContactIT {
  @RegisterExtension static final Database database = new Database();

  private static final Instant NOW = MadeMembers.NOW;
  private Reader editor;
  private Reader vetting;

  @BeforeEach
  void people() {
    database.sql("truncate account, company, contact_thread, outbox_mail cascade");
    editor = MadeMembers.account(database, 1, null, Role.EDITOR);
    vetting = MadeMembers.account(database, 2, null, Role.VETTING_OFFICER);
  }

  private static <T> T at(Instant now, Reader reader, Function<ContactService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new ContactService(
                    new ContactRepository(em),
                    new ContactMails(new Outbox(em), MadeMembers.settings()),
                    MadeMembers.audit(em),
                    MadeMembers.caller(reader),
                    MadeMembers.settings(),
                    Clock.fixed(now, ZoneOffset.UTC))));
  }

  private static <T> T desk(Reader reader, Function<ContactDeskService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new ContactDeskService(
                    new ContactRepository(em),
                    new ContactMails(new Outbox(em), MadeMembers.settings()),
                    MadeMembers.audit(em),
                    MadeMembers.caller(reader),
                    MadeMembers.CLOCK)));
  }

  private static String form() {
    return at(NOW.minusSeconds(60), Reader.VISITOR, ContactService::form);
  }

  private static NewContact about(ContactTopic topic, String mail, String body) {
    return NewContact.typed(topic.name(), "Ann Other", mail, "A question", body);
  }

  private static String send(String form, NewContact made, String source) {
    return at(NOW, Reader.VISITOR, service -> service.send(form, "", made, source));
  }

  private static long count(String sql) {
    return ((Number) database.value("select count(*) from " + sql)).longValue();
  }

  @Test
  void theDeskHasPages() {
    database.sql(
        "insert into contact_thread (reference, form_key, topic, state, name, email, email_key, subject,"
            + " likeness, created_at, updated_at) select 'MSG-2026-' || lpad(n::text, 5, '0'),"
            + " gen_random_uuid()::text, 'MEMBERSHIP', case when n % 3 = 0 then 'CLOSED' else 'OPEN' end,"
            + " 'Ann', 'ann@sea.example', 'ann@sea.example', 'Question', '', now(), now()"
            + " from generate_series(1, 120) n");
    Set<String> seen = new HashSet<>();
    for (int page = 0; page < 3; page++) {
      int now = page;
      List<ContactThread> found = desk(vetting, service -> service.list(null, now));
      assertEquals(page < 2 ? ContactDeskService.PAGE + 1 : 20, found.size());
      found.stream().limit(ContactDeskService.PAGE).forEach(one -> seen.add(one.reference()));
    }
    assertEquals(120, seen.size());
    assertEquals(40, desk(vetting, service -> service.list(ContactState.CLOSED, 0)).size());
    assertEquals(0, desk(vetting, service -> service.list(null, 99_999)).size());
  }

  @Test
  void aMessageGoesToItsRoleAndTheAnswerComesBack() {
    String token =
        send(
            form(),
            about(ContactTopic.MEMBERSHIP, "ann@sea.example", "How do I join?"),
            "192.0.2.1");
    ContactThread thread = at(NOW, Reader.VISITOR, service -> service.thread(token));
    assertTrue(thread.reference().matches("MSG-2026-\\d{5}"), thread.reference());
    assertEquals(
        1,
        count(
            "outbox_mail where recipient = 'ann@sea.example' and body like '%/contact/thread?t=%'"));
    assertEquals(
        0, count("outbox_mail where body like '%How do I join%'"), "who was mailed may be another");
    assertEquals(1, count("outbox_mail where account_id = 2"), "the vetting officer is told");
    assertEquals(0, count("outbox_mail where account_id = 1"));
    assertTrue(desk(editor, service -> service.list(null, 0)).isEmpty());
    assertThrows(
        NotFoundException.class, () -> desk(editor, service -> service.open(thread.reference())));
    desk(
        vetting,
        service -> {
          service.answer(thread.reference(), "By the page Join now.");
          return null;
        });
    assertEquals(1, count("outbox_mail where body like 'By the page Join now.%'"));
    at(
        NOW,
        Reader.VISITOR,
        service -> {
          service.reply(token, "Thank you");
          return null;
        });
    ContactThread whole = at(NOW, Reader.VISITOR, service -> service.thread(token));
    assertEquals(3, whole.messages().size());
    assertEquals(ContactState.OPEN, whole.state());
    desk(
        vetting,
        service -> {
          service.passOn(thread.reference(), "PRESS");
          return null;
        });
    assertEquals(1, desk(editor, service -> service.list(null, 0)).size());
    assertThrows(
        NotFoundException.class, () -> desk(vetting, service -> service.open(thread.reference())));
    desk(
        editor,
        service -> {
          service.close(thread.reference());
          return null;
        });
    assertThrows(
        ConflictException.class,
        () ->
            at(
                NOW,
                Reader.VISITOR,
                service -> {
                  service.reply(token, "More");
                  return null;
                }));
  }

  @Test
  void aFormIsSentOnceHoweverOftenItIsPressed() throws Exception {
    String form = form();
    NewContact made = about(ContactTopic.PRESS, "ann@sea.example", "Once");
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> presses = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        presses.add(() -> send(form, made, "192.0.2.9"));
      }
      Set<String> tokens = new java.util.HashSet<>();
      for (Future<String> each : pool.invokeAll(presses)) {
        tokens.add(each.get());
      }
      assertEquals(1, tokens.size());
    } finally {
      pool.shutdownNow();
    }
    assertEquals(1, count("contact_thread"));
  }

  @Test
  void aFloodOfOneSourceStopsThatSourceAlone() {
    for (int i = 0; i < ContactLimits.USUAL.source(); i++) {
      send(form(), about(ContactTopic.PRESS, "a" + i + "@sea.example", "Text " + i), "192.0.2.1");
    }
    NewContact more = about(ContactTopic.PRESS, "z@sea.example", "Another text");
    assertThrows(ConflictException.class, () -> send(form(), more, "192.0.2.1"));
    send(form(), more, "192.0.2.2");
    at(
        NOW,
        editor,
        service ->
            service.send(
                form(), "", about(ContactTopic.PRESS, "e@sea.example", "Signed in"), "192.0.2.1"));
    assertEquals(
        10,
        count("outbox_mail where account_id = 1"),
        "officers are told ten times an hour at most");
  }

  @Test
  void theSameWordsFromManyNetworksStop() {
    for (int i = 0; i < ContactLimits.USUAL.alike(); i++) {
      send(
          form(),
          about(ContactTopic.PRESS, "a" + i + "@sea.example", "Buy  cheap, rope! "),
          "192.0.2." + i);
    }
    assertThrows(
        ConflictException.class,
        () ->
            send(
                form(),
                about(ContactTopic.PRESS, "b@sea.example", "BUY cheap rope"),
                "198.51.100.1"));
    send(form(), about(ContactTopic.PRESS, "b@sea.example", "We lost a rope"), "198.51.100.1");
  }

  @Test
  void machinesAreToldWithoutAPuzzle() {
    NewContact made = about(ContactTopic.PRESS, "ann@sea.example", "Text");
    String fresh = at(NOW, Reader.VISITOR, ContactService::form);
    String old = at(NOW.minus(Duration.ofDays(3)), Reader.VISITOR, ContactService::form);
    for (String form : new String[] {fresh, old, "made.up", "", null}) {
      assertThrows(ConflictException.class, () -> send(form, made, "192.0.2.1"), form);
    }
    assertThrows(
        ConflictException.class,
        () ->
            at(
                NOW,
                Reader.VISITOR,
                service -> service.send(form(), "https://x.example", made, "192.0.2.1")));
    assertEquals(0, count("contact_thread"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello\r\nBcc: all@sea.example",
        "Hello\nSubject: x",
        "Hello\u0000",
        "Hello\tthere\rX: y"
      })
  void whatWouldAddAHeaderIsRefused(String typed) {
    InvalidException subject =
        assertThrows(
            InvalidException.class,
            () -> NewContact.typed("PRESS", "Ann", "a@sea.example", typed + "x", "Text"));
    assertEquals(Set.of("subject"), subject.fields().keySet());
    InvalidException name =
        assertThrows(
            InvalidException.class,
            () -> NewContact.typed("PRESS", typed + "x", "a@sea.example", "Hi", "Text"));
    assertEquals(Set.of("name"), name.fields().keySet());
    assertThrows(
        InvalidException.class,
        () -> NewContact.typed("PRESS", "Ann", "a@sea.example" + typed, "Hi", "Text"));
  }

  @Test
  void tenMegabytesAndNothingAreRefused() {
    String huge = "x".repeat(10 * 1024 * 1024);
    InvalidException all =
        assertThrows(InvalidException.class, () -> NewContact.typed(huge, huge, huge, huge, huge));
    assertEquals(5, all.fields().size());
    assertEquals(
        5,
        assertThrows(InvalidException.class, () -> NewContact.typed(null, null, null, null, null))
            .fields()
            .size());
  }

  @Test
  void aLinkOfAnotherKindOpensNothing() {
    send(form(), about(ContactTopic.PRESS, "ann@sea.example", "Text"), "192.0.2.1");
    for (String token : new String[] {form(), null, "", "1", "MQ.AAAA"}) {
      assertThrows(
          NotFoundException.class, () -> at(NOW, Reader.VISITOR, service -> service.thread(token)));
    }
  }

  @Test
  void whatIsHeldIsHandedOutErasedAndForgotten() {
    send(form(), about(ContactTopic.PRESS, "P1@test.example", "About me"), "192.0.2.1");
    database.doInTransaction(
        em -> assertEquals(1, new ContactRepository(em).held(1).size(), "by the address"));
    database.doInTransaction(
        em -> assertEquals(1, new ContactRepository(em).forgetSources(NOW.plusSeconds(1))));
    assertEquals(0, count("contact_thread where source is not null"));
    database.doInTransaction(
        em ->
            new ContactHeld(new ContactRepository(em))
                .erased(new AccountErased(1, "p1@test.example")));
    assertEquals(0, count("contact_thread"));
    assertFalse(count("audit_entry where action = 'contact.received'") == 0);
  }
}
