package org.csoalliance.incident.asam;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.incident.IncidentKind;

/** A short title such as "Tanker boarded at Tema Anchorage, Ghana". */
final class AsamTitle {
  private static final int HEAD = 500;
  private static final int LONGEST = 120;
  private static final String NAME = "(?:St\\. )?\\p{Lu}[\\p{L}'’-]*";
  private static final Pattern TAKEN =
      Pattern.compile("\\b(?:stole|stolen|robbed|theft|looted)\\b");
  private static final Pattern NOTHING_TAKEN =
      Pattern.compile("nothing (?:\\w+ ){0,3}stolen|empty[- ]handed|without stealing");
  private static final Pattern FIRED =
      Pattern.compile("\\b(?:fired (?:up)?on|opened fire|under fire|fired at)\\b");
  private static final Pattern HARBOUR =
      Pattern.compile(
          "\\b(?:at|in|off|near|,) (?:the )?("
              + NAME
              + "(?: "
              + NAME
              + "){0,3} (?:[Aa]nchorage|[Rr]oads|[Pp]ort|[Hh]arbou?r|[Tt]erminal|Strait|Channel"
              + "|Island|Reef|Lighthouse|River|Bay)s?)\\b");
  private static final Pattern DISTANCE =
      Pattern.compile(
          "(\\d{1,4}) ?(?:NM|nm|nautical miles) ((?:north|south|east|west)[a-z-]*) (?:of|from|off) "
              + "((?:the )?"
              + NAME
              + "(?: (?:"
              + NAME
              + "|al|el|es|de|del|la|of|and))*)");

  private AsamTitle() {}

  static String of(IncidentKind kind, String victim, String description, String area) {
    String deed = deed(kind, AsamShip.noun(victim, description), description);
    String title = deed + where(description, area);
    if (title.length() > LONGEST) {
      title = title.substring(0, title.lastIndexOf(' ', LONGEST));
    }
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private static String deed(IncidentKind kind, String ship, String description) {
    String text = description.toLowerCase(Locale.ROOT);
    return switch (kind) {
      case ROBBERY ->
          ship
              + (TAKEN.matcher(text).find() && !NOTHING_TAKEN.matcher(text).find()
                  ? " robbed"
                  : " boarded");
      case ATTACK -> ship + (FIRED.matcher(text).find() ? " fired upon" : " attacked");
      case HIJACK -> ship + " hijacked";
      case KIDNAP -> "kidnapping from " + ship;
      case ATTEMPT -> "attempt to board " + ship;
      case SUSPICIOUS -> "suspicious approach to " + ship;
      case STOWAWAY -> "stowaways on " + ship;
      case CARGO_THEFT -> "cargo theft from " + ship;
      case DRUGS -> "drugs, " + ship;
      case CYBER -> "cyber or signal event, " + ship;
      case STATE_ACTION -> "military or state action, " + ship;
      case MIGRANTS -> "migrants, " + ship;
      case WEAPONS -> "weapons, " + ship;
      case OTHER -> "event, " + ship;
    };
  }

  private static String where(String description, String area) {
    String head = description.substring(0, Math.min(HEAD, description.length()));
    head = head.replaceAll("\\s+", " ");
    Matcher distance = DISTANCE.matcher(head);
    if (distance.find()) {
      return " "
          + Integer.parseInt(distance.group(1))
          + " NM "
          + distance.group(2)
          + " of "
          + distance.group(3).replaceAll("[.,-]+$", "")
          + country(distance.group(3), area);
    }
    Matcher harbour = HARBOUR.matcher(head);
    if (harbour.find() && mixedCase(head)) {
      String place = harbour.group(1);
      String last = place.substring(place.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
      String word =
          switch (last) {
            case "strait", "straits", "channel", "bay", "river" -> " in ";
            case "island", "islands", "reef", "lighthouse" -> " off ";
            default -> " at ";
          };
      return word + place + country(place, area);
    }
    return area.isEmpty() ? "" : ", " + area;
  }

  private static String country(String place, String area) {
    String a = area.toLowerCase(Locale.ROOT);
    boolean told = a.isEmpty() || place.toLowerCase(Locale.ROOT).contains(a);
    // An area that tells the place itself, such as "Lagos anchorage, Nigeria", tells the country.
    int comma = area.lastIndexOf(", ");
    return told ? "" : ", " + (comma < 0 ? area : area.substring(comma + 2));
  }

  private static boolean mixedCase(String text) {
    long lower = text.chars().filter(Character::isLowerCase).count();
    return lower > text.length() / 2;
  }
}
