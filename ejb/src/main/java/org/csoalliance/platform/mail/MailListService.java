package org.csoalliance.platform.mail;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** The lists of mails that a person gets, for the person alone. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class MailListService {
  @Inject private MailListRepository repository;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public MailListService() {}

  MailListService(
      MailListRepository repository, AuditLog audit, CallerContext caller, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The lists that the caller has stopped. */
  public Set<MailList> stopped() {
    return repository.stopped(caller.reader().accountId());
  }

  /** No mail of the list goes to the caller from now on. */
  public void stop(MailList list) {
    Reader reader = caller.reader();
    if (repository.stop(reader.accountId(), list, false, clock.instant())) {
      record(reader, "mail.stopped", list);
    }
  }

  /** The caller gets the mails of the list again. */
  public void start(MailList list) {
    Reader reader = caller.reader();
    if (repository.start(reader.accountId(), list)) {
      record(reader, "mail.started", list);
    }
  }

  private void record(Reader reader, String action, MailList list) {
    audit.record(reader, action, "account", String.valueOf(reader.accountId()), list.words());
  }
}
