package org.csoalliance.incident.firstresponse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.platform.sharing.Tlp;

/**
 * Keeps a report from telling more than its sources allow. TLP 2.0 lets nobody but the source widen
 * a label: words of an incident under a wider label than its own are refused; that the editor wrote
 * without them is confirmed, and so is each name and number that could give a ship, a person or a
 * company away.
 */
final class Checklist {
  /** So many words in a row are no accident. */
  private static final int QUOTE = 6;

  /** Nearer than this, in nautical miles, a position is the exact one. */
  private static final double EXACT_NM = 1;

  private static final Pattern SEVEN_DIGITS = Pattern.compile("(?<![0-9])[0-9]{7}(?![0-9])");
  private static final Pattern VESSEL =
      Pattern.compile(
          "(?:\\b|^)(?:M/?V|M/?T|S/?S|M/?Y|F/?V)\\.?\\s+(\\p{Lu}[\\p{L}0-9'’-]*(?:\\s\\p{Lu}[\\p{L}0-9'’-]*)*)");

  /** A text of the report with its label. */
  private record Piece(String field, String where, Tlp label, String text) {}

  private Checklist() {}

  private static List<Piece> pieces(Content content, String note) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece("title", "Title", content.label(), content.title()));
    pieces.add(new Piece("area", "Place", content.label(), content.area()));
    for (int i = 0; i < content.blocks().size(); i++) {
      Block block = content.blocks().get(i);
      pieces.add(new Piece("block-" + i, block.part().words(), content.label(block), block.text()));
    }
    pieces.add(new Piece("note", "Note on the version", content.label(), note));
    return pieces;
  }

  private static boolean restricted(Piece piece, SourceFacts source) {
    return piece.label().ordinal() > source.source().widest().ordinal();
  }

  /** A sentence by field for words of a source that stand under a wider label than its own. */
  static Map<String, String> refusals(Content content, String note, List<SourceFacts> sources) {
    Map<String, String> refusals = new LinkedHashMap<>();
    for (SourceFacts source : sources) {
      if (givesAway(content, source)) {
        refusals.put(
            "position",
            "This is where "
                + source.source().reference()
                + " happened to the mile, which its reporter keeps back. Use the position that its"
                + " readers are shown: "
                + source.position().format()
                + ".");
      }
    }
    for (Piece piece : pieces(content, note)) {
      for (SourceFacts source : sources) {
        if (restricted(piece, source)
            && (quotes(piece.text(), source.text())
                || quotes(piece.text(), source.source().title()))) {
          refusals.putIfAbsent(
              piece.field(),
              piece.where()
                  + ": this repeats "
                  + source.source().reference()
                  + " word for word, which is "
                  + limit(source)
                  + ". Write it from other sources in your own words, or show it to members alone.");
        }
      }
    }
    return refusals;
  }

  /** Editors see the exact position of a blurred incident; a report never shows it. */
  private static boolean givesAway(Content content, SourceFacts source) {
    return content.position() != null
        && source.exact() != null
        && content.position().distanceNm(source.exact()) < EXACT_NM
        && content.position().distanceNm(source.position()) >= EXACT_NM;
  }

  private static String limit(SourceFacts source) {
    return source.source().tlp() == source.source().widest()
        ? source.source().tlp().label()
        : "not confirmed";
  }

  /** What the editor has to confirm. */
  static List<Finding> findings(Content content, String note, List<SourceFacts> sources) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    List<Piece> pieces = pieces(content, note);
    for (SourceFacts source : sources) {
      Tlp widest =
          pieces.stream()
              .filter(piece -> !piece.text().isEmpty())
              .map(Piece::label)
              .max(Enum::compareTo)
              .orElse(content.label());
      if (widest.ordinal() > source.source().widest().ordinal()) {
        put(
            findings,
            "own:" + source.source().reference(),
            "Sharing",
            source.source().reference()
                + " is "
                + limit(source)
                + ". What others read here is "
                + widest.label()
                + " and was written without it, from other sources, time and place too.");
      }
    }
    for (Piece piece : pieces) {
      sources.forEach(source -> names(piece, source, findings));
      Matcher digits = SEVEN_DIGITS.matcher(piece.text());
      while (digits.find()) {
        if (ImoNumber.ship(digits.group()).isPresent()) {
          put(
              findings,
              "imo:" + piece.field() + ":" + digits.group(),
              piece.where(),
              "IMO number " + digits.group());
        }
      }
      Matcher vessel = VESSEL.matcher(piece.text());
      while (vessel.find()) {
        put(
            findings,
            "ship:" + piece.field() + ":" + words(vessel.group(1)),
            piece.where(),
            "A ship’s name: " + vessel.group(1));
      }
    }
    return List.copyOf(findings.values());
  }

  private static void names(Piece piece, SourceFacts source, Map<String, Finding> findings) {
    boolean known = source.shipShown() && !restricted(piece, source);
    if (!known && names(piece.text(), source.shipName())) {
      put(
          findings,
          "ship:" + piece.field() + ":" + words(source.shipName()),
          piece.where(),
          "The ship’s name of " + source.source().reference() + ": " + source.shipName());
    }
    if (names(piece.text(), source.reporter())) {
      put(
          findings,
          "person:" + piece.field() + ":" + source.source().reference(),
          piece.where(),
          "The name of who reported " + source.source().reference() + ": " + source.reporter());
    }
    if (names(piece.text(), source.company())) {
      put(
          findings,
          "company:" + piece.field() + ":" + source.source().reference(),
          piece.where(),
          "The company that reported " + source.source().reference() + ": " + source.company());
    }
  }

  private static void put(Map<String, Finding> all, String key, String where, String text) {
    all.putIfAbsent(key, new Finding(key, where, text));
  }

  /** Whether the text holds the name as whole words, whatever the case. */
  static boolean names(String text, String name) {
    String wanted = words(name);
    return wanted.length() >= 3 && (" " + words(text) + " ").contains(" " + wanted + " ");
  }

  /** Whether both share so many words in a row, or the text holds the whole of a short source. */
  static boolean quotes(String text, String source) {
    List<String> wanted = list(source);
    String here = " " + words(text) + " ";
    if (wanted.size() < QUOTE) {
      return wanted.size() >= 3 && here.contains(" " + String.join(" ", wanted) + " ");
    }
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + QUOTE <= wanted.size(); i++) {
      runs.add(String.join(" ", wanted.subList(i, i + QUOTE)));
    }
    List<String> given = list(text);
    for (int i = 0; i + QUOTE <= given.size(); i++) {
      if (runs.contains(String.join(" ", given.subList(i, i + QUOTE)))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> list(String text) {
    String words = words(text);
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
  }

  private static String words(String text) {
    return text == null
        ? ""
        : text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
