package org.csoalliance.incident.alert;

import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.mail.MailBody;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.PlainText;

/**
 * A first response report as its alert needs it: the version that is read now.
 *
 * @param open whether the public reads it
 * @param tlp of what members read
 */
record AlertedReport(
    long id,
    String reference,
    String slug,
    boolean published,
    int number,
    String title,
    IncidentKind kind,
    boolean open,
    Tlp tlp,
    List<Part> parts) {
  private static final int MOST = MailBody.MOST_BYTES - 2_500;

  /**
   * A part of the report.
   *
   * @param heading as people read it
   * @param open whether the public reads it
   */
  record Part(String heading, boolean open, String text) {}

  /** What the sharing policy needs to know of the report as a whole. */
  Shared shared() {
    return shared(open);
  }

  private Shared shared(boolean toAll) {
    return new Shared(toAll ? Tlp.CLEAR : tlp, published, null, null);
  }

  /** The label of the whole. */
  Tlp label() {
    return open ? Tlp.CLEAR : tlp;
  }

  /** The mail of this version. */
  OutgoingMail mail(Recipient recipient, AlertLinks links, String baseUrl) {
    boolean inside = SharingPolicy.mayRead(recipient.reader(), shared(false));
    List<Part> read = parts.stream().filter(part -> part.open() || inside).toList();
    Tlp marked = read.stream().allMatch(Part::open) && open ? Tlp.CLEAR : tlp;
    StringBuilder words = new StringBuilder();
    String before = "";
    for (Part part : read) {
      if (!part.heading().equals(before)) {
        words.append('\n').append(part.heading()).append('\n');
        before = part.heading();
      }
      words.append("- ").append(PlainText.column(part.text(), 5000).strip()).append('\n');
    }
    String cut = "\n[Cut here, so that the mail stays small. The rest is on the platform.]\n";
    String body =
        marked.label()
            + "\n\nFIRST RESPONSE REPORT "
            + reference
            + (number > 1 ? ", version " + number : "")
            + "\n"
            + AlertText.line(title)
            + "\n"
            + MailBody.clip(words.toString(), MOST, cut)
            + "\nHow you may pass this on\n"
            + AlertText.sharing(marked)
            + "\n\n"
            + links.text()
            + reference
            + "\n"
            + address(baseUrl)
            + "\n"
            + marked.label()
            + "\n";
    return new OutgoingMail(
        recipient.email(),
        recipient.reader().accountId(),
        AlertText.ALERT,
        reference,
        "[CSO Alliance] First response: " + PlainText.line(title, 150),
        body,
        MailList.FIRST_RESPONSE);
  }

  /** The report in a few lines of a digest. */
  String entry(String baseUrl) {
    return "FIRST RESPONSE REPORT "
        + reference
        + ", "
        + label().label()
        + "\n"
        + kind.words()
        + ": "
        + AlertText.shortened(title, 150)
        + "\n"
        + address(baseUrl)
        + "\n";
  }

  private String address(String baseUrl) {
    return baseUrl + "/first-response/" + slug;
  }

  /** Whether the reader may read the report at all. */
  boolean readBy(Reader reader) {
    return SharingPolicy.mayRead(reader, shared());
  }
}
