package org.csoalliance.membership.join;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.text.PlainText;

/** The words of the mails about an application: plain text, for the person alone. */
final class JoinMail {
  /** Mails about applications. */
  static final String CATEGORY = "APPLICATION";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final String END =
      "\n\nCSO Alliance\nWe never ask for a password by mail. If this is not for you, do nothing.\n";

  private JoinMail() {}

  /** The way into a new or waiting application. */
  static OutgoingMail begin(String to, String url) {
    return mail(
        to,
        null,
        "",
        "Your application to the CSO Alliance",
        "Somebody, probably you, asked to join the CSO Alliance with this address.\n\n"
            + "Open or continue the application with this link:\n"
            + url
            + "\n\nThe link opens it for 14 days, on any device, as often as you like. What you"
            + " typed is kept, so you can stop and come back. Do not pass the link on: whoever has"
            + " it reads what you wrote.");
  }

  /** The answer where the address has an account; nothing has changed for it. */
  static OutgoingMail known(String to, String base) {
    return mail(
        to,
        null,
        "",
        "Your application to the CSO Alliance",
        "Somebody, probably you, asked to join the CSO Alliance with this address.\n\n"
            + "This address has an account already, so there is nothing to apply for, and nothing"
            + " was changed. Sign in here:\n"
            + base
            + "/sign-in\n\nIf you have left a company and come back with another one, or cannot"
            + " sign in any longer, answer to the office: the page "
            + base
            + "/contact says how.");
  }

  /** It came in. */
  static OutgoingMail sent(Application application, String url, boolean again) {
    return mail(
        application.email(),
        application.accountId(),
        application.reference(),
        application.reference() + (again ? ": we have your answer" : ": we have your application"),
        "Good day "
            + PlainText.line(application.name(), 200)
            + ",\n\n"
            + (again ? "your answer" : "your application")
            + " has reached us under the reference "
            + application.reference()
            + ".\n\nTwo officers look at it, one after the other. One of them calls you back"
            + " through your company’s switchboard. You hear from us by "
            + day(application.course().answerBy())
            + ".\n\nHow it stands, and what you sent, is here for 14 days:\n"
            + url);
  }

  /** The question to a member. */
  static OutgoingMail vouch(String to, long account, Application application, String url) {
    return mail(
        to,
        account,
        application.reference(),
        "Do you know this person? " + PlainText.line(application.name(), 100),
        "Somebody who applies to the CSO Alliance has named you as a member who knows them:\n\n"
            + PlainText.line(application.name(), 200)
            + "\n"
            + PlainText.line(application.companyName(), 200)
            + "\n\nSay with one click whether you vouch for this person or do not know them:\n"
            + url
            + "\n\nThe link takes one answer. The applicant does not learn what you say, nor"
            + " that you are a member. If you would rather not answer, do nothing.");
  }

  /** It was taken back. */
  static OutgoingMail withdrawn(Application application) {
    return mail(
        application.email(),
        application.accountId(),
        application.reference() == null ? "" : application.reference(),
        "Your application is withdrawn",
        "You have withdrawn your application"
            + (application.reference() == null ? "" : " " + application.reference())
            + ". The papers that you sent are deleted. You may apply again at any time.");
  }

  /** An appeal came in. */
  static OutgoingMail appealed(Application application, String url) {
    return mail(
        application.email(),
        application.accountId(),
        application.reference(),
        application.reference() + ": we have your appeal",
        "Your appeal has reached us. Somebody who did not decide before looks at it; you hear from"
            + " us by "
            + day(application.course().answerBy())
            + ". That decision is the last one.\n\nHow it stands:\n"
            + url);
  }

  static String day(Instant at) {
    return DAY.format(at);
  }

  private static OutgoingMail mail(
      String to, Long account, String reference, String subject, String body) {
    return new OutgoingMail(to, account, CATEGORY, reference, subject, body + END);
  }
}
