package org.csoalliance.membership.vetting;

import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.csoalliance.membership.LinkCode;
import org.csoalliance.membership.MembershipStart;
import org.csoalliance.membership.NewMember;
import org.csoalliance.membership.StartedMember;
import org.csoalliance.membership.join.Application;
import org.csoalliance.membership.join.ApplicationRepository;
import org.csoalliance.membership.join.ApplicationState;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.security.StepUpRequiredException;

/**
 * The second officer's decision, and the decision of an appeal. Of two decisions at once one wins:
 * the row of the application is locked, and the other is told what it is by then.
 */
@Stateless
@RolesAllowed(VETTING_OFFICER)
public class VettingDecisionService {
  private static final String OBJECT = "application";
  private static final Duration LINK_LIVES = Duration.ofDays(7);

  @Inject private VettingDesk desk;
  @Inject private VettingRepository repository;
  @Inject private ApplicationRepository applications;
  @Inject private ActivationRepository activations;
  @Inject private MembershipStart start;
  @Inject private VettingMail mail;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private StepUp stepUp;

  /** Made by the container. */
  public VettingDecisionService() {}

  /** For tests. */
  public VettingDecisionService(
      VettingDesk desk,
      VettingRepository repository,
      ApplicationRepository applications,
      ActivationRepository activations,
      MembershipStart start,
      VettingMail mail,
      Outbox outbox,
      AuditLog audit,
      StepUp stepUp) {
    this.desk = desk;
    this.repository = repository;
    this.applications = applications;
    this.activations = activations;
    this.start = start;
    this.mail = mail;
    this.outbox = outbox;
    this.audit = audit;
    this.stepUp = stepUp;
  }

  /** Whether the officer proved lately who they are, as a decision asks. */
  public boolean ready() {
    return stepUp.fresh();
  }

  /**
   * Asks for that proof, before a page lets somebody type a reason.
   *
   * @throws StepUpRequiredException when it is not fresh
   */
  public void prove() {
    stepUp.require();
  }

  /**
   * Makes the applicant a member, in the same transaction.
   *
   * @param seen the version that the officer looked at
   * @param typed why, in 10 to 2,000 characters; the other officers read it
   * @throws StepUpRequiredException when the officer did not prove lately who they are
   * @throws NotFoundException when there is none, or it is one of the officer's own company
   * @throws RefusedException when this officer may not decide, or checks are missing
   * @throws ConflictException when somebody else was first, or the address has an account by now
   * @throws InvalidException when the reason is too short or too long
   */
  public Approved approve(String reference, int seen, String typed) {
    stepUp.require();
    repository.lockApprovals();
    VettingDesk.Taken taken = toDecide(reference, seen);
    if (!taken.standing().mayApprove()) {
      throw new RefusedException(
          taken.standing().barred().isEmpty()
              ? "Not all is checked. " + String.join(". ", taken.standing().missing()) + "."
              : taken.standing().barred());
    }
    String reason = VettingDesk.text("reason", typed);
    Application application = taken.application();
    if (repository.addressTaken(application.emailKey(), application.accountId())
        || application.accountId() != null && !repository.active(application.accountId())) {
      throw new ConflictException(
          "The applicant's address has got another account, or the account was ended. Settle that"
              + " first.");
    }
    VettingStep.Kind kind = kind(application);
    StartedMember started = start.begin(member(application), desk.officer());
    application.approve(started.accountId(), desk.now());
    applications.flush();
    repository.addStep(
        taken.id(), kind, VettingStep.Outcome.APPROVED, reason, desk.officer(), desk.now());
    String code = taken.known().usable() ? null : newCode(started.accountId(), taken.id());
    outbox.queue(List.of(mail.approved(application, started, code)));
    audit.record(
        desk.officer(),
        "application.approved",
        OBJECT,
        reference,
        started.contested().isEmpty()
            ? ""
            : "Contested: " + String.join(", ", started.contested()));
    return new Approved(started.contested(), code != null);
  }

  /**
   * Refuses the application; the applicant reads the reason and may appeal once.
   *
   * @param seen the version that the officer looked at
   * @param typed why, in 10 to 2,000 characters; it is mailed
   * @throws StepUpRequiredException when the officer did not prove lately who they are
   * @throws NotFoundException when there is none, or it is one of the officer's own company
   * @throws RefusedException when this officer may not decide
   * @throws ConflictException when somebody else was first
   * @throws InvalidException when the reason is too short or too long
   */
  public void refuse(String reference, int seen, String typed) {
    stepUp.require();
    VettingDesk.Taken taken = toDecide(reference, seen);
    if (!taken.standing().mayRefuse()) {
      throw new RefusedException(
          taken.standing().barred().isEmpty()
              ? "An application is refused once a first officer completed the checks, or found"
                  + " something not in order."
              : taken.standing().barred());
    }
    String reason = VettingDesk.text("reason", typed);
    Application application = taken.application();
    VettingStep.Kind kind = kind(application);
    application.course().refuse(reason, desk.now());
    applications.flush();
    repository.addStep(
        taken.id(), kind, VettingStep.Outcome.REFUSED, reason, desk.officer(), desk.now());
    outbox.queue(
        List.of(mail.refused(application, reason, kind == VettingStep.Kind.APPEAL_DECIDED)));
    audit.record(desk.officer(), "application.refused", OBJECT, reference, "");
  }

  /**
   * Mails a new activation link; the one before is dead from then on.
   *
   * @throws ConflictException when the person needs none: not approved, or signed in before
   */
  public void resendLink(String reference) {
    VettingDesk.Taken taken = desk.take(reference);
    Application application = taken.application();
    if (application.course().state() != ApplicationState.APPROVED
        || application.accountId() == null
        || taken.known().usable()) {
      throw new ConflictException("This person needs no activation link.");
    }
    String code = newCode(application.accountId(), taken.id());
    repository.addStep(
        taken.id(), VettingStep.Kind.LINK_SENT, null, "", desk.officer(), desk.now());
    outbox.queue(List.of(mail.link(application, code)));
    audit.record(desk.officer(), "application.link_sent", OBJECT, reference, "");
  }

  private VettingDesk.Taken toDecide(String reference, int seen) {
    VettingDesk.Taken taken = desk.take(reference, seen);
    if (taken.application().course().state().ended()) {
      throw VettingDesk.moved(taken.application().course().state());
    }
    return taken;
  }

  private static VettingStep.Kind kind(Application application) {
    return application.course().state() == ApplicationState.APPEALED
        ? VettingStep.Kind.APPEAL_DECIDED
        : VettingStep.Kind.DECIDED;
  }

  private String newCode(long account, long application) {
    String code = LinkCode.make();
    activations.put(account, application, LinkCode.hash(code), desk.now().plus(LINK_LIVES));
    return code;
  }

  private NewMember member(Application application) {
    return new NewMember(
        application.accountId(),
        application.email(),
        application.name(),
        application.telephone(),
        new NewMember.NewCompany(
            application.companyImo(),
            application.companyName(),
            application.companyCountry(),
            application.sector(),
            desk.companyDomain(application)),
        application.role(),
        applications.ships(application.id()).stream()
            .map(ship -> new NewMember.NewShip(ship.imo(), ship.name(), ship.type(), ship.flag()))
            .toList());
  }
}
