package org.csoalliance.web.geography;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.csoalliance.geography.Port;

/** What the World Port Index tells of a harbour, in words. */
public final class HarbourWords {
  private static final Map<String, String> SIZES =
      Map.of("L", "Large", "M", "Medium", "S", "Small", "V", "Very small");
  private static final Map<String, String> TYPES =
      Map.of(
          "CN", "Coast, natural",
          "CB", "Coast, breakwater",
          "CT", "Coast, tide gate",
          "RN", "River, natural",
          "RB", "River, basin",
          "RT", "River, tide gate",
          "LC", "Lake or canal",
          "OR", "Open roadstead",
          "TH", "Typhoon harbour");
  private static final Map<String, String> SHELTERS =
      Map.of("E", "Excellent", "G", "Good", "F", "Fair", "P", "Poor", "N", "None");

  private HarbourWords() {}

  /** A label with its value. */
  public record Fact(String label, String value) {}

  /** What is known; what is not, is left out. */
  static List<Fact> of(Port port) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Harbour", word(SIZES, port.facts().size()), word(TYPES, port.facts().type()));
    add(facts, "Shelter", word(SHELTERS, port.facts().shelter()), null);
    if (port.facts().pilotRequired() != null) {
      facts.add(new Fact("Pilot", port.facts().pilotRequired() ? "Compulsory" : "Not compulsory"));
    }
    return facts;
  }

  private static String word(Map<String, String> words, String code) {
    return code == null ? null : words.get(code);
  }

  private static void add(List<Fact> facts, String label, String one, String two) {
    if (one != null || two != null) {
      facts.add(new Fact(label, one == null ? two : two == null ? one : one + "; " + two));
    }
  }
}
