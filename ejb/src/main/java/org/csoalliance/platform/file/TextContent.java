package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/** Plain text in UTF-8 that no browser could take for a page or a drawing. */
final class TextContent {
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private TextContent() {}

  /** Whether every byte is text in UTF-8, without control characters. */
  static boolean isText(byte[] content) {
    String text = read(content);
    return text != null
        && text.chars().noneMatch(c -> c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f');
  }

  /** Checks a file of which {@link #isText} is true. */
  static void check(byte[] content) {
    if (content.length > MOST_BYTES) {
      throw FileContent.refused("A text is taken up to 2 MB. Send a shorter one");
    }
    String text = text(content).strip();
    if (text.startsWith("<") || text.startsWith("%!") || text.startsWith("#!")) {
      throw FileContent.refused(
          "This is a web page, a drawing or a script. Print it to a PDF, and send that");
    }
    if (text.isEmpty()) {
      throw FileContent.refused("The file is empty. Choose another one");
    }
  }

  /** The text, without marks that turn the direction of writing. */
  static String text(byte[] content) {
    return read(content).replaceAll("[\\uFEFF\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "");
  }

  private static String read(byte[] content) {
    try {
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(content))
          .toString();
    } catch (CharacterCodingException none) {
      return null;
    }
  }
}
