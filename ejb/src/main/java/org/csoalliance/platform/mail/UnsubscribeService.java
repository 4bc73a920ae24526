package org.csoalliance.platform.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;

/**
 * Stops mails by the link in one of them (RFC 8058): whoever holds the mail may, without signing
 * in. The link is signed, so nobody can stop somebody else's mails by counting.
 */
@Stateless
@PermitAll
public class UnsubscribeService {
  private static final String USE = "unsubscribe";

  @Inject private MailListRepository repository;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public UnsubscribeService() {}

  UnsubscribeService(MailListRepository repository, AuditLog audit, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.clock = clock;
  }

  private record Subject(long account, MailList list) {}

  /** The list that the link stops; empty when it is none of ours. Changes nothing. */
  public Optional<MailList> listOf(String token) {
    return read(token).map(Subject::list);
  }

  /**
   * Stops the mails of the link, from now on. Doing so twice is no fault.
   *
   * @return the list; empty when the link is none of ours
   */
  public Optional<MailList> stop(String token) {
    Optional<Subject> subject = read(token);
    subject.ifPresent(
        stopped -> {
          if (repository.stop(stopped.account(), stopped.list(), true, clock.instant())) {
            audit.record(
                Reader.SYSTEM,
                "mail.stopped",
                "account",
                String.valueOf(stopped.account()),
                stopped.list().words() + ", by the link in a mail");
          }
        });
    return subject.map(Subject::list);
  }

  private Optional<Subject> read(String token) {
    return repository
        .links()
        .read(USE, token)
        .map(text -> text.split(":", 2))
        .filter(
            parts ->
                parts.length == 2
                    && parts[0].matches("[0-9]{1,18}")
                    && Arrays.stream(MailList.values())
                        .anyMatch(list -> list.name().equals(parts[1])))
        .map(parts -> new Subject(Long.parseLong(parts[0]), MailList.valueOf(parts[1])));
  }

  /** What a link to stop the list says, to be signed. */
  static String subject(long account, MailList list) {
    return account + ":" + list;
  }

  /** The use that its signature is bound to. */
  static String use() {
    return USE;
  }
}
