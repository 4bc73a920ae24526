package org.csoalliance.platform.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mends a wrong letter: a word that is not known gives way to the known one that is one step away,
 * or two where it is long; a step is a letter too many, too few, another one, or two that changed
 * places (Damerau and Levenshtein's distance in its simple form). What is known are words of the
 * trade and titles that the asker may see, so that a mended word tells nothing that is hidden.
 */
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int LONG = 8;

  private final Set<String> known;

  Spelling(Collection<String> texts) {
    known =
        texts.stream()
            .flatMap(Spelling::words)
            .filter(word -> word.length() >= SHORTEST)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
  }

  /** The words with those mended that are not known; the same where nothing is near. */
  String mend(String typed) {
    return Stream.of(typed.split("\\s+")).map(this::one).collect(Collectors.joining(" "));
  }

  private String one(String typed) {
    String word = typed.toLowerCase(Locale.ROOT);
    if (word.length() < SHORTEST || !word.matches("\\p{L}+") || known.contains(word)) {
      return typed;
    }
    int most = word.length() >= LONG ? 2 : 1;
    return known.stream()
        .filter(each -> Math.abs(each.length() - word.length()) <= most)
        .filter(each -> distance(word, each) <= most)
        .min(Comparator.comparing(each -> distance(word, each)))
        .orElse(typed);
  }

  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
