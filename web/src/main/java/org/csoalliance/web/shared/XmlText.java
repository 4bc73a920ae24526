package org.csoalliance.web.shared;

/** Text for XML 1.0. */
public final class XmlText {
  private XmlText() {}

  /** The text with what XML does not take left out, for content and for quoted attributes. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                  boolean allowed =
                      c == '\n'
                          || c == '\t'
                          || c >= 0x20 && c <= 0xD7FF
                          || c >= 0xE000 && c <= 0xFFFD
                          || c >= 0x10000;
                  if (allowed) {
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.toString();
  }
}
