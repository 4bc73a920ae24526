package org.csoalliance.run;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the values between at signs of a configuration file, such as @pg.port@. */
final class Placeholders {
  private static final Pattern NAME = Pattern.compile("@([a-z]+(?:\\.[a-z]+)+)@");

  private Placeholders() {}

  /**
   * @param template the text of the file
   * @param values value by name, without the at signs
   * @return the text with every placeholder filled
   * @throws RunException when the file names a placeholder that has no value
   */
  static String fill(String template, Map<String, String> values) {
    return NAME.matcher(template)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                throw new RunException("Nothing is known to fill in for " + found.group() + ".");
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
