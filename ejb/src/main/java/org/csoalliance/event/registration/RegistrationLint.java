package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventLintAsked;
import org.csoalliance.event.EventSummary;
import org.csoalliance.event.EventWarning;

/** What an organiser is warned of about categories and codes: one statement. */
@Dependent
public class RegistrationLint {
  private SetupRepository setups;

  /** For CDI. */
  protected RegistrationLint() {}

  /** Asks the given repository. */
  @Inject
  public RegistrationLint(SetupRepository setups) {
    this.setups = setups;
  }

  /** Adds the warnings. */
  public void asked(@Observes EventLintAsked asked) {
    if (!asked.coming()) {
      return;
    }
    EventSummary event = asked.event().summary();
    SetupRepository.Standing standing = setups.standing(event.id());
    if (standing.byCode() && standing.codes() == 0) {
      asked.add(
          new EventWarning(
              "NO_CODE",
              "Registration is by invitation, and no code opens it: none was made, or all are used"
                  + " up or over.",
              "codes",
              ""));
    }
    boolean guests = event.audience() != EventAudience.MEMBERS;
    if (guests && standing.categories() > 0 && standing.forGuests() == 0) {
      asked.add(
          new EventWarning(
              "NO_GUEST_CATEGORY",
              "Guests may come, but no category is open to them, so they cannot register.",
              "categories",
              ""));
    }
    if (!guests && standing.forGuests() > 0) {
      asked.add(
          new EventWarning(
              "GUEST_CATEGORY_UNUSED",
              "A category is open to guests, but the event is for members alone.",
              "categories",
              ""));
    }
    Integer capacity = event.capacity();
    if (capacity != null && standing.together() != null && standing.together() < capacity) {
      asked.add(
          new EventWarning(
              "CATEGORIES_SMALLER",
              "All categories together have "
                  + standing.together()
                  + " seats, the event "
                  + capacity
                  + ". The rest is never given away.",
              "categories",
              ""));
    }
  }
}
