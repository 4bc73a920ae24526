package org.csoalliance.incident.alert;

import java.util.Locale;
import org.csoalliance.incident.firstresponse.Block;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.FactsText;
import org.csoalliance.incident.firstresponse.Notice;
import org.csoalliance.incident.firstresponse.Part;
import org.csoalliance.platform.mail.MailBody;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.PlainText;

/**
 * The words of a mail about a first response report: plain text that says everything without a
 * link, since a ship may not follow one. The label of what the recipient reads stands in the first
 * and the last line.
 */
final class FirstResponseText {
  /** Mails that bring a report, or a version of it. */
  static final String CATEGORY = "FIRST_RESPONSE";

  /** Mails that take a report back. */
  static final String WITHDRAWAL = "FIRST_RESPONSE_WITHDRAWN";

  private static final String CUT =
      "\n[Cut here, so that the mail stays small. The rest is on the platform.]\n";

  private final Notice notice;
  private final String baseUrl;

  FirstResponseText(Notice notice, String baseUrl) {
    this.notice = notice;
    this.baseUrl = baseUrl;
  }

  /** The mail that brings the version of now, with the content that the recipient may read. */
  OutgoingMail report(Recipient recipient, Content content, AlertLinks links) {
    Tlp label = content.narrowest();
    StringBuilder head = new StringBuilder(1000);
    head.append(label.label()).append("\n\nFIRST RESPONSE REPORT ").append(notice.reference());
    head.append(", ").append(notice.step().words().toUpperCase(Locale.ENGLISH)).append('\n');
    head.append(line(content.title())).append("\n\n");
    head.append(fact("When", FactsText.when(content)));
    head.append(fact("Where", FactsText.where(content)));
    head.append(fact("What", content.kind().words() + ", " + FactsText.rated(content)));
    head.append(fact("Version", notice.number() + ", " + FactsText.minute(notice.versionAt())));
    if (!notice.note().isEmpty()) {
      head.append('\n').append(notice.step().words()).append("\n").append(notice.note());
      head.append('\n');
    }
    String tail =
        "\nHow you may pass this on\n"
            + sharing(label)
            + "\n\nWhy you get this\nIt lies in the waters that you watch. To stop it, open the page"
            + " \"Alerts\" of the platform: "
            + baseUrl
            + "/alerts\n\n"
            + links.text()
            + notice.reference()
            + "\n"
            + link()
            + "\n"
            + label.label()
            + "\n";
    int room = MailBody.MOST_BYTES - MailBody.wireSize(head + tail) - 200;
    String words = MailBody.clip(words(content), Math.max(1000, room), CUT);
    // the size of the whole is not the sum of its parts, since one encoding is taken for all of it
    while (room > 1000 && MailBody.wireSize(head + words + tail) > MailBody.MOST_BYTES) {
      room -= 500;
      words = MailBody.clip(words(content), room, CUT);
    }
    return mail(recipient, CATEGORY, subject(content), head + words + tail);
  }

  /** The report in a few lines of a digest. */
  String entry(Content content) {
    return "FIRST RESPONSE REPORT "
        + notice.reference()
        + ", "
        + content.narrowest().label()
        + "\n"
        + line(content.title())
        + "\n"
        + fact("Where", FactsText.where(content))
        + link()
        + "\n";
  }

  /** The mail that takes the report back. */
  OutgoingMail withdrawal(Recipient recipient) {
    Tlp label = notice.whole().label();
    String body =
        label.label()
            + "\n\nWITHDRAWN: FIRST RESPONSE REPORT "
            + notice.reference()
            + "\nIt was mailed to you. Do not rely on it any longer.\n\n"
            + fact("Reason", line(notice.withdrawnReason()))
            + "\n"
            + notice.reference()
            + "\n"
            + link()
            + "\n"
            + label.label()
            + "\n";
    return mail(
        recipient,
        WITHDRAWAL,
        "[CSO Alliance] Withdrawn: first response report " + notice.reference(),
        body);
  }

  private OutgoingMail mail(Recipient recipient, String category, String subject, String body) {
    return new OutgoingMail(
        recipient.email(),
        recipient.reader().accountId(),
        category,
        notice.reference(),
        subject,
        body,
        MailList.FIRST_RESPONSE);
  }

  private String subject(Content content) {
    return "[CSO Alliance] First response"
        + switch (notice.step()) {
          case FIRST -> "";
          case UPDATE -> " updated";
          case CORRECTION -> " corrected";
        }
        + ": "
        + PlainText.line(content.title(), 150);
  }

  private static String words(Content content) {
    StringBuilder words = new StringBuilder(4000);
    Part last = null;
    for (Block block : content.blocks()) {
      if (block.part() != last) {
        words.append('\n').append(block.part() == Part.UPDATE ? "Updates" : block.part().words());
        words.append('\n');
        last = block.part();
      }
      if (block.at() != null) {
        words.append(FactsText.minute(block.at())).append(": ");
      }
      words.append(block.text()).append('\n');
    }
    return words.toString();
  }

  private String link() {
    return baseUrl + "/first-response/" + notice.slug();
  }

  private static String sharing(Tlp tlp) {
    return switch (tlp) {
      case AMBER -> "TLP:AMBER: to those who need to know in your company and among its clients.";
      case GREEN -> "TLP:GREEN: to peers and partners of the community, not by open channels.";
      case CLEAR -> "TLP:CLEAR: to anybody.";
      default -> tlp.label() + ": to nobody.";
    };
  }

  private static String fact(String label, String value) {
    return value.isEmpty() ? "" : String.format(Locale.ROOT, "%-8s%s\n", label, value);
  }

  private static String line(String text) {
    return PlainText.line(text, Integer.MAX_VALUE);
  }
}
