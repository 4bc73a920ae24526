package org.csoalliance.membership.join;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.membership.LinkCode;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * Sends an application, answers what was asked, takes it back, appeals. The id is the session's, as
 * in {@link ApplicationDraftService}.
 */
@Stateless
@PermitAll
public class ApplicationSubmissionService {
  private static final int MOST_TEXT = 2000;

  @Inject private ApplicationRepository applications;
  @Inject private JoinRepository links;
  @Inject private ApplicationLinks mailLinks;
  @Inject private SealedFiles files;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public ApplicationSubmissionService() {}

  /** For tests. */
  ApplicationSubmissionService(
      ApplicationRepository applications,
      JoinRepository links,
      ApplicationLinks mailLinks,
      SealedFiles files,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.applications = applications;
    this.links = links;
    this.mailLinks = mailLinks;
    this.files = files;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sends the application. Sent a second time it stays as it is, and the same reference is given.
   *
   * @return the reference
   * @throws ConflictException with what is missing, when something is
   */
  public String submit(long id) {
    Application application = lock(id);
    if (!application.course().open() && application.reference() != null) {
      return application.reference();
    }
    List<Proof> proofs = applications.proofs(id);
    List<String> missing = JoinRules.missing(application.role(), JoinRules.kinds(proofs));
    List<ApplicationShip> ships = applications.ships(id);
    for (Step step : List.of(Step.YOU, Step.COMPANY, Step.SHIPS, Step.RULES)) {
      if (!JoinRules.done(step, application, ships, JoinRules.kinds(proofs), List.of())) {
        throw new ConflictException("The step “" + step.words() + "” is not done yet.");
      }
    }
    if (!missing.isEmpty()) {
      throw new ConflictException(String.join(". ", missing) + ".");
    }
    Instant now = clock.instant();
    application.submit(
        applications.nextReference(now.atOffset(ZoneOffset.UTC).getYear()),
        null,
        now,
        WorkingDays.after(now, WorkingDays.PROMISED));
    applications.flush();
    askVouchers(application, now);
    mail(JoinMail.sent(application, mailLinks.issue(application), false));
    audit(application, "application.submitted", ships.size() + " ships");
    return application.reference();
  }

  private void askVouchers(Application application, Instant now) {
    links.findVouchers(application.id());
    List<String> unasked = links.unasked(application.id());
    for (Voucher named : applications.vouchers(application.id())) {
      String key = named.email().toLowerCase(java.util.Locale.ROOT);
      if (named.accountId() != null && unasked.contains(key)) {
        String code = LinkCode.make();
        links.asked(application.id(), key, LinkCode.hash(code), now);
        mail(
            JoinMail.vouch(
                named.email(), named.accountId(), application, mailLinks.vouchUrl(code)));
      }
    }
  }

  /**
   * Answers what the officers asked; they have it again afterwards.
   *
   * @throws InvalidException with a sentence for {@code reply}
   * @throws ConflictException when nothing is asked now
   */
  public void reply(long id, String text) {
    String answer = text("reply", text, "Write your answer, or what you have added");
    Application application = lock(id);
    if (application.course().state() != ApplicationState.MORE_ASKED) {
      throw new ConflictException("Nothing is asked of you now.");
    }
    Instant now = clock.instant();
    application.submit(null, answer, now, WorkingDays.after(now, WorkingDays.PROMISED));
    mail(JoinMail.sent(application, mailLinks.issue(application), true));
    audit(application, "application.answered", "");
  }

  /**
   * Takes the application back and deletes its papers at once.
   *
   * @throws ConflictException when it has ended already
   */
  public void withdraw(long id) {
    Application application = lock(id);
    Instant now = clock.instant();
    application.course().withdraw(now);
    for (Proof proof : applications.proofs(id)) {
      if (proof.kept()) {
        applications.fileRemoved(proof.id(), now);
        files.delete(proof.fileId());
      }
    }
    mail(JoinMail.withdrawn(application));
    audit(application, "application.withdrawn", "");
  }

  /**
   * Asks for another decision after a refusal; once.
   *
   * @throws InvalidException with a sentence for {@code appeal}
   * @throws ConflictException when there is nothing to appeal against, or it was done
   */
  public void appeal(long id, String text) {
    String why = text("appeal", text, "Write why the decision should be another one");
    Application application = lock(id);
    application.course().appeal(why, WorkingDays.after(clock.instant(), WorkingDays.PROMISED));
    mail(JoinMail.appealed(application, mailLinks.issue(application)));
    audit(application, "application.appealed", "");
  }

  private static String text(String field, String typed, String wanted) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      throw new InvalidException(field, wanted);
    }
    if (text.length() > MOST_TEXT) {
      throw new InvalidException(field, "Write at most 2,000 characters");
    }
    return PlainText.column(text, MOST_TEXT);
  }

  private void mail(OutgoingMail mail) {
    outbox.queue(List.of(mail));
  }

  private void audit(Application application, String action, String detail) {
    applications.flush();
    audit.record(Reader.VISITOR, action, "application", JoinService.ref(application), detail);
  }

  private Application lock(long id) {
    return applications.lock(id).orElseThrow(ApplicationDraftService::gone);
  }
}
