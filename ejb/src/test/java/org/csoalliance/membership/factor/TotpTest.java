package org.csoalliance.membership.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(59);

  /** The vectors of RFC 6238, appendix B, for SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void makesTheCodesOfTheStandard(long second, String code) {
    long step = Totp.step(Instant.ofEpochSecond(second));
    assertEquals(code, Totp.code(SECRET, step, 8, "HmacSHA1"));
    assertEquals(code.substring(2), Totp.code(SECRET, step));
  }

  @Test
  void takesTheStepBeforeAndTheStepAfterAndNoOther() {
    for (long step = -2; step <= 2; step++) {
      OptionalLong found = Totp.stepOf(SECRET, Totp.code(SECRET, 1 + step), NOW);
      assertEquals(Math.abs(step) <= 1 ? OptionalLong.of(1 + step) : OptionalLong.empty(), found);
    }
  }

  @Test
  void doesNotMindBlanks() {
    assertEquals(OptionalLong.of(1), Totp.stepOf(SECRET, " 287 082 ", NOW));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"28708", "2870821", "94287082", "abcdef", "２８７０８２", "000000"})
  void refusesEverythingElse(String typed) {
    assertTrue(Totp.stepOf(SECRET, typed, NOW).isEmpty());
  }

  /** The vectors of RFC 4648, section 10, without the padding. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void writesSecretsInBase32(String text, String base32) {
    assertEquals(base32, Totp.base32(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
