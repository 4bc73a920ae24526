package org.csoalliance.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailAdministrationIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeEach
  void deadLetters() {
    database.sql(
        "delete from outbox_mail",
        "insert into outbox_mail (message_id, recipient, category, object_ref, subject, body,"
            + " state, attempts, next_attempt_at, last_error, created_at)"
            + " select '<' || n || '@a.example>', 'cso@fleet.example', 'ALERT', 'C-1', 'S', 'B',"
            + " 'DEAD', 10, now(), '550 no such user', now() from generate_series(1, 60) n",
        "insert into outbox_mail (message_id, recipient, category, subject, body, state,"
            + " next_attempt_at, created_at) values ('<q>', 'a@b.example', 'ALERT', 'S', 'B',"
            + " 'QUEUED', now(), now()), ('<s>', 'a@b.example', 'ALERT', 'S', 'B', 'SENT', now(),"
            + " now())");
  }

  private static <T> T ask(Function<MailAdministration, T> question) {
    CallerContext caller = new CallerContext();
    caller.set(new Reader(8L, "administrator", null, Set.of(Role.ADMINISTRATOR)));
    Function<EntityManager, T> work =
        em ->
            question.apply(new MailAdministration(em, new AuditLog(em), caller, Clock.systemUTC()));
    return database.inTransaction(work);
  }

  private static long audited(String action) {
    return (Long)
        database.value("select count(*) from audit_entry where action = '" + action + "'");
  }

  @Test
  void countsAndPages() {
    MailCounts counts = ask(MailAdministration::counts);
    assertEquals(1, counts.waiting());
    assertEquals(1, counts.sent());
    assertEquals(60, counts.dead());
    List<DeadLetter> first = ask(mail -> mail.deadLetters(null));
    assertEquals(50, first.size());
    List<DeadLetter> rest = ask(mail -> mail.deadLetters(first.get(49).id()));
    assertEquals(10, rest.size());
    assertEquals("550 no such user", rest.get(0).lastError());
  }

  @Test
  void retryOneAndAll() {
    long one = ask(mail -> mail.deadLetters(null)).get(0).id();
    ask(
        mail -> {
          mail.retry(one);
          return null;
        });
    assertEquals(59, ask(MailAdministration::counts).dead());
    assertThrows(
        NotFoundException.class,
        () ->
            ask(
                mail -> {
                  mail.retry(one);
                  return null;
                }));
    assertEquals(59, ask(MailAdministration::retryAll));
    MailCounts counts = ask(MailAdministration::counts);
    assertEquals(0, counts.dead());
    assertEquals(61, counts.waiting());
    assertEquals(0, counts.failedBefore());
    assertEquals(2, audited("mail.retried"));
  }

  @Test
  void discardNeedsAReasonAndIsAudited() {
    DeadLetter letter = ask(mail -> mail.deadLetters(null)).get(0);
    for (String reason : new String[] {null, "", "  \n ", "x", "y".repeat(501)}) {
      assertThrows(InvalidException.class, () -> discard(letter.id(), reason));
    }
    discard(letter.id(), "The person has left");
    assertNull(database.value("select 1 from outbox_mail where id = " + letter.id()));
    assertEquals(1, audited("mail.discarded"));
    assertEquals(
        "ALERT C-1: The person has left",
        database.value("select detail from audit_entry where action = 'mail.discarded'"));
    long queued = (Long) database.value("select id from outbox_mail where state = 'QUEUED'");
    assertThrows(NotFoundException.class, () -> discard(queued, "Not dead at all"));
    assertTrue(ask(MailAdministration::counts).waiting() > 0);
  }

  private static void discard(long id, String reason) {
    ask(
        mail -> {
          mail.discard(id, reason);
          return null;
        });
  }
}
