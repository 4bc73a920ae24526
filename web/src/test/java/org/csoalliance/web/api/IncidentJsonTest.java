package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.csoalliance.incident.IncidentPage;
import org.junit.jupiter.api.Test;

class IncidentJsonTest {
  private final IncidentJson writer = new IncidentJson(Samples.LINKS);

  @Test
  void writesWhatTheContractNames() {
    JsonObject json = Samples.parse(JsonText.bytes(g -> writer.summary(g, Samples.full())));
    assertEquals("CSOA-2026-00007", json.getString("reference"));
    assertEquals("2026-11-16T04:15:00Z", json.getString("occurred_at"));
    assertEquals("1.233333", json.get("latitude").toString());
    assertEquals("-104.05", json.get("longitude").toString());
    assertEquals("TLP:AMBER+STRICT", json.getString("tlp"));
    assertEquals("9074729", json.getJsonObject("ship").getString("imo"));
    assertEquals("NGA ASAM", json.getJsonObject("source").getString("name"));
    assertEquals("PIRATES", json.getJsonObject("source").getString("words"));
    assertEquals(
        "/api/v1/incidents/CSOA-2026-00007", json.getJsonObject("links").getString("self"));
    assertTrue(
        json.keySet()
            .containsAll(
                Set.of(
                    "kind",
                    "status",
                    "severity",
                    "occurred_precision",
                    "area",
                    "title",
                    "text",
                    "updated_at")));
  }

  @Test
  void whatMayNotBeSeenIsAbsent() {
    String json = new String(JsonText.bytes(g -> writer.detail(g, Samples.bareDetail())), UTF_8);
    JsonObject read = Samples.parse(json.getBytes(UTF_8));
    for (String name :
        List.of(
            "severity",
            "latitude",
            "longitude",
            "area",
            "ship",
            "contact",
            "reporter",
            "company",
            "harm_note",
            "told")) {
      assertFalse(read.containsKey(name), name);
    }
    assertFalse(json.contains("null"), json);
    assertFalse(json.contains("\"\""), json);
    assertEquals(Set.of("code", "name"), read.getJsonObject("source").keySet());
  }

  @Test
  void thePageCarriesTheCursorAndTheLastNone() {
    JsonObject more =
        Samples.parse(
            JsonText.bytes(
                g -> writer.page(g, new IncidentPage(List.of(Samples.full()), "c2", null, null))));
    assertEquals("c2", more.getString("next"));
    assertEquals(1, more.getJsonArray("items").size());
    JsonObject last =
        Samples.parse(
            JsonText.bytes(g -> writer.page(g, new IncidentPage(List.of(), null, "c1", null))));
    assertEquals(Set.of("items"), last.keySet());
  }

  @Test
  void hostileTextStaysText() {
    String text = "<script>\"\\\u0000\u0007\n\u202E#{7*7} \uD83D\uDEA2 ığüş";
    JsonObject json =
        Samples.parse(JsonText.bytes(g -> writer.summary(g, Samples.withText(text, text))));
    assertEquals(text, json.getString("text"));
  }

  @Test
  void geoJsonPutsLongitudeFirstAndNullWhereNoPlaceIsKnown() {
    IncidentGeoJson geo = new IncidentGeoJson(Samples.LINKS);
    JsonObject json =
        Samples.parse(
            JsonText.bytes(
                g -> {
                  geo.start(g);
                  geo.feature(g, Samples.detailed(Samples.full(), "{\"raidersDress\":\"Dark\"}"));
                  geo.feature(g, Samples.detailed(Samples.bare(), "{}"));
                  geo.end(g, null);
                }));
    assertEquals("FeatureCollection", json.getString("type"));
    JsonObject first = json.getJsonArray("features").getJsonObject(0);
    assertEquals(
        "[-104.05,1.233333]",
        first.getJsonObject("geometry").getJsonArray("coordinates").toString());
    assertEquals("TLP:AMBER+STRICT", first.getJsonObject("properties").getString("tlp"));
    assertEquals(
        "{\"raiders_dress\":\"Dark\"}",
        first.getJsonObject("properties").getJsonObject("details").toString());
    JsonObject second = json.getJsonArray("features").getJsonObject(1);
    assertEquals(JsonValue.NULL, second.get("geometry"));
    assertFalse(second.getJsonObject("properties").containsKey("details"), "nothing was answered");
    assertFalse(json.containsKey("next"));
  }

  @Test
  void degreesNeverUseAnExponent() {
    assertEquals("0", JsonText.degrees(0).toString());
    assertEquals("10", JsonText.degrees(10).toString());
    assertEquals("0.000001", JsonText.degrees(0.000001).toString());
    assertEquals("-179.999999", JsonText.degrees(-179.999999).toString());
  }
}
