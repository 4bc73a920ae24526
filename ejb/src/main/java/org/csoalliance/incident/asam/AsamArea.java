package org.csoalliance.incident.asam;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where it happened in words: the country or sea that ASAM names, else its NAVAREA. */
final class AsamArea {
  private static final int LONGEST = 120;
  private static final Pattern PREFIX =
      Pattern.compile("^(?:\\(U\\)\\s*)?(?:\\([Uu]pdate[^)]*\\)\\s*)?([^:]{3,60}):");
  private static final Pattern PLACE_NAMES =
      Pattern.compile("(?:\\d{1,3} ?(?:NM|MILES|nm|miles)? )?\\p{Lu}[\\p{L} ,.'()/-]+");
  private static final Pattern NO_PLACE =
      Pattern.compile(
          "(?i)\\b(report|states?|note|advisory|update|description|vessel|ship|tanker|monday|"
              + "tuesday|wednesday|thursday|friday|saturday|sunday|source|navy|imb|ukmto)\\b(?! ?of)");
  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "el", "de", "la", "off", "miles", "nm");
  private static final List<String> PLACES = KindTable.lines("places.txt");
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b("
              + String.join("|", PLACES.stream().map(Pattern::quote).toList())
              + ")\\b(?!-|s? flag)",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> NAV_AREAS = new HashMap<>();

  static {
    for (String line : KindTable.lines("navareas.tsv")) {
      String[] cells = line.split("\t");
      NAV_AREAS.put(cells[0], cells[1]);
    }
  }

  private AsamArea() {}

  /** Never null, never longer than the list has room for; empty when nothing is known. */
  static String of(String description, String navArea) {
    Matcher prefix = PREFIX.matcher(description);
    if (prefix.find()) {
      String named = prefix.group(1).strip();
      if (PLACE_NAMES.matcher(named).matches()
          && !NO_PLACE.matcher(named).find()
          && named.split(" ").length <= 9) {
        return shorten(capitalised(named));
      }
    }
    String head = description.substring(0, Math.min(600, description.length()));
    Matcher named = NAMED.matcher(head);
    if (named.find()) {
      return canonical(named.group(1));
    }
    String code = navArea.strip().toUpperCase(Locale.ROOT);
    return NAV_AREAS.getOrDefault(code, "");
  }

  private static String canonical(String found) {
    return PLACES.stream().filter(found::equalsIgnoreCase).findFirst().orElse(found);
  }

  private static String shorten(String area) {
    return area.length() <= LONGEST ? area : area.substring(0, LONGEST).strip();
  }

  /** "GULF OF ADEN" and "Gulf of Aden" alike as "Gulf of Aden"; initials stay as they are. */
  static String capitalised(String words) {
    StringBuilder result = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean initials = word.contains(".") && word.length() <= 5 || word.equals("DR");
      if (initials) {
        result.append(word);
      } else if (SMALL.contains(lower) && !result.isEmpty()) {
        result.append(lower.equals("nm") ? "NM" : lower);
      } else {
        result.append(eachPart(lower));
      }
      result.append(' ');
    }
    return result.toString().strip();
  }

  private static String eachPart(String lower) {
    StringBuilder result = new StringBuilder(lower);
    boolean start = true;
    for (int i = 0; i < result.length(); i++) {
      char c = result.charAt(i);
      if (start && Character.isLetter(c)) {
        result.setCharAt(i, Character.toUpperCase(c));
      }
      start = c == '-' || c == '(' || c == '/';
    }
    return result.toString();
  }
}
