package org.csoalliance.membership.vetting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.csoalliance.membership.StartedMember;
import org.csoalliance.membership.join.Application;
import org.csoalliance.membership.join.ApplicationLinks;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.text.PlainText;

/** What the applicant is told by mail at each step, in plain text. */
@Dependent
public class VettingMail {
  private static final String CATEGORY = "APPLICATION";

  private Settings settings;
  private ApplicationLinks links;

  /** For CDI. */
  protected VettingMail() {}

  /** Writes links of this deployment. */
  @Inject
  public VettingMail(Settings settings, ApplicationLinks links) {
    this.settings = settings;
    this.links = links;
  }

  /** More is asked for. */
  OutgoingMail askedMore(Application application, String text) {
    return mail(
        application,
        "We need more for your application",
        "An officer looked at your application and asks for more:\n\n"
            + quoted(text)
            + "\n\nAnswer on the page of your application; this link opens it for 14 days:\n"
            + links.issue(application)
            + "\n\nYour application waits until you answer.\n");
  }

  /** The first check is through. */
  OutgoingMail checked(Application application) {
    return mail(
        application,
        "Your application is checked",
        "One officer has checked your application. A second officer decides.\n"
            + "You need not do anything.\n");
  }

  /**
   * Approved.
   *
   * @param code of the activation link; null when the account can be signed in with already
   */
  OutgoingMail approved(Application application, StartedMember started, String code) {
    StringBuilder body =
        new StringBuilder("Two officers checked your application and approved it.\n");
    body.append("Welcome to the alliance.\n\n");
    if (code == null) {
      body.append("Sign in with the address and the password you have:\n")
          .append(settings.baseUrl())
          .append("/sign-in\n");
    } else {
      activation(body, code);
    }
    if (!started.contested().isEmpty()) {
      body.append("\nThese ships are on record with another company, and we did not put them under")
          .append(" you:\n");
      started.contested().forEach(imo -> body.append("IMO ").append(imo).append('\n'));
      body.append("You can claim them on the page of your fleet.\n");
    }
    return mail(application, "Your application is approved", body.toString());
  }

  /** A new activation link. */
  OutgoingMail link(Application application, String code) {
    StringBuilder body =
        new StringBuilder("Here is a new link. The one before does not work any more.\n\n");
    activation(body, code);
    return mail(application, "Your new activation link", body.toString());
  }

  private void activation(StringBuilder body, String code) {
    body.append("Choose your password here. The link works once, and for seven days:\n")
        .append(settings.baseUrl())
        .append("/activate?code=")
        .append(code)
        .append('\n');
  }

  /**
   * Refused.
   *
   * @param last whether this was the decision of the appeal
   */
  OutgoingMail refused(Application application, String reason, boolean last) {
    String after =
        last
            ? "Your appeal was decided by another officer. This decision is final.\n"
            : "You may appeal once; another officer then decides. Write why on the page of your"
                + " application.\nThis link opens it for 14 days:\n"
                + links.issue(application)
                + "\n";
    return mail(
        application,
        last ? "Your appeal is decided" : "Your application is refused",
        "We do not approve your application. The reason:\n\n"
            + quoted(reason)
            + "\n\n"
            + after
            + "\nThe papers you sent are deleted 30 days after the decision.\n");
  }

  private OutgoingMail mail(Application application, String subject, String text) {
    return new OutgoingMail(
        application.email(),
        application.accountId(),
        CATEGORY,
        application.reference(),
        "[CSO Alliance] " + subject + ", " + application.reference(),
        PlainText.line(application.name(), 200)
            + ",\n\n"
            + text
            + "\n"
            + application.reference()
            + "\nThe CSO Alliance office, "
            + settings.contactMail()
            + "\n");
  }

  private static String quoted(String text) {
    return "> " + text.strip().replaceAll("\\R", "\n> ");
  }
}
