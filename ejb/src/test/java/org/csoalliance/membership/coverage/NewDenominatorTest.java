package org.csoalliance.membership.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.csoalliance.membership.Sector;
import org.csoalliance.platform.error.InvalidException;
import org.junit.jupiter.api.Test;

class NewDenominatorTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static NewDenominator typed(String ships, String asOf, String source) {
    return NewDenominator.typed("CRUISE", "", ships, asOf, source, TODAY);
  }

  @Test
  void readsWhatAnEditorTypes() {
    NewDenominator made = typed(" 1,323 ", "2026-01-01 ", "World Fleet\nRegister, table 4");
    assertEquals(Sector.CRUISE, made.sector());
    assertNull(made.band());
    assertEquals(1323, made.ships());
    assertEquals(LocalDate.of(2026, 1, 1), made.asOf());
    assertEquals("World Fleet Register, table 4", made.source());
    assertEquals(
        FleetBand.FROM_100,
        NewDenominator.typed("TANKER", "100+", "9", "2026-11-22", "Register", TODAY).band());
  }

  @Test
  void saysAtEachFieldWhatIsWrong() {
    InvalidException wrong =
        assertThrows(
            InvalidException.class,
            () -> NewDenominator.typed("PIRATES", "4-5", "0", "2026-02-30", "x", TODAY));
    assertEquals(
        List.of("sector", "band", "ships", "asOf", "source"), List.copyOf(wrong.fields().keySet()));
    for (String ships : new String[] {null, "", "-3", "1.5", "1000001", "9999999999999"}) {
      assertThrows(InvalidException.class, () -> typed(ships, "2026-01-01", "Register"), ships);
    }
    for (String day : new String[] {null, "", "2026-11-23", "1999-12-31", "1 Jan 2026"}) {
      assertThrows(InvalidException.class, () -> typed("5", day, "Register"), day);
    }
    assertThrows(InvalidException.class, () -> typed("5", "2026-01-01", "x".repeat(501)));
  }
}
