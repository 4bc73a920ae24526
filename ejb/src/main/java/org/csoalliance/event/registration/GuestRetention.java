package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** How long it is kept that somebody asked for a link. */
@Dependent
public class GuestRetention {
  private GuestRepository guests;

  /** For CDI. */
  protected GuestRetention() {}

  /** Forgets through the given repository. */
  @Inject
  public GuestRetention(GuestRepository guests) {
    this.guests = guests;
  }

  /** Adds the rule. */
  public void asked(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "event-guest-links",
            "Name and address of somebody who asked to register for an event as a guest",
            "48 hours, unless the form was sent",
            "The link in the mail opens the form for as long.",
            RetentionRule.JOB,
            guests::forgetLinks));
  }
}
