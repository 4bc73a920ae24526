package org.csoalliance.library;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/**
 * A file that an editor adds; see {@link LibraryFile}.
 *
 * @param replaces the file whose place it takes, null for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NewFile(
    String name,
    FileFormat format,
    String language,
    String paper,
    boolean ship,
    Long replaces,
    byte[] content) {

  /**
   * Reads what was typed.
   *
   * @throws InvalidException fields {@code format, language, paper, use, file}
   */
  public static NewFile typed(
      String name,
      String format,
      String language,
      String paper,
      String use,
      Long replaces,
      byte[] content) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (FileFormat.of(format).isEmpty()) {
      wrong.put("format", "Choose what it is.");
    }
    String tongue = language == null ? "" : language.strip();
    if (!tongue.matches("[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})?")) {
      wrong.put("language", "Enter a language as two letters, such as en.");
    }
    String sheet = paper == null ? "" : PlainText.line(paper, 21);
    if (sheet.length() > 20) {
      wrong.put("paper", "Write at most 20 characters, such as A3.");
    }
    if (!"SHIP".equals(use) && !"PRINT".equals(use)) {
      wrong.put("use", "Choose what it is for.");
    }
    if (content == null || content.length == 0) {
      wrong.put("file", "Choose a file. An empty one is none.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewFile(
        name,
        FileFormat.of(format).orElseThrow(),
        Locale.forLanguageTag(tongue).toLanguageTag(),
        sheet,
        "SHIP".equals(use),
        replaces,
        content);
  }
}
