package org.csoalliance.publishing;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.MailListService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** Whether a person gets bulletins by mail, for the person alone. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class BulletinChoiceService {
  @Inject private SubscriberRepository subscribers;
  @EJB private MailListService lists;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public BulletinChoiceService() {}

  /** How the caller gets bulletins. */
  public Choice mine() {
    long account = caller.reader().accountId();
    Optional<String> state = subscribers.ofAccount(account);
    boolean stopped = lists.stopped().contains(MailList.BULLETIN);
    return new Choice(
        state.filter("ACTIVE"::equals).isPresent() && !stopped,
        state.filter("SUSPENDED"::equals).isPresent(),
        subscribers.historyOf(account));
  }

  /** The caller gets bulletins from now on. */
  public void start() {
    Reader reader = caller.reader();
    subscribers.start(reader.accountId(), clock.instant());
    lists.start(MailList.BULLETIN);
    record(reader, "bulletin.subscribed");
  }

  /** The caller gets no bulletins from now on. */
  public void stop() {
    Reader reader = caller.reader();
    subscribers.stop(reader.accountId(), clock.instant());
    record(reader, "bulletin.unsubscribed");
  }

  private void record(Reader reader, String action) {
    audit.record(reader, action, "account", String.valueOf(reader.accountId()), "");
  }
}
