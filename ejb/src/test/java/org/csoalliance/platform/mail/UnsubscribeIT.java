package org.csoalliance.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnsubscribeIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeEach
  void people() {
    database.sql("delete from outbox_mail", "delete from mail_stop", "delete from account");
    for (int id = 1; id <= 2; id++) {
      database.sql(
          "insert into account (id, email, email_key, name, state, created_at) values ("
              + id
              + ", 'm@x.example', 'm"
              + id
              + "@x.example', 'M', 'ACTIVE', now())");
    }
  }

  private static OutgoingMail mail(long account, MailList list) {
    return new OutgoingMail("m@x.example", account, "ALERT", "", "S", "B", list);
  }

  private static List<String> queue(OutgoingMail... mails) {
    return database.inTransaction(em -> new Outbox(em).queue(List.of(mails)));
  }

  private static Optional<MailList> stop(String token) {
    return database.inTransaction(
        em ->
            new UnsubscribeService(new MailListRepository(em), new AuditLog(em), Clock.systemUTC())
                .stop(token));
  }

  private static String token() {
    String address =
        (String) database.value("select unsubscribe from outbox_mail order by id desc limit 1");
    return address.substring(address.indexOf("?t=") + 3);
  }

  @Test
  void theLinkInAMailStopsThatListOfThatPersonAndNoMore() {
    queue(mail(1, MailList.ALERTS));
    String token = token();
    assertEquals(Optional.of(MailList.ALERTS), stop(token));
    assertEquals(Optional.of(MailList.ALERTS), stop(token), "twice is no fault");
    assertEquals(1L, database.value("select count(*) from mail_stop"));
    assertEquals(
        1L,
        database.value(
            "select count(*) from audit_entry where action = 'mail.stopped'"
                + " and actor_role = 'SYSTEM'"));
    List<String> ids =
        queue(
            mail(1, MailList.ALERTS),
            mail(1, MailList.STATISTICS),
            mail(2, MailList.ALERTS),
            mail(1, null));
    assertNull(ids.get(0));
    ids.subList(1, 4).forEach(id -> assertNotNull(id));
    assertEquals(3, Set.copyOf(ids.subList(1, 4)).size());
    assertEquals(4L, database.value("select count(*) from outbox_mail"));
    assertNull(
        database.value("select unsubscribe from outbox_mail where list is null"),
        "what cannot be stopped offers no link");
  }

  @Test
  void aMadeUpLinkStopsNothing() {
    queue(mail(1, MailList.ALERTS));
    String signature = token().substring(token().indexOf('.'));
    assertEquals(Optional.empty(), stop("MjpBTEVSVFM" + signature)); // 2:ALERTS
    assertEquals(Optional.empty(), stop(null));
    assertEquals(0L, database.value("select count(*) from mail_stop"));
  }

  @Test
  void aPersonStopsAndStartsTheirOwn() {
    CallerContext caller = new CallerContext();
    caller.set(new Reader(1L, "M", null, EnumSet.of(Role.MEMBER)));
    database.doInTransaction(
        em -> {
          MailListService service =
              new MailListService(
                  new MailListRepository(em), new AuditLog(em), caller, Clock.systemUTC());
          service.stop(MailList.STATISTICS);
          assertEquals(Set.of(MailList.STATISTICS), service.stopped());
          service.start(MailList.STATISTICS);
          service.start(MailList.STATISTICS);
          assertTrue(service.stopped().isEmpty());
        });
  }

  @Test
  void aListNeedsAnAccount() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new OutgoingMail("a@b.example", null, "X", "", "S", "B", MailList.ALERTS));
  }
}
