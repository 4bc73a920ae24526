package org.csoalliance.platform.text;

/**
 * A cell of CSV (RFC 4180) that no spreadsheet takes for a formula: every file that holds words of
 * people writes them by this one rule.
 */
public final class CsvCell {
  private static final String FORMULA = "=+-@\t\r\n";

  private CsvCell() {}

  /**
   * Words as a cell, in quotes where CSV needs them.
   *
   * @param value null as an empty cell
   */
  public static String of(Object value) {
    return quoted(value == null ? "" : guarded(value.toString()));
  }

  /** A number of our own: a minus sign in front of it is no formula. */
  public static String number(Number value) {
    return value == null ? "" : quoted(value.toString());
  }

  /** An apostrophe before what a spreadsheet would compute. */
  public static String guarded(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Takes the apostrophe of {@link #guarded} away again, when such a file comes back. */
  public static String unguarded(String cell) {
    boolean guarded =
        cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
    return guarded ? cell.substring(1) : cell;
  }

  private static String quoted(String text) {
    boolean quote = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
