package org.csoalliance.membership.group;

import java.time.LocalDate;
import java.util.Map;
import org.csoalliance.platform.text.PlainText;

/** What can be taken as the name, purpose, end and outcome of a group. */
final class GroupRules {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PURPOSE = 2000;
  private static final int LONGEST_OUTCOME = 4000;

  private GroupRules() {}

  static void name(String name, Map<String, String> wrong) {
    String line = PlainText.line(name, LONGEST_NAME + 1);
    if (length(line) < 3 || length(line) > LONGEST_NAME) {
      wrong.put("name", "Give the group a name of 3 to 100 characters.");
    }
  }

  static void purpose(String purpose, Map<String, String> wrong) {
    if (length(purpose) < 10 || length(purpose) > LONGEST_PURPOSE) {
      wrong.put("purpose", "Say in 10 to 2,000 characters what the group is for.");
    }
  }

  static void end(boolean working, LocalDate endsOn, Map<String, String> wrong) {
    if (working && (endsOn == null || endsOn.getYear() < 2000 || endsOn.getYear() > 2100)) {
      wrong.put("endsOn", "Enter the last day of the working group, such as 2027-06-30.");
    }
  }

  static void outcome(String outcome, Map<String, String> wrong) {
    if (length(outcome) > LONGEST_OUTCOME) {
      wrong.put("outcome", "The outcome holds 4,000 characters at most.");
    }
  }

  static String clean(String text) {
    return PlainText.column(text == null ? "" : text.strip(), LONGEST_OUTCOME);
  }

  private static int length(String text) {
    String stripped = text == null ? "" : text.strip();
    return stripped.codePointCount(0, stripped.length());
  }
}
