package org.csoalliance.event.invoice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/**
 * Money that came, or went back, as somebody at the desk records it.
 *
 * @param on the day
 * @param how such as {@code Bank transfer}, 2 to 200 characters
 * @param note at most 500 characters; may be empty
 */
public record Payment(LocalDate on, String how, String note) {
  private static final Pattern IBAN =
      Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{1,4}){3,8}\\b");
  private static final Pattern CARD =
      Pattern.compile("(?<![A-Za-z0-9])[2-6](?:[ -]?[0-9]){12,18}(?![A-Za-z0-9])");

  /** What is said of a card's number. */
  static final String NO_CARD =
      "This looks like the number of a payment card. No card data is kept here. Leave it out.";

  /**
   * As it is kept.
   *
   * @param today in UTC
   * @throws InvalidException with a sentence for {@code day}, {@code how} and {@code note}
   */
  Payment checked(LocalDate today) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (on == null) {
      wrong.put("day", "Enter the day of the payment, such as 2026-11-28.");
    } else if (on.isAfter(today.plusDays(1)) || on.isBefore(today.minusYears(5))) {
      wrong.put("day", "Enter a day that is not to come, and within the last five years.");
    }
    String way = PlainText.line(how, 1000);
    if (way.length() < 2 || way.codePointCount(0, way.length()) > 200) {
      wrong.put("how", "Say how it was paid, such as bank transfer, in 2 to 200 characters.");
    } else if (card(way)) {
      wrong.put("how", NO_CARD);
    }
    String words = PlainText.line(note, 2000);
    if (words.codePointCount(0, words.length()) > 500) {
      wrong.put("note", "Shorten the note to 500 characters.");
    } else if (card(words)) {
      wrong.put("note", NO_CARD);
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new Payment(on, way, words);
  }

  /**
   * Whether a text holds what reads as the number of a card (ISO/IEC 7812, with its check digit).
   */
  static boolean card(String text) {
    Matcher found = CARD.matcher(IBAN.matcher(text).replaceAll("x"));
    while (found.find()) {
      if (luhn(found.group().replaceAll("[ -]", ""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }
}
