package org.csoalliance.incident.asam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which ship it was, as far as ASAM's victim and description say. */
final class AsamShip {
  private static final int LONGEST = 100;

  private record Type(String noun, Pattern words) {}

  private static final List<Type> TYPES = new ArrayList<>();

  static {
    type("chemical tanker", "chemical tanker");
    type("product tanker", "products? tanker");
    type("LPG tanker", "lpg (tanker|carrier)");
    type("LNG tanker", "lng (tanker|carrier)");
    type("crude oil tanker", "crude (oil )?tanker|vlcc");
    type("oil tanker", "oil tanker");
    type("tanker", "tanker");
    type("bulk carrier", "bulk(er| carrier)");
    type("vehicle carrier", "vehicle carrier|car carrier|pctc");
    type("container ship", "cont?ainer ?(ship|vessel)");
    type("refrigerated cargo ship", "refrigerated|reefer");
    type("general cargo ship", "general cargo");
    type("cargo ship", "cargo (ship|vessel)|freighter");
    type("fishing vessel", "fishing (vessel|boat|trawler)|trawler|fisherm[ae]n");
    type("tug and barge", "tug( ?boat)?( and |/| & )barge");
    type("offshore supply vessel", "supply (vessel|ship|boat)|\\bosv\\b|\\bpsv\\b");
    type("tug", "\\btug( ?boat)?\\b");
    type("barge", "\\bbarge\\b");
    type("yacht", "yacht|sail(ing )?(boat|vessel)|catamaran|\\bs/v\\b");
    type("dhow", "\\bdhow\\b");
    type("cruise ship", "cruise");
    type("ro-ro ship", "ro-?ro");
    type("passenger ship", "passenger|ferry");
    type("research vessel", "research (vessel|ship)|survey vessel");
    type("cement carrier", "cement carrier");
    type("livestock carrier", "livestock");
    type("drilling rig", "\\b(oil )?rig\\b|platform|fpso");
    type("merchant ship", "merchant (vessel|ship)s?|motor vessel");
  }

  private AsamShip() {}

  private static void type(String noun, String words) {
    TYPES.add(new Type(noun, Pattern.compile("\\b(?:" + words + ")")));
  }

  /** The victim's words for the field of the ship's type, at most 100 characters. */
  static String field(String victim) {
    String words = victim.replaceAll("\\s+", " ").strip();
    if (words.matches("(?i)n/?a|unknown|none|-*")) {
      return "";
    }
    String small = words.toLowerCase(Locale.ROOT);
    Type type = typeIn(small);
    boolean plain = type != null && type.words().matcher(small).replaceFirst("").isBlank();
    if (plain) {
      String noun = type.noun();
      words = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    } else if (words.equalsIgnoreCase("vessel") || words.equalsIgnoreCase("unidentified")) {
      words = "";
    }
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST).strip();
  }

  /** A noun for the title, such as "bulk carrier"; "ship" when nothing more is known. */
  static String noun(String victim, String description) {
    Type ofVictim = typeIn(victim.toLowerCase(Locale.ROOT));
    if (ofVictim != null && !ofVictim.noun().equals("merchant ship")) {
      return ofVictim.noun();
    }
    String head = description.substring(0, Math.min(260, description.length()));
    Type told = typeFirstIn(head.toLowerCase(Locale.ROOT));
    if (told != null && !told.noun().equals("merchant ship")) {
      return told.noun();
    }
    return ofVictim == null && told == null ? "ship" : "merchant ship";
  }

  private static Type typeIn(String text) {
    for (Type type : TYPES) {
      if (type.words().matcher(text).find()) {
        return type;
      }
    }
    return null;
  }

  /** The type that is named first; of two at one place the finer one. */
  private static Type typeFirstIn(String text) {
    Type first = null;
    int at = Integer.MAX_VALUE;
    for (Type type : TYPES) {
      Matcher matcher = type.words().matcher(text);
      if (matcher.find() && matcher.end() < at) {
        at = matcher.end();
        first = type;
      }
    }
    return first;
  }
}
