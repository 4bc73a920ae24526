package org.csoalliance.geography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csoalliance.platform.geo.Position;
import org.junit.jupiter.api.Test;

class PortMergeTest {
  private static PortRecord row(
      PortSource source, String key, String name, Position at, boolean doubtful, String zone) {
    String country = source == PortSource.WPI ? "US" : key.substring(0, 2);
    return new PortRecord(source, key, name, country, at, doubtful, zone, PortFacts.UNKNOWN);
  }

  private static Map<String, Port> merged(PortRecord... rows) {
    return PortMerge.merge(List.of(rows)).stream()
        .collect(Collectors.toMap(Port::code, Function.identity()));
  }

  private static final Position THERE = new Position(29.3, -94.8);
  private static final Position NEAR = new Position(29.31, -94.79);
  private static final Position FAR = new Position(41.5, -71.3);

  @Test
  void theIndexWinsOverAPositionThatWasFoundByTheName() {
    Map<String, Port> ports =
        merged(
            row(PortSource.UNLOCODE, "USGLS", "Galveston", FAR, true, null),
            row(PortSource.WPI, "8600", "GALVESTON", THERE, false, null));
    assertEquals(1, ports.size());
    Port port = ports.get("USGLS");
    assertEquals(THERE, port.position());
    assertEquals(PortSource.WPI, port.positionSource());
    assertEquals(8600, port.wpiNumber());
    assertEquals("Galveston", port.name());
    assertFalse(port.doubtful());
  }

  @Test
  void oneNameAtTwoPlacesStaysTwoPorts() {
    Map<String, Port> ports =
        merged(
            row(PortSource.UNLOCODE, "USNPT", "Newport", THERE, false, null),
            row(PortSource.WPI, "1", "NEWPORT", FAR, false, null),
            row(PortSource.WPI, "2", "NEWPORT", NEAR, false, null));
    assertEquals(2, ports.size());
    assertEquals(2, ports.get("USNPT").wpiNumber(), "the nearer of the two");
    assertEquals("Newport", ports.get("WPI-1").name());
  }

  @Test
  void aDoubtfulPositionDoesNotChooseBetweenTwo() {
    Map<String, Port> ports =
        merged(
            row(PortSource.UNLOCODE, "USNPT", "Newport", new Position(10, 10), true, null),
            row(PortSource.WPI, "1", "NEWPORT", FAR, false, null),
            row(PortSource.WPI, "2", "NEWPORT", NEAR, false, null));
    assertEquals(3, ports.size());
    assertNull(ports.get("USNPT").wpiNumber());
    assertTrue(ports.get("USNPT").doubtful());
  }

  @Test
  void positionsAreTakenInTheirOrder() {
    Map<String, Port> ports =
        merged(
            row(PortSource.SEA_PORTS, "USAAA", "Aaa", THERE, false, "America/Chicago"),
            row(PortSource.UNLOCODE, "USAAA", "Aaa", NEAR, false, null),
            row(PortSource.SEA_PORTS, "USBBB", "Bbb", THERE, false, null),
            row(PortSource.UNLOCODE, "USBBB", "Bbb", FAR, true, null));
    assertEquals(NEAR, ports.get("USAAA").position());
    assertEquals(PortSource.SEA_PORTS, ports.get("USBBB").positionSource());
    assertEquals("America/Chicago", ports.get("USBBB").zone(), "of the nearest of the country");
    assertFalse(ports.get("USBBB").zoneOwn());
    assertTrue(ports.get("USAAA").zoneOwn());
  }

  @Test
  void theOrderOfTheRowsChangesNothing() {
    List<PortRecord> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Position at = new Position(20 + i * 0.3, -80 - i * 0.1);
      rows.add(row(PortSource.WPI, String.valueOf(100 + i), "PORT " + i % 13, at, false, null));
      rows.add(row(PortSource.UNLOCODE, "US" + (200 + i), "Port " + i % 17, at, i % 3 == 0, null));
    }
    List<Port> once = PortMerge.merge(rows);
    Collections.reverse(rows);
    assertEquals(once, PortMerge.merge(rows));
  }

  @Test
  void namesThatLostALetterAreShownPlain() {
    assertEquals("Durres", PortName.readable("Durr\uFFFDs", "Durres"));
    assertEquals("Durrës", PortName.readable("Durrës", "Durres"));
    assertEquals("alesund", PortName.folded("Ålesund"));
    assertEquals("Merak Mas Terminal", PortName.cased("MERAK MAS TERMINAL"));
    assertEquals("St. John's", PortName.cased("ST. JOHN'S"));
  }
}
