package org.csoalliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ImoNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"9074729", "9900007", "9900019", "9900021", "9900033", "9900045", "7625811"})
  void takesShipsOfWhichTheLastDigitFits(String number) {
    assertEquals(number, ImoNumber.ship(number).orElseThrow().digits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"IMO 9074729", "imo9074729", " IMO\u00a09074729 ", "907 4729", "ımo"})
  void readsWhatPeopleWrite(String typed) {
    assertEquals(!typed.equals("ımo"), ImoNumber.ship(typed).isPresent());
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "9074728",
        "9074720",
        "907472",
        "90747290",
        "IMO",
        "9074729x",
        "٩٠٧٤٧٢٩",
        "-9074729",
        "#{7*7}",
        "9074729; drop"
      })
  void refusesTheRest(String typed) {
    assertTrue(ImoNumber.ship(typed).isEmpty());
  }

  @Test
  void refusesLongText() {
    assertTrue(ImoNumber.ship(" ".repeat(100_000) + "9074729").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2041999", "9990003", "9990017", "9990021", "9990034", "9990048"})
  void takesCompanies(String number) {
    assertEquals(number, ImoNumber.company(number).orElseThrow().digits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2041998", "9074729"})
  void refusesWrongCompanies(String number) {
    assertTrue(ImoNumber.company(number).isEmpty());
  }

  @Test
  void isAValue() {
    assertEquals(ImoNumber.ship("9074729"), ImoNumber.ship("IMO 9074729"));
    assertNotEquals(ImoNumber.ship("9074729"), ImoNumber.ship("9900007"));
    assertEquals("IMO 9074729", ImoNumber.ship("9074729").orElseThrow().toString());
  }
}
