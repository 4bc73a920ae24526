package org.csoalliance.membership.standing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.text.PlainText;

/** The words of the mails about a membership: plain text that says everything without a link. */
final class StandingText {
  private static final String CATEGORY = "MEMBERSHIP";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final String baseUrl;

  StandingText(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** To the person whose membership has ended. */
  OutgoingMail ended(Person person, String reason) {
    return mail(
        person.accountId(),
        person.email(),
        "Your membership has ended",
        "You no longer serve "
            + line(person.companyName())
            + " here. Reason: "
            + line(reason)
            + "\n\nYour sessions and access tokens have ended and alerts are not mailed any more."
            + " What you reported stays, under \"Former member\".\n\n"
            + "If you serve another company now, apply again: "
            + baseUrl
            + "/join\n");
  }

  /** To those who serve the same company. */
  OutgoingMail colleagueLeft(StandingRepository.Contact to, Person left, LocalDate day) {
    return mail(
        to.accountId(),
        to.email(),
        line(left.name()) + " no longer serves " + line(left.companyName()),
        line(left.name())
            + " no longer serves "
            + line(left.companyName())
            + " as of "
            + DAY.format(day)
            + ". Nobody else took over the ships that they answered for ("
            + left.ships()
            + ").\n\nLook at the fleet and answer for what is yours: "
            + baseUrl
            + "/me/fleet\n");
  }

  /** To a member whose membership is to be confirmed. */
  OutgoingMail reminder(long accountId, String email, LocalDate attestBy, long days) {
    return mail(
        accountId,
        email,
        "Confirm your membership by " + DAY.format(attestBy),
        "Once a year each member confirms the company they serve and the ships they answer for."
            + " Yours is to be confirmed by "
            + DAY.format(attestBy)
            + (days == 0 ? ", which is today" : ", in " + days + (days == 1 ? " day" : " days"))
            + ". It takes a minute: "
            + baseUrl
            + "/me/attest\n\nAfter that day you can read for 30 days and change nothing; then the"
            + " membership ends.\n");
  }

  /** To a member who was suspended. */
  OutgoingMail suspended(Person person, LocalDate lastDay, String reason) {
    return mail(
        person.accountId(),
        person.email(),
        "Your membership is suspended",
        "Your membership is suspended "
            + (lastDay == null ? "until it is lifted" : "to the end of " + DAY.format(lastDay))
            + ". Reason: "
            + line(reason)
            + "\n\nYou can still sign in and read why. Answer this mail if you think that it is"
            + " wrong.\n");
  }

  /** To a member whose suspension was lifted. */
  OutgoingMail lifted(Person person) {
    return mail(
        person.accountId(),
        person.email(),
        "Your suspension is lifted",
        "Your membership counts again as before: " + baseUrl + "/me\n");
  }

  private static OutgoingMail mail(long accountId, String to, String subject, String body) {
    return new OutgoingMail(to, accountId, CATEGORY, "", "[CSO Alliance] " + subject, body);
  }

  private static String line(String text) {
    return PlainText.line(text, 1000);
  }
}
