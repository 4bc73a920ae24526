package org.csoalliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"mooring kettle northern lamp", "Sz8!kLq0vBn3#rTy", "длинный пароль для моря"})
  void takesLongOnes(String password) {
    assertEquals(
        Optional.empty(),
        PasswordRules.objection(password, PasswordRules.context("n.owner@company.example")));
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
    assertTrue(
        PasswordRules.objection(password, PasswordRules.context("n.owner@company.example"))
            .isPresent());
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 100_000})
  void refusesTextsWithoutEnd(int length) {
    assertTrue(PasswordRules.objection("abcdefgh".repeat(length), List.of()).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    // password, with a second factor, taken
    "mooring kettle northern lamp, false, true",
    "Sz8!kLq0, false, false",
    "Sz8!kLq0, true, true",
    "Sz8!kLq, true, false",
    "baseball, true, false",
    "BASEBALL, true, false",
    "kestrel1, true, false",
    "Kestrel-Tankers-2026, true, false",
    "Kestrel Tankers Kestrel, false, false",
    "owner123, true, false",
    "19750412, true, true",
    "88888888, true, false",
    "abcdefgh, true, false",
    "alliance, true, false"
  })
  void isShorterBesideASecondFactorAndKnowsTheContext(
      String password, boolean factor, boolean taken) {
    assertEquals(
        taken,
        PasswordRules.objection(
                password, List.of("n.owner", "Nora Owner", "Kestrel Tankers"), factor)
            .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shearwater-2026",
        "shearwater shearwater",
        "Petrel Lines 2026",
        "Wilhelmina-20261"
      })
  void knowsMailDomainCompanyAndPersonFromTheFirstPasswordOn(String password) {
    List<String> context =
        PasswordRules.context("officer@shearwater.example", "Wilhelmina", "Petrel Lines", null);
    assertTrue(PasswordRules.objection(password, context).isPresent());
    assertEquals(Optional.empty(), PasswordRules.objection("harbour lantern seventeen", context));
  }

  @Test
  void takesSixtyFourCharactersAndMore() {
    String sentence = "seven grey gulls walk over the wet pier before the pilot comes home";
    assertTrue(sentence.length() > 64);
    assertEquals(Optional.empty(), PasswordRules.objection(sentence, List.of()));
  }
}
