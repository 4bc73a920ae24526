package org.csoalliance.event.door;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a stranger who verifies a paper learns of a name. */
final class Initials {
  private Initials() {}

  /** The first letter of each of the first three words, such as {@code N. O.}; empty for none. */
  static String of(String name) {
    return Arrays.stream(name.strip().split("[\\s-]+"))
        .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
        .limit(3)
        .map(
            word -> new String(Character.toChars(Character.toTitleCase(word.codePointAt(0)))) + ".")
        .collect(Collectors.joining(" "));
  }
}
