package org.csoalliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"mooring kettle northern lamp", "Sz8!kLq0vBn3#rTy", "длинный пароль для моря"})
  void takesLongOnes(String password) {
    assertEquals(Optional.empty(), PasswordRules.objection(password, "n.owner@company.example"));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "short",
        "fourteen chars",
        "passwordpassword",
        "Password12345678",
        "aaaaaaaaaaaaaaaaaaaa",
        "123456789012345678",
        "qwertyuiop12345",
        "n.owner n.owner n.owner",
        "CSO-Alliance-2026-2026"
      })
  void refusesWhatIsTriedFirst(String password) {
    assertTrue(PasswordRules.objection(password, "n.owner@company.example").isPresent());
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 100_000})
  void refusesTextsWithoutEnd(int length) {
    assertTrue(PasswordRules.objection("abcdefgh".repeat(length), "a@b.example").isPresent());
  }
}
