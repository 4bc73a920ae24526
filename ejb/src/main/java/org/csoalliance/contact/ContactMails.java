package org.csoalliance.contact;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.settings.Settings;

/** The mails of a thread. An acknowledgement repeats no word of the writer, who may be another. */
@Dependent
class ContactMails {
  private static final String CATEGORY = "CONTACT";
  private Outbox outbox;
  private Settings settings;

  /** For CDI. */
  protected ContactMails() {}

  @Inject
  ContactMails(Outbox outbox, Settings settings) {
    this.outbox = outbox;
    this.settings = settings;
  }

  String url(String token) {
    return settings.baseUrl() + "/contact/thread?t=" + token;
  }

  void acknowledge(ContactThread thread, String token) {
    mail(
        thread.email(),
        null,
        thread,
        "We have your message " + thread.reference(),
        "We have your message, and a person answers it. Its reference is "
            + thread.reference()
            + ".\n\nRead it, the answer, and write again here:\n"
            + url(token)
            + "\n\nThe link opens this conversation to whoever has it. Keep it to yourself.\n"
            + "If you have not written to us, somebody used your address: do nothing, and nothing"
            + " more comes but our answer.\n\nIn danger, call the coast station or the reporting"
            + " centre of your area, not us.\n\nCSO Alliance, "
            + settings.contactTelephone()
            + "\n");
  }

  void answer(ContactThread thread, String body, String token) {
    mail(
        thread.email(),
        null,
        thread,
        "An answer to your message " + thread.reference(),
        body
            + "\n\n-- \nWrite again here, not by replying to this mail:\n"
            + url(token)
            + "\nCSO Alliance, "
            + settings.contactTelephone()
            + "\n");
  }

  /** Tells the officers that something waits; the words stay on the platform. */
  void tell(ContactThread thread, List<ContactRepository.Officer> officers) {
    outbox.queue(
        officers.stream()
            .map(
                officer ->
                    new OutgoingMail(
                        officer.email(),
                        officer.accountId(),
                        CATEGORY,
                        thread.reference(),
                        "A message waits: " + thread.reference(),
                        "Topic: "
                            + thread.topic().words()
                            + "\n\nSign in to read and answer it:\n"
                            + settings.baseUrl()
                            + "/editor/contact/"
                            + thread.reference()
                            + "\n"))
            .toList());
  }

  private void mail(String to, Long account, ContactThread thread, String subject, String body) {
    outbox.queue(
        List.of(new OutgoingMail(to, account, CATEGORY, thread.reference(), subject, body)));
  }
}
