package org.csoalliance.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.csoalliance.platform.error.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
  @Test
  void titlesBecomeAddresses() {
    assertEquals(
        "stowaways-a-report-in-two-minutes", Slug.of("Stowaways: a report in two minutes"));
    assertEquals("cote-d-ivoire", Slug.of("Côte d´Ivoire"));
    assertEquals("a-b", Slug.of("../../a//b/.."));
    assertEquals("abc", Slug.of("ＡＢＣ"));
    assertEquals("subscribe-1", Slug.of("Subscribe"));
    assertEquals("", Slug.of("мир"));
    assertEquals("stowaway-drive", Slug.typed(" Stowaway drive "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../etc/passwd",
        "a/b",
        "a..b",
        "-a",
        "a-",
        "a--b",
        "%2e%2e",
        "pаypal",
        "a\u200bb",
        "a\u2010b",
        "ａ／b",
        "subscribe",
        "pictures",
        "ı",
        "a\u0000b",
        "a b\u202e"
      })
  void looksAlikeOrLeadsElsewhere(String typed) {
    assertThrows(InvalidException.class, () -> Slug.typed(typed));
  }
}
