package org.csoalliance.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void lineHoldsNoSecondHeader() {
    assertEquals(
        "Robbery Bcc: spy@example.org",
        PlainText.line("Robbery\r\nBcc: spy@example.org\u0000", 99));
    assertEquals("a b", PlainText.line("a\u2028\u202e\tb", 99));
    assertEquals("", PlainText.line(null, 5));
  }

  @Test
  void columnCountsAsPostgresDoes() {
    assertEquals("😀😀", PlainText.column("😀😀😀", 2));
    assertEquals("a?b", PlainText.column("a\ud83db", 9));
    assertEquals("ab", PlainText.column("a\u0000b", 9));
  }

  @Test
  void bytesCutNoCharacter() {
    String text = "海盗".repeat(1000);
    for (int most = 0; most < 12; most++) {
      String cut = PlainText.bytes(text, most);
      assertTrue(text.startsWith(cut));
      assertTrue(cut.getBytes(StandardCharsets.UTF_8).length <= most);
      assertEquals(most / 3, cut.length());
    }
  }
}
