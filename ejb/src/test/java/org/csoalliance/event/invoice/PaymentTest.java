package org.csoalliance.event.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.csoalliance.platform.error.InvalidException;
import org.junit.jupiter.api.Test;

class PaymentTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  private static Set<String> wrong(LocalDate day, String how, String note) {
    return assertThrows(InvalidException.class, () -> new Payment(day, how, note).checked(TODAY))
        .fields()
        .keySet();
  }

  @Test
  void eachFieldIsLookedAt() {
    assertEquals(Set.of("day", "how"), wrong(null, " ", ""));
    assertEquals(Set.of("day"), wrong(TODAY.plusDays(2), "Cash", ""));
    assertEquals(Set.of("day"), wrong(TODAY.minusYears(6), "Cash", ""));
    assertEquals(Set.of("how", "note"), wrong(TODAY, "x".repeat(1 << 20), "y".repeat(501)));
    assertEquals("Cash", new Payment(TODAY, " Cash\n", null).checked(TODAY).how());
  }

  @Test
  void aCardIsNoNoteAndAnAccountIsOne() {
    for (String card :
        new String[] {"4111111111111111", "Visa 4111-1111-1111-1111.", "3782 822463 10005"}) {
      assertTrue(Payment.card(card), card);
    }
    for (String fine :
        new String[] {
          "DE89 3704 0044 0532 0130 00",
          "GB82WEST12345698765432",
          "PO 4111111111111112",
          "Order 20261128001",
          "+44 20 7946 0102"
        }) {
      assertFalse(Payment.card(fine), fine);
    }
    assertEquals(Set.of("note"), wrong(TODAY, "Card", "4111 1111 1111 1111"));
  }
}
