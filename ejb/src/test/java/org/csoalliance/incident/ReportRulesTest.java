package org.csoalliance.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;
import org.junit.jupiter.api.Test;

class ReportRulesTest {
  private static final ReportIncident GOOD = Made.report(null);

  /** A report with the one text put into the named component. */
  private static ReportIncident with(String component, String value) {
    return new ReportIncident(
        UUID.fromString("6f1e4c1a-0000-4000-8000-000000000001"),
        GOOD.kind(),
        GOOD.occurredAt(),
        GOOD.precision(),
        GOOD.utcOffsetMinutes(),
        GOOD.position(),
        component.equals("area") ? value : GOOD.area(),
        component.equals("shipImo") ? value : GOOD.shipImo(),
        component.equals("shipName") ? value : GOOD.shipName(),
        true,
        component.equals("title") ? value : GOOD.title(),
        component.equals("text") ? value : GOOD.text(),
        GOOD.personsHarmed(),
        component.equals("harmNote") ? value : GOOD.harmNote(),
        component.equals("told") ? value : GOOD.told(),
        GOOD.tlp(),
        component.equals("contact") ? value : GOOD.contact());
  }

  private static ReportIncident at(Instant time, Position position, String area, Integer offset) {
    return new ReportIncident(
        null,
        GOOD.kind(),
        time,
        null,
        offset,
        position,
        area,
        null,
        null,
        false,
        null,
        GOOD.text(),
        null,
        null,
        null,
        null,
        null);
  }

  private static String value(ReportIncident report, String component) {
    return switch (component) {
      case "area" -> report.area();
      case "shipName" -> report.shipName();
      case "title" -> report.title();
      case "text" -> report.text();
      case "harmNote" -> report.harmNote();
      case "told" -> report.told();
      default -> report.contact();
    };
  }

  private static ReportIncident clean(ReportIncident report) {
    return ReportRules.clean(report, Made.NOW);
  }

  private static Map<String, String> wrong(ReportIncident report) {
    return assertThrows(InvalidException.class, () -> clean(report)).fields();
  }

  @Test
  void nothingAtAllIsToldFieldByField() {
    ReportIncident nothing =
        new ReportIncident(
            null, null, null, null, null, null, null, null, null, false, null, null, null, null,
            null, null, null);
    assertEquals(
        List.of("kind", "occurredAt", "position", "text"), List.copyOf(wrong(nothing).keySet()));
  }

  @Test
  void whatIsLeftOutIsUnknownAndNotNo() {
    ReportIncident clean = clean(at(GOOD.occurredAt(), null, " Callao\u00a0anchorage ", null));
    assertEquals(PersonsHarmed.UNKNOWN, clean.personsHarmed());
    assertEquals(Tlp.GREEN, clean.tlp());
    assertEquals("Callao anchorage", clean.area());
    assertEquals("Robbery, Callao anchorage", clean.title());
    assertEquals("", clean.contact());
    assertNull(clean.shipImo());
  }

  @Test
  void everyTextTakesAnyAlphabetAndNoneTooMuch() {
    for (String component :
        List.of("area", "shipName", "title", "text", "harmNote", "told", "contact")) {
      for (String words :
          List.of(
              "رجال مسلحون على متن",
              "武装した男たちが乗船した。十分。",
              "Вооружённые люди",
              "#{7*7} <b>Kestrel</b>")) {
        assertEquals(words, value(clean(with(component, words)), component), component);
      }
      assertEquals(
          "Two skiffs and nine men",
          value(
                  clean(
                      with(component, " Two\0 \u202eskiffs\u202c and\u0007 nine \u2066men\u2069")),
                  component)
              .replaceAll(" +", " "));
      Map<String, String> wrong = wrong(with(component, "x".repeat(100_000)));
      assertEquals(List.of(component), List.copyOf(wrong.keySet()));
      assertTrue(wrong.get(component).contains("100,000"), wrong.get(component));
    }
    assertEquals(
        "One two three\n\tfour", value(clean(with("text", "One two three\r\n\tfour\n")), "text"));
    for (String blank : new String[] {null, "", "   ", "\u200f\u202e", "too short"}) {
      assertEquals(List.of("text"), List.copyOf(wrong(with("text", blank)).keySet()));
    }
    String astral = "\ud83d\udea2".repeat(100);
    assertEquals(astral, clean(with("shipName", astral)).shipName());
    assertEquals("Aground off", clean(with("area", "Aground \ud83doff")).area());
  }

  @Test
  void timesAndPlaces() {
    Position here = GOOD.position();
    assertTrue(
        wrong(at(Made.NOW.plusSeconds(3600), here, "", null)).get("occurredAt").contains("future"));
    clean(at(Made.NOW.plusSeconds(299), here, "", null));
    assertTrue(
        wrong(at(Instant.parse("1800-01-01T00:00:00Z"), here, "", null))
            .get("occurredAt")
            .contains("1990"));
    assertEquals(
        List.of("utcOffsetMinutes"),
        List.copyOf(wrong(at(GOOD.occurredAt(), here, "", 841)).keySet()));
    assertEquals(
        "Robbery, " + here.format(), clean(at(GOOD.occurredAt(), here, null, -840)).title());
    assertThrows(IllegalArgumentException.class, () -> new Position(91, 0));
  }

  @Test
  void shipNumbers() {
    assertEquals("9074729", clean(with("shipImo", "IMO 9074729")).shipImo());
    assertNull(clean(with("shipImo", " ")).shipImo());
    assertEquals(
        "Ship number 9900008 fails its check digit. Read it again from the certificate, or leave"
            + " it out.",
        wrong(with("shipImo", "9900008")).get("shipImo"));
    assertTrue(wrong(with("shipImo", "١٢٣٤٥٦٧")).get("shipImo").contains("seven digits"));
    assertTrue(wrong(with("shipImo", "9".repeat(100_000))).get("shipImo").length() < 200);
  }
}
