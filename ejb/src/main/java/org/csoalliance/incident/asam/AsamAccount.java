package org.csoalliance.incident.asam;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a description tells, for comparing it with another one.
 *
 * @param words the words that count, in small letters
 * @param ships the ships it calls by name, in capitals; empty when it names none
 * @param stated the hour as written, see {@link AsamTime}; null when there is none
 */
record AsamAccount(Set<String> words, Set<String> ships, String stated) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}]{3,}");
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          ("the and was were with from near position approximately local time for that had has his"
                  + " her this not upon while into onboard vessel ship reported master crew")
              .split(" "));
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([A-Z0-9][A-Z0-9 .'-]{2,40})\\)");
  private static final Pattern AFTER_TYPE =
      Pattern.compile(
          "(?:[Tt]anker|[Cc]arrier|[Ss]hip|[Vv]essel|[Tt]ug|[Bb]arge|[Yy]acht|[Bb]oat|M/V|MV|MT)"
              + " ([A-Z][A-Z0-9'-]+(?: [A-Z0-9][A-Z0-9'-]*)*)\\b");
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(IMB|ONI|UKMTO|LT|LOCAL|UTC|TSS|VLCC|LPG|LNG|OSV|NIMA|NGA|AIS|SSAS|RPG|SBM|OPL|FPSO"
              + "|ICC|REUTERS|LL|BBC|AP|AFP|FN|CTF|ISC|RECAAP|MSC-HOA|ITF)\\b.*");

  static AsamAccount of(String text, String victim, String stated) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      if (!EMPTY_WORDS.contains(word.group())) {
        words.add(word.group());
      }
    }
    Set<String> ships = new HashSet<>();
    collect(IN_BRACKETS, text, ships);
    if (text.chars().filter(Character::isLowerCase).count() > text.length() / 2) {
      collect(AFTER_TYPE, text, ships);
    }
    if (victim.chars().anyMatch(Character::isLowerCase)) {
      collect(AFTER_TYPE, victim, ships);
    }
    return new AsamAccount(words, ships, stated);
  }

  private static void collect(Pattern pattern, String text, Set<String> ships) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (!NO_NAME.matcher(matcher.group(1)).matches()) {
        ships.add(matcher.group(1));
      }
    }
  }

  /** How much of their words both share, 0 to 1 (Dice's coefficient). */
  double likeness(AsamAccount other) {
    int all = words.size() + other.words.size();
    if (all == 0) {
      return 0;
    }
    long shared = words.stream().filter(other.words::contains).count();
    return 2.0 * shared / all;
  }

  /** Whether both name ships and none of them is the same. */
  boolean namesOtherShips(AsamAccount other) {
    return !ships.isEmpty()
        && !other.ships.isEmpty()
        && ships.stream().noneMatch(other.ships::contains);
  }

  /** Whether both state an hour of the same kind of time, more than 15 minutes apart. */
  boolean statesAnotherHour(AsamAccount other) {
    return sameKindOfHour(other) && Math.abs(minutes() - other.minutes()) > 15;
  }

  /** Whether both state the very same hour. */
  boolean statesTheSameHour(AsamAccount other) {
    return stated != null && stated.equals(other.stated);
  }

  private boolean sameKindOfHour(AsamAccount other) {
    return stated != null
        && other.stated != null
        && stated.substring(0, 3).equals(other.stated.substring(0, 3));
  }

  private int minutes() {
    String clock = stated.substring(stated.length() - 4);
    return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(2));
  }
}
