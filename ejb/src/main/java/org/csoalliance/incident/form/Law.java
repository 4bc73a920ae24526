package org.csoalliance.incident.form;

import jakarta.json.JsonObject;
import java.util.Set;

/**
 * What the law calls violence against a ship. It follows from the waters, not from the violence:
 * UNCLOS articles 101 and 58 for piracy, IMO resolution A.1025(26) for armed robbery.
 */
public enum Law {
  PIRACY,
  ARMED_ROBBERY,
  /** Nobody has said in which waters it happened. */
  UNKNOWN;

  private static final Set<String> HIGH = Set.of("CONTIGUOUS", "EEZ", "HIGH_SEAS");
  private static final Set<String> INNER = Set.of("INTERNAL", "ARCHIPELAGIC", "TERRITORIAL");

  /** By the answer to "in whose waters?". */
  public static Law of(JsonObject details) {
    String waters = details.getString("waters", "UNKNOWN");
    return HIGH.contains(waters) ? PIRACY : INNER.contains(waters) ? ARMED_ROBBERY : UNKNOWN;
  }

  /** Its name. */
  public String words(FormWords words) {
    return words.text("law." + this);
  }

  /** The reason in a sentence. */
  public String why(JsonObject details, FormWords words) {
    return words.fill(
        "law." + this + ".why", words.text("value." + details.getString("waters", "UNKNOWN")));
  }
}
