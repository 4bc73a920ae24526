package org.csoalliance.membership.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.error.InvalidException;
import org.junit.jupiter.api.Test;

class FleetFileTest {
  private static List<FleetFile.Line> read(String text) {
    return FleetFile.lines(FleetFile.text(text.getBytes(UTF_8)));
  }

  private static String refused(String text) {
    return assertThrows(InvalidException.class, () -> read(text)).getMessage();
  }

  @Test
  void columnsStandInAnyOrderPartedByCommaOrSemicolon() {
    FleetFile.Line line = new FleetFile.Line(2, "9900083", "Sea, Star", "Cruise ship", "GB");
    assertEquals(
        List.of(line), read("\uFEFFimo,name,type,flag\n9900083,\"Sea, Star\",Cruise ship,GB\n"));
    assertEquals(
        List.of(line), read("Flag;IMO;Extra;Name;TYPE\r\nGB;9900083;x;Sea, Star;Cruise ship\r\n"));
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertTrue(refused("").contains("empty"));
    assertTrue(refused("imo,name,type\n1,2,3\n").contains("column flag"));
    assertTrue(refused("imo,name,type,flag\n").contains("no ship"));
    assertTrue(refused("imo,name,type,flag\n1,\"open,3,4\n").contains("quotation"));
    assertTrue(refused("imo,name,type,flag\n" + "1,a,,\n".repeat(5001)).contains("5,000 lines"));
    assertEquals(5000, read("imo,name,type,flag\n" + "1,a,,\n".repeat(5000)).size());
    assertTrue(
        assertThrows(InvalidException.class, () -> FleetFile.text("imo\nÅ".getBytes(ISO_8859_1)))
            .getMessage()
            .contains("UTF-8"));
    assertThrows(InvalidException.class, () -> FleetFile.text(new byte[2_000_001]));
    assertThrows(InvalidException.class, () -> FleetFile.text("a\0b".getBytes(UTF_8)));
  }

  @Test
  void whatIsWrittenIsNoFormulaAndIsReadBackAsItWas() {
    FleetShip ship =
        new FleetShip("9900083", "=HYPERLINK(\"x\")", ShipType.CRUISE, "GB", "@me", "", true, 0);
    String csv = FleetFile.write(List.of(ship));
    assertTrue(csv.startsWith("\uFEFFimo,name,type,flag,primary,alternate\r\n"));
    assertTrue(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""));
    assertTrue(csv.contains("'@me"));
    assertEquals("=HYPERLINK(\"x\")", read(csv).get(0).name());
  }
}
