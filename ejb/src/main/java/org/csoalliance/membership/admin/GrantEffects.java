package org.csoalliance.membership.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.csoalliance.membership.AccountNotice;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;

/**
 * What becomes of a wish once a second person has confirmed it, and the mail that tells the person.
 */
@Dependent
public class GrantEffects {
  private PeopleRepository people;
  private IdentityLinkRepository links;
  private ServiceRepository services;
  private AccountNotice notice;
  private Outbox outbox;
  private Settings settings;
  private Clock clock;

  /** For CDI. */
  protected GrantEffects() {}

  /** Changes what the given repositories keep. */
  @Inject
  public GrantEffects(
      PeopleRepository people,
      IdentityLinkRepository links,
      ServiceRepository services,
      AccountNotice notice,
      Outbox outbox,
      Settings settings,
      Clock clock) {
    this.people = people;
    this.links = links;
    this.services = services;
    this.notice = notice;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** Carries a confirmed wish out, on behalf of who confirmed it. */
  void carryOut(RoleGrant grant, Reader by) {
    switch (grant.kind()) {
      case "FACTORS" -> resetFactors(grant);
      case "LINK" -> link(grant);
      default -> give(grant, by);
    }
  }

  private void resetFactors(RoleGrant grant) {
    people.resetFactors(grant.accountId());
    mail(
        grant,
        "Your second factors were reset",
        "Two people of the alliance have taken your passkeys and your authenticator app away."
            + " Sign in with your password and set up a new one.\n\nIf you did not ask for this,"
            + " write to "
            + settings.contactMail()
            + " at once.");
  }

  private void link(RoleGrant grant) {
    String provider = PersonDetail.Identity.words(grant.issuer());
    if (!links.link(grant.issuer(), grant.subject(), grant.accountId(), clock.instant())) {
      throw new ConflictException(
          "The subject, or this account at the provider, was linked meanwhile. Refuse this, and"
              + " look at the person's page");
    }
    notice.identityChanged(
        grant.accountId(),
        "Two people of the alliance have linked your account with "
            + provider
            + ". Who signs in over there as "
            + grant.subject()
            + " comes into your account.");
  }

  private void give(RoleGrant grant, Reader by) {
    people.give(grant.accountId(), grant.role());
    services.remember(
        grant.accountId(), clock.instant(), "ROLE_GRANTED", RoleWords.of(grant.role()), by);
    mail(
        grant,
        "Your role at the CSO Alliance: " + RoleWords.of(grant.role()),
        "You have the role "
            + RoleWords.of(grant.role())
            + " from now on.\n\nSign in at "
            + settings.baseUrl()
            + "/sign-in\nIf you have no password yet, ask for a link there under \"Forgotten the"
            + " password\".");
  }

  private void mail(RoleGrant grant, String subject, String text) {
    outbox.queue(
        List.of(
            new OutgoingMail(
                grant.email(),
                grant.accountId(),
                "ACCOUNT",
                "",
                subject,
                grant.name() + ",\n\n" + text + "\n")));
  }
}
