package org.csoalliance.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text in pieces, of which those that begin as a word that was searched for are marked. Pieces
 * are text, never HTML, so that nothing that people wrote can become a tag.
 */
public final class Marked {
  private static final int AROUND = 180;

  private Marked() {}

  /** A piece of a text. */
  public record Piece(String text, boolean marked) {}

  /** The whole text in pieces. */
  public static List<Piece> all(String text, String words) {
    List<String> wanted =
        List.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    List<Piece> pieces = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      boolean word = Character.isLetterOrDigit(text.charAt(at));
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end)) == word) {
        end++;
      }
      String piece = text.substring(at, end);
      if (word && fits(piece.toLowerCase(Locale.ROOT), wanted)) {
        flush(pieces, plain);
        pieces.add(new Piece(piece, true));
      } else {
        plain.append(piece);
      }
      at = end;
    }
    flush(pieces, plain);
    return pieces;
  }

  /** Some of the text, round the first word that fits. */
  public static List<Piece> some(String text, String words) {
    String line = text.replaceAll("\\s+", " ").strip();
    List<Piece> pieces = all(line, words);
    int first = 0;
    for (Piece piece : pieces) {
      if (piece.marked()) {
        break;
      }
      first += piece.text().length();
    }
    int from = first >= line.length() || first < AROUND ? 0 : line.lastIndexOf(' ', first - 60) + 1;
    int to = Math.min(line.length(), from + 2 * AROUND);
    String cut =
        (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
    return all(cut, words);
  }

  /** A word and its other endings: stowaway and stowaways, board and boarded. */
  private static boolean fits(String piece, List<String> wanted) {
    return wanted.stream()
        .anyMatch(
            word ->
                piece.equals(word)
                    || (word.length() > 3 && piece.startsWith(word))
                    || (piece.length() > 3
                        && word.startsWith(piece)
                        && word.length() - piece.length() <= 3));
  }

  private static void flush(List<Piece> pieces, StringBuilder plain) {
    if (!plain.isEmpty()) {
      pieces.add(new Piece(plain.toString(), false));
      plain.setLength(0);
    }
  }
}
