package org.csoalliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.csoalliance.platform.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private static final int FEW = 1000;

  @Test
  void tellsTheRightPasswordFromAWrongOne() {
    PasswordHash stored =
        PasswordHash.parse(PasswordHash.of("three unrelated words", FEW).toString());
    assertTrue(stored.matches("three unrelated words"));
    assertFalse(stored.matches("three unrelated word"));
    assertFalse(stored.matches(""));
  }

  @Test
  void keepsItsParametersBesideIt() {
    assertTrue(PasswordHash.of("x", FEW).toString().startsWith("pbkdf2-sha512$1000$"));
    assertTrue(PasswordHash.of("x", FEW).weakerThan(FEW + 1));
    assertFalse(PasswordHash.of("x", FEW).weakerThan(FEW));
  }

  @Test
  void saltsEachHash() {
    assertNotEquals(
        PasswordHash.of("same", FEW).toString(), PasswordHash.of("same", FEW).toString());
  }

  @Test
  void takesTheSamePasswordFromAnotherKeyboard() {
    assertTrue(PasswordHash.of("cafe\u0301 noir, s'il", FEW).matches("caf\u00e9 noir, s'il"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "md5$1$a$b",
        "pbkdf2-sha512$0$AAAA$AAAA",
        "pbkdf2-sha512$x$AAAA$AAAA"
      })
  void refusesWhatItDidNotWrite(String stored) {
    assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(stored));
  }

  @Test
  void nobodyMatchesNothing() {
    PasswordHashing hashing = hashing(Map.of("alliance.demo", "true"), "10000");
    assertFalse(hashing.matches(null, "nobody"));
    assertFalse(hashing.matches(null, "somebody"));
    String stored = PasswordHash.of("somebody", FEW).toString();
    assertFalse(hashing.matches(stored, ""));
    assertFalse(hashing.matches(stored, "x".repeat(100_000)));
    assertTrue(hashing.matches(stored, "somebody"));
    assertTrue(hashing.weak(stored));
  }

  @Test
  void aDeploymentCannotGoBelowTheFloor() {
    assertThrows(IllegalStateException.class, () -> hashing(Map.of(), "99999"));
    assertEquals(210_000, PasswordHash.ITERATIONS);
  }

  private static PasswordHashing hashing(Map<String, String> settings, String iterations) {
    return new PasswordHashing(
        new Settings(
            name -> name.equals("alliance.password.iterations") ? iterations : settings.get(name),
            name -> null));
  }
}
