package org.csoalliance.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.text.PlainText;

/** A message to the office that can be taken. */
public record NewContact(
    ContactTopic topic, String name, String email, String subject, String body) {
  static final int MOST_BODY = 5_000;
  private static final int MOST_NAME = 120;
  private static final int MOST_SUBJECT = 150;

  /**
   * Reads what was typed. What could add a header to a mail is refused, not mended, since nobody
   * types it.
   *
   * @throws InvalidException fields {@code topic, name, email, subject, body}
   */
  public static NewContact typed(
      String topic, String name, String email, String subject, String body) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (ContactTopic.of(topic).isEmpty()) {
      wrong.put("topic", "Choose what it is about.");
    }
    String who = line(wrong, "name", name, MOST_NAME, "Enter your name.");
    String address = email == null ? "" : email.strip();
    if (!MailAddress.valid(address) || address.length() > 254) {
      wrong.put("email", "Enter an e-mail address, like name@company.example.");
    }
    String about =
        line(wrong, "subject", subject, MOST_SUBJECT, "Say in a few words what it is about.");
    String text = text(wrong, body);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewContact(ContactTopic.of(topic).orElseThrow(), who, address, about, text);
  }

  /**
   * Reads a message of a thread that goes on.
   *
   * @throws InvalidException field {@code body}
   */
  static String body(String typed) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String text = text(wrong, typed);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return text;
  }

  private static String text(Map<String, String> wrong, String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      wrong.put("body", "Write your message.");
    } else if (text.codePointCount(0, text.length()) > MOST_BODY) {
      wrong.put("body", "Write at most 5,000 characters. Files can follow once we have answered.");
    }
    return PlainText.column(text.replace("\r\n", "\n"), MOST_BODY);
  }

  private static String line(
      Map<String, String> wrong, String field, String typed, int most, String missing) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      wrong.put(field, missing);
    } else if (text.chars().anyMatch(Character::isISOControl)) {
      wrong.put(field, "Write it in one line, without tabs and line breaks.");
    } else if (text.codePointCount(0, text.length()) > most) {
      wrong.put(field, "Write at most " + most + " characters.");
    }
    return PlainText.line(text, most);
  }
}
