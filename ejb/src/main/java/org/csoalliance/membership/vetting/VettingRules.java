package org.csoalliance.membership.vetting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csoalliance.membership.Capacity;
import org.csoalliance.platform.text.PlainText;

/** What must be checked before an application may be decided, and what a check must say. */
final class VettingRules {
  static final int MOST_NOTE = 1000;
  static final int MOST_NUMBER = 40;
  static final int MOST_SOURCE = 300;
  private static final int LEAST_DIGITS = 6;

  private VettingRules() {}

  /**
   * What is still missing before the checks are complete (domain rules of membership: letter or
   * flag declaration, DOC or CSR, company mail and call-back; an alternate needs letter, mail and
   * call-back; lists of sanctions are asked for everybody).
   *
   * @param done the items with their outcome as it stands
   * @return sentences, empty when nothing is missing
   */
  static List<String> missing(Capacity capacity, Map<CheckItem, CheckOutcome> done) {
    List<String> missing = new ArrayList<>();
    boolean primary = capacity == Capacity.PRIMARY;
    if (primary && !any(done, CheckItem.LETTER, CheckItem.FLAG)) {
      missing.add("Check the letter of designation or the flag State declaration");
    }
    if (!primary && !any(done, CheckItem.LETTER)) {
      missing.add("Check the letter of designation");
    }
    if (primary && !any(done, CheckItem.DOC, CheckItem.CSR)) {
      missing.add("Check the document of compliance or the continuous synopsis record");
    }
    if (!any(done, CheckItem.MAIL_DOMAIN)) {
      missing.add("Check the company's mail domain");
    }
    if (!any(done, CheckItem.CALL_BACK)) {
      missing.add("Call the company back on its switchboard");
    }
    CheckOutcome sanctions = done.get(CheckItem.SANCTIONS);
    if (sanctions == null || sanctions == CheckOutcome.NOT_OK) {
      missing.add("Search the lists of sanctions for company and ships");
    }
    return missing;
  }

  private static boolean any(Map<CheckItem, CheckOutcome> done, CheckItem... items) {
    return List.of(items).stream().anyMatch(item -> done.get(item) == CheckOutcome.DONE);
  }

  /**
   * What is wrong with an entry.
   *
   * @param given the telephone numbers that the applicant gave
   * @return sentences by the field's name, such as {@code note-LETTER}
   */
  static Map<String, String> objections(CheckEntry entry, Set<String> given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String note = PlainText.line(entry.note(), Integer.MAX_VALUE);
    if (note.codePointCount(0, note.length()) > MOST_NOTE) {
      wrong.put("note-" + entry.item(), "Shorten the note to 1,000 characters");
    } else if (note.isEmpty() && entry.outcome() != CheckOutcome.DONE) {
      wrong.put("note-" + entry.item(), entry.item().words() + ": say why in the note");
    } else if (note.isEmpty() && entry.item() == CheckItem.SANCTIONS) {
      wrong.put("note-" + entry.item(), "Say in the note which lists were searched, and when");
    }
    if (entry.item() == CheckItem.CALL_BACK && entry.outcome() == CheckOutcome.DONE) {
      callBack(entry, given, wrong);
    }
    return wrong;
  }

  private static void callBack(CheckEntry entry, Set<String> given, Map<String, String> wrong) {
    String number = PlainText.line(entry.number(), Integer.MAX_VALUE);
    if (digits(number).length() < LEAST_DIGITS || number.length() > MOST_NUMBER) {
      wrong.put("number", "Enter the switchboard's number that you called");
    } else if (given.stream().anyMatch(other -> sameNumber(number, other))) {
      wrong.put(
          "number", "That is the number of the application. Find the switchboard's elsewhere");
    }
    String source = PlainText.line(entry.source(), Integer.MAX_VALUE);
    if (source.isEmpty() || source.codePointCount(0, source.length()) > MOST_SOURCE) {
      wrong.put("source", "Say where you found the number, in 300 characters or fewer");
    }
  }

  /**
   * Whether two numbers ring at the same telephone, however they are written: by their digits, with
   * or without the country before them.
   */
  static boolean sameNumber(String one, String other) {
    String a = significant(one);
    String b = significant(other);
    if (a.length() < LEAST_DIGITS || b.length() < LEAST_DIGITS) {
      return !a.isEmpty() && a.equals(b);
    }
    return a.endsWith(b) || b.endsWith(a);
  }

  /** The digits, without the zeros that stand before an area code or for "international". */
  private static String significant(String number) {
    String written = number == null ? "" : number.replace("(0)", "");
    return digits(written).replaceFirst("^0+", "");
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    String all = text == null ? "" : text;
    all.codePoints()
        .filter(Character::isDigit)
        .map(point -> Character.digit(point, 10))
        .forEach(digits::append);
    return digits.toString();
  }
}
