package org.csoalliance.incident.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.MadeFiles;
import org.junit.jupiter.api.Test;

class ListReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-27T18:00:00Z");

  static ListMapping mapping(String dates, String zone, Object... columns) {
    Map<ListField, String> chosen = new HashMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      chosen.put((ListField) columns[i], (String) columns[i + 1]);
    }
    return new ListMapping(
        "ReCAAP ISC",
        chosen,
        dates,
        zone,
        ListMapping.kinds("armed robbery = ROBBERY\n\nPiracy= Attack"),
        IncidentKind.OTHER,
        Tlp.GREEN,
        IncidentStatus.CONFIRMED);
  }

  private static List<ListReader.Reading> read(ListFile file, ListMapping mapping) {
    ListReader reader = new ListReader(mapping.checked(file.header()), file.header(), NOW);
    return file.rows().stream().map(reader::read).toList();
  }

  private static ListFile file(String text) {
    return ListFile.read(text.getBytes(UTF_8));
  }

  private static String refused(byte[] content) {
    return assertThrows(InvalidException.class, () -> ListFile.read(content)).fields().get("file");
  }

  @Test
  void columnsBecomeFieldsInAnyForm() {
    ListFile file =
        file(
            "No;Datum;Uhr;Ort;Pos;Art;Text\n"
                + "7;21.11.2026;9:05;Anchorage;01-14N 104-03E;Armed Robbery;Five men, \"with\" knives\n"
                + "8;22.11.2026;;Anchorage;;unheard of;Seen\n"
                + "9;31.02.2026;;Anchorage;;piracy;Seen\n"
                + "10;22.11.2027;;Anchorage;;piracy;Seen\n"
                + "11;22.11.2026;;Anchorage;95N 7E;piracy;Seen\n");
    List<ListReader.Reading> rows =
        read(
            file,
            mapping(
                "dd.MM.uuuu",
                "Asia/Singapore",
                ListField.REFERENCE,
                "No",
                ListField.DATE,
                "Datum",
                ListField.TIME,
                "Uhr",
                ListField.AREA,
                "Ort",
                ListField.POSITION,
                "Pos",
                ListField.KIND,
                "Art",
                ListField.TEXT,
                "Text"));
    ListEvent first = rows.get(0).event();
    assertNull(rows.get(0).refusal());
    assertEquals(Instant.parse("2026-11-21T01:05:00Z"), first.at());
    assertEquals(OccurredPrecision.EXACT, first.precision());
    assertEquals("01°14.0′N 104°03.0′E", first.position().format());
    assertEquals(IncidentKind.ROBBERY, first.kind());
    assertEquals("7", first.reference());
    assertEquals(IncidentKind.OTHER, rows.get(1).event().kind());
    assertEquals(OccurredPrecision.DAY, rows.get(1).event().precision());
    assertTrue(rows.get(2).refusal().contains("31.02.2026"), rows.get(2).refusal());
    assertTrue(rows.get(3).refusal().contains("future"), rows.get(3).refusal());
    assertTrue(rows.get(4).refusal().contains("95N 7E"), rows.get(4).refusal());
    assertEquals(6, rows.get(4).line());
  }

  @Test
  void timesOfManyForms() {
    String[][] forms = {
      {"uuuu-MM-dd", "2026-11-21T19:40:00Z", "2026-11-21T19:40:00Z"},
      {"uuuu-MM-dd", "2026-11-21T19:40:00+08:00", "2026-11-21T11:40:00Z"},
      {"uuuu-MM-dd", "2026-11-21 19:40", "2026-11-21T19:40:00Z"},
      {"dd/MM/uuuu", "21/11/2026 1940", "2026-11-21T19:40:00Z"},
      {"d MMM uuuu", "21 nov 2026", "2026-11-21T00:00:00Z"},
    };
    for (String[] form : forms) {
      ListFile file = file("a,b,c\n" + form[1] + ",Here,What happened\n");
      ListReader.Reading row =
          read(
                  file,
                  mapping(
                      form[0],
                      "UTC",
                      ListField.DATE,
                      "a",
                      ListField.AREA,
                      "b",
                      ListField.TEXT,
                      "c"))
              .get(0);
      assertNull(row.refusal(), form[1]);
      assertEquals(Instant.parse(form[2]), row.event().at(), form[1]);
    }
  }

  @Test
  void geoJsonWithHeightsAndOtherShapes() {
    ListFile file =
        file(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
                + "{\"type\":\"Point\",\"coordinates\":[104.05,1.2333,12.5]},\"properties\":"
                + "{\"id\":5,\"date\":\"2026-11-21\",\"text\":\"Boarded\"}},{\"type\":\"Feature\","
                + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]},"
                + "\"properties\":{\"id\":6,\"date\":\"2026-11-21\",\"text\":\"Seen\"}},7]}");
    List<ListReader.Reading> rows =
        read(
            file,
            mapping(
                "uuuu-MM-dd",
                "UTC",
                ListField.REFERENCE,
                "id",
                ListField.DATE,
                "date",
                ListField.TEXT,
                "text",
                ListField.LATITUDE,
                "geometry latitude",
                ListField.LONGITUDE,
                "geometry longitude"));
    assertEquals(104.05, rows.get(0).event().position().longitude(), 1e-9);
    assertEquals("5", rows.get(0).event().reference());
    assertTrue(rows.get(1).refusal().contains("neither"), rows.get(1).refusal());
    assertEquals("This is no feature.", rows.get(2).refusal());
  }

  @Test
  void badFilesAreToldInASentence() {
    assertTrue(refused(MadeFiles.picture("png", 4, 4)).contains("no text"));
    assertTrue(refused(new byte[0]).contains("empty"));
    assertTrue(refused("  \n\n".getBytes(UTF_8)).contains("empty"));
    assertTrue(refused("one column\nvalue\n".getBytes(UTF_8)).contains("name the columns"));
    assertTrue(refused("a,b\n".getBytes(UTF_8)).contains("no rows"));
    assertTrue(refused("a,a\n1,2\n".getBytes(UTF_8)).contains("twice"));
    assertTrue(refused("{\"type\":\"Feature\"}".getBytes(UTF_8)).contains("FeatureCollection"));
    assertTrue(refused("{\"type\":\"FeatureColl".getBytes(UTF_8)).contains("ends too early"));
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertTrue(refused(deep.getBytes(UTF_8)).contains("nested"));
  }

  @Test
  void latinOneAndACutAtTheEnd() {
    ListFile file =
        ListFile.read("date,place\n2026-11-21,Ærøskøbing\n2026-11-2".getBytes(ISO_8859_1));
    assertTrue(file.note().contains("Latin-1"));
    assertEquals("Ærøskøbing", file.rows().get(0).values().get(1));
    assertEquals("The file ends inside this row.", file.rows().get(1).broken());
    ListFile quotes = file("a,b\n1,\"x\" y\n2,z\n");
    assertEquals(2, quotes.rows().get(0).line());
    assertTrue(quotes.rows().get(0).broken().contains("quotation"));
    assertEquals("z", quotes.rows().get(1).values().get(1));
  }

  @Test
  void aMappingSaysWhatItLacksAndSurvivesItsJson() {
    Map<String, String> wrong =
        assertThrows(
                InvalidException.class,
                () -> mapping("dd", "Mars", ListField.LATITUDE, "b").checked(List.of("a")))
            .fields();
    assertEquals(
        java.util.Set.of("DATE", "POSITION", "LATITUDE", "TEXT", "dateFormat", "zone"),
        wrong.keySet());
    assertThrows(InvalidException.class, () -> ListMapping.kinds("robbery"));
    ListMapping mapping = mapping("uuuu-MM-dd", "UTC", ListField.DATE, "a", ListField.TEXT, "b");
    assertEquals(mapping, ListMapping.of(mapping.json()));
  }
}
