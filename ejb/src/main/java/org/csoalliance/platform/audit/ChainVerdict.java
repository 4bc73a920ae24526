package org.csoalliance.platform.audit;

/**
 * What a look along the chain of the audit log found.
 *
 * @param sound how many entries from the first on are as they were written
 * @param broken the number of the first broken entry, null when all are sound
 * @param fault what is wrong with it, null when all are sound
 * @param end the hash of the last sound entry in hexadecimal: kept elsewhere, it shows later that
 *     nobody has rewritten the whole chain
 */
public record ChainVerdict(long sound, Long broken, Fault fault, String end) {
  /** What may be wrong with an entry. */
  public enum Fault {
    /** Its content is not what was written. */
    CHANGED,
    /** It was taken out. */
    MISSING,
    /** It was written under another number: entries were swapped, or one before was taken out. */
    MOVED,
    /** It and what followed was cut off at the end. */
    CUT,
    /** It was added past the log. */
    ADDED,
    /** The record of the chain's end is gone. */
    NO_END
  }

  /** Whether every entry is as it was written. */
  public boolean intact() {
    return broken == null;
  }

  /** The finding in one sentence. */
  public String sentence() {
    if (intact()) {
      return sound == 0
          ? "The audit log is empty and sound."
          : "All " + sound + " entries of the audit log are sound. The last hash is " + end + ".";
    }
    return "Entry "
        + broken
        + " is the first broken one: "
        + reason(fault)
        + ". "
        + (sound == 0 ? "No entry before it is left." : sound + " before it are sound.");
  }

  private static String reason(Fault fault) {
    return switch (fault) {
      case CHANGED -> "its content was changed after it was written";
      case MISSING -> "it was removed";
      case MOVED -> "what stands there was written under another number";
      case CUT -> "it and whatever followed it were cut off at the end";
      case ADDED -> "it was added without the log";
      case NO_END -> "the record of the end of the chain was removed";
    };
  }
}
