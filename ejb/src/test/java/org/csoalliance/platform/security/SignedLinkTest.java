package org.csoalliance.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedLinkTest {
  private final SignedLink links = new SignedLink(new byte[32]);

  @Test
  void readsWhatItSigned() {
    String token = links.of("unsubscribe", "17:ALERTS");
    assertTrue(token.matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{22}"), token);
    assertEquals(Optional.of("17:ALERTS"), links.read("unsubscribe", token));
  }

  @Test
  void isBoundToItsUseItsSubjectAndItsSecret() {
    String token = links.of("unsubscribe", "17:ALERTS");
    assertEquals(Optional.empty(), links.read("acknowledge", token));
    String other = links.of("unsubscribe", "18:ALERTS");
    String mixed = other.substring(0, other.indexOf('.')) + token.substring(token.indexOf('.'));
    assertEquals(Optional.empty(), links.read("unsubscribe", mixed));
    byte[] secret = new byte[32];
    secret[31] = 1;
    assertEquals(Optional.empty(), new SignedLink(secret).read("unsubscribe", token));
    assertEquals(
        Optional.empty(), links.read("unsubscribe", token.substring(0, token.length() - 2)));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ".", "a.b", "MTc.", "….…", "MTc6QUxFUlRT", "%2e.%2e"})
  void nothingElseOpens(String token) {
    assertEquals(Optional.empty(), links.read("unsubscribe", token));
    assertEquals(Optional.empty(), links.read("unsubscribe", "A".repeat(100_000) + "." + token));
  }
}
