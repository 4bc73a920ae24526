package org.csoalliance.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The mails of a run for a person: one plain page, everything in it escaped. */
final class MailPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Mails of this run</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>
      :root { color-scheme: light dark }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem }
      article { border-top: 1px solid; padding: .75rem 0 }
      h2 { font-size: 1rem; margin: 0 }
      p { margin: .25rem 0 }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0 }
      </style></head><body><main><h1>Mails of this run</h1>
      """;

  private MailPage() {}

  /**
   * @param mails newest first
   * @return the page
   */
  static String of(List<CaughtMail> mails) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<p>")
        .append(
            mails.isEmpty()
                ? "No mail has come in yet."
                : "Newest first. Mails: " + mails.size() + ".")
        .append(" Load the page again to see new ones.</p>\n");
    for (CaughtMail mail : mails) {
      Instant received = mail.received().truncatedTo(ChronoUnit.SECONDS);
      page.append("<article><h2>")
          .append(escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()))
          .append("</h2>\n<p>To ")
          .append(escape(mail.mailbox()))
          .append("<br>From ")
          .append(escape(mail.from()))
          .append("<br><time>")
          .append(received)
          .append("</time></p>\n<details><summary>Text</summary><pre>")
          .append(escape(mail.text()))
          .append("</pre></details>\n<details><summary>Source</summary><pre>")
          .append(escape(mail.source()))
          .append("</pre></details></article>\n");
    }
    return page.append("</main></body></html>\n").toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
