package org.csoalliance.membership.data;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.security.StepUpRequiredException;

/**
 * Erases a person at their own wish (GDPR, article 17). What must stay, stays without the person:
 * reports read "Former member", and the audit log shows a pseudonym. Everybody signed in by a
 * browser may call it, those too who hold no role any more.
 */
@Stateless
@PermitAll
public class ErasureService {
  @Inject private MemberDataRepository data;
  @Inject private Event<AccountErased> event;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private StepUp stepUp;

  private Consumer<AccountErased> told;

  /** Made by the container. */
  public ErasureService() {}

  /** For tests: tells the given consumer instead of an event. */
  ErasureService(
      MemberDataRepository data,
      Consumer<AccountErased> told,
      Outbox outbox,
      AuditLog audit,
      CallerContext caller,
      StepUp stepUp) {
    this.data = data;
    this.told = told;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.stepUp = stepUp;
  }

  /**
   * Called by the page that asks for confirmation, so that the person proves who they are first.
   *
   * @throws StepUpRequiredException unless the caller proved that lately
   */
  public void prepare() {
    stepUp.require();
  }

  /**
   * Erases the caller, in one transaction; every session ends with it.
   *
   * @throws RefusedException for the last administrator
   * @throws StepUpRequiredException unless the caller proved lately who they are
   */
  public void erase() {
    stepUp.require();
    long account = caller.ownAccount();
    if (data.administrates(account) && !data.administratedWithout(account)) {
      throw new RefusedException(
          "You are the last administrator. Grant the role to another person first.");
    }
    MemberDataRepository.Person person = data.lock(account);
    data.erase(account, person.emailKey(), AccountErased.NAME);
    AccountErased erased = new AccountErased(account, person.emailKey());
    if (told == null) {
      event.fire(erased);
    } else {
      told.accept(erased);
    }
    outbox.queue(
        List.of(
            new OutgoingMail(
                person.email(),
                null,
                "ACCOUNT",
                "",
                "[CSO Alliance] Your account is erased",
                "Your account was erased at your wish. What must stay is kept without your name:"
                    + " reports say \"Former member\".\n\nThis mail itself is deleted after 12"
                    + " months. If it was not you, write to us at once.\n")));
    audit.record(
        new Reader(account, AccountErased.NAME, null, caller.reader().roles()),
        "account.erased",
        "account",
        String.valueOf(account),
        "");
  }
}
