package org.csoalliance.membership.vetting;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.membership.FirstPassword;
import org.csoalliance.membership.LinkCode;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/** A new member chooses the first password by the link that was mailed. The code is the right. */
@Stateless
@PermitAll
public class ActivationService {
  @Inject private ActivationRepository activations;
  @Inject private VettingRepository vetting;
  @Inject private FirstPassword passwords;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public ActivationService() {}

  /** For tests. */
  public ActivationService(
      ActivationRepository activations,
      VettingRepository vetting,
      FirstPassword passwords,
      AuditLog audit,
      Clock clock) {
    this.activations = activations;
    this.vetting = vetting;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The address that the code activates.
   *
   * @return empty when the code is wrong, too old or used: all three are answered alike
   */
  public Optional<String> address(String code) {
    return activations
        .live(LinkCode.hash(code), clock.instant())
        .map(ActivationRepository.Owner::email);
  }

  /**
   * Sets the password and uses the code up.
   *
   * @throws NotFoundException when the code is wrong, too old or used
   * @throws InvalidException with a sentence for {@code password}
   */
  public void activate(String code, String password) {
    ActivationRepository.Owner owner =
        activations
            .lock(LinkCode.hash(code), clock.instant())
            .orElseThrow(() -> new NotFoundException("This link does not work any more."));
    passwords.set(owner.accountId(), password);
    activations.used(owner.accountId(), clock.instant());
    Reader member = new Reader(owner.accountId(), owner.name(), null, Set.of(Role.MEMBER));
    vetting.addStep(
        owner.applicationId(), VettingStep.Kind.ACTIVATED, null, "", member, clock.instant());
    audit.record(member, "account.activated", "application", owner.reference(), "");
  }
}
