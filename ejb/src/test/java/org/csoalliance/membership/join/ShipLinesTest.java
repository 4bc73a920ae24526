package org.csoalliance.membership.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.csoalliance.membership.ShipType;
import org.junit.jupiter.api.Test;

class ShipLinesTest {
  private static ApplicationShip one(String line) {
    ShipLines read = ShipLines.read(line);
    assertEquals(List.of(), read.wrong(), line);
    return read.ships().get(0);
  }

  private static String problem(String line) {
    return ShipLines.read(line).wrong().get(0).problem();
  }

  @Test
  void aLineIsReadAsPeopleWriteIt() {
    ApplicationShip full =
        new ApplicationShip("9900083", "Corvo Mist", ShipType.BULK_CARRIER, "PA");
    assertEquals(full, one("9900083 Corvo Mist Bulk carrier PA"));
    assertEquals(full, one("IMO 9900083 Corvo Mist bulk carrier PA"));
    assertEquals(full, one("imo9900083; Corvo Mist; bulk carrier; Panama"));
    assertEquals(full, one("9900083,\"Corvo Mist\",Panama,BULK_CARRIER"));
    assertEquals(full, one("9900083\tCorvo Mist\tBulk carrier\tPA"));
    assertEquals(new ApplicationShip("9900083", "", ShipType.OTHER, null), one("  9900083  "));
    assertEquals("Corvo, Mist", one("9900083,\"Corvo, Mist\"").name());
    assertEquals("Tug", one("9900083 Tug").name(), "a name may be the word of a type");
  }

  @Test
  void theHeadingOfATableAndBlankLinesArePassedOver() {
    ShipLines read = ShipLines.read("IMO number;Name\r\n\r\n9900083;One\r\n9900095;Two\r\n");
    assertEquals(2, read.ships().size());
    assertEquals(4, read.lines().get(1).number(), "lines are counted as they were typed");
  }

  @Test
  void wrongLinesAreToldWithTheLine() {
    assertEquals("IMO 9900084 fails its check digit", problem("9900084 Wrong"));
    assertEquals("“12345” is no IMO number of seven digits", problem("12345, Short"));
    assertTrue(problem("Corvo Mist").contains("no IMO number"));
    assertTrue(problem("9900083; Corvo; dinghy").contains("dinghy"));
    assertTrue(problem("9900083,\"Corvo").contains("quotation marks"));
    assertTrue(problem("９９０００８３").contains("no IMO number"), "digits of another alphabet");
  }

  @Test
  void aShipNamedTwiceIsKeptOnceAndTold() {
    ShipLines read = ShipLines.read("9900083 One\n9900095\n9900083 Two");
    assertEquals(2, read.ships().size());
    assertEquals("One", read.ships().get(0).name());
    assertEquals(3, read.again().get(0).number());
    assertTrue(read.again().get(0).problem().contains("line 1"));
  }

  @Test
  void moreThanTwoThousandAreNotLookedAt() {
    assertTrue(ShipLines.tooMany("9900083\n".repeat(5000)));
    assertTrue(ShipLines.tooMany("x".repeat(500_000)));
    assertFalse(ShipLines.tooMany("9900083\n\n".repeat(2000)));
    assertFalse(ShipLines.tooMany(null));
  }
}
