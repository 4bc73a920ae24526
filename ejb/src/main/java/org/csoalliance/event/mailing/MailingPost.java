package org.csoalliance.event.mailing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.text.PlainText;

/** Writes one mail to each person into the outbox, and that each has it. */
@Dependent
public class MailingPost {
  private MailingRepository mailings;
  private EvaluationLinks links;
  private Outbox outbox;

  /** For CDI. */
  protected MailingPost() {}

  /** Writes through the given parts. */
  @Inject
  public MailingPost(MailingRepository mailings, EvaluationLinks links, Outbox outbox) {
    this.mailings = mailings;
    this.links = links;
    this.outbox = outbox;
  }

  /**
   * To everybody who does not have it yet.
   *
   * @return to how many
   */
  int send(
      long mailing,
      String subject,
      String text,
      List<MailingRepository.Recipient> people,
      Instant now) {
    SignedLink signer = links.signer();
    List<MailingRepository.Recipient> fresh = new ArrayList<>();
    for (MailingRepository.Recipient person : people) {
      if (mailings.person(mailing, person.registration(), now)) {
        fresh.add(person);
      }
    }
    List<String> ids =
        outbox.queue(fresh.stream().map(each -> mail(signer, subject, text, each)).toList());
    for (int i = 0; i < ids.size(); i++) {
      mailings.message(mailing, fresh.get(i).registration(), ids.get(i));
    }
    return fresh.size();
  }

  /** Once more to one person. */
  void again(
      long mailing, String subject, String text, MailingRepository.Recipient person, Instant now) {
    String id = outbox.queue(List.of(mail(links.signer(), subject, text, person))).get(0);
    mailings.again(mailing, person.registration(), id, now);
  }

  /** As one person reads it. */
  OutgoingMail mail(
      SignedLink signer, String subject, String text, MailingRepository.Recipient person) {
    String link = links.address(signer, person.registration());
    return new OutgoingMail(
        person.mail(),
        person.account(),
        "EVENT",
        person.slug(),
        "[CSO Alliance] "
            + PlainText.line(MailingTexts.fill(subject, person, links.base(), link), 250),
        MailingTexts.fill(text, person, links.base(), link)
            + "\n\n--\n"
            + person.title()
            + "\n"
            + links.base()
            + "/events/"
            + person.slug()
            + "\n");
  }

  SignedLink signer() {
    return links.signer();
  }
}
