package org.csoalliance.web.taxii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.indicator.Indicator;
import org.csoalliance.incident.indicator.IndicatorType;
import org.csoalliance.platform.sharing.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of STIX 2.1 (OASIS standard of 10 June 2021) that our objects have to keep. */
class StixObjectsTest {
  private static final Set<String> INDICATOR_TYPES =
      Set.of(
          "anomalous-activity",
          "anonymization",
          "benign",
          "compromised",
          "malicious-activity",
          "attribution",
          "unknown");

  private final StixObjects stix = new StixObjects("https://alliance.example");

  private static Indicator indicator(IndicatorType type, String value, Tlp tlp) {
    return new Indicator(type, value, "Seen in a mail", tlp);
  }

  private List<JsonObject> all(IncidentStatus status) {
    return stix.of(CyberSamples.incident(7, status, CyberSamples.EVERY_TYPE));
  }

  /** 3.1 and 3.2: what every domain and relationship object has, and in what form. */
  @Test
  void commonPropertiesAreThere() {
    Set<String> ids = new HashSet<>();
    for (JsonObject each : all(IncidentStatus.CONFIRMED)) {
      String type = each.getString("type");
      assertEquals("2.1", each.getString("spec_version"));
      assertTrue(
          each.getString("id")
              .matches(
                  type + "--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
          each::toString);
      assertTrue(ids.add(each.getString("id")), "no id twice");
      for (String time : List.of("created", "modified")) {
        assertTrue(
            each.getString(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"),
            each::toString);
      }
      assertFalse(
          Instant.parse(each.getString("modified"))
              .isBefore(Instant.parse(each.getString("created"))));
      assertEquals(StixObjects.AUTHOR, each.getString("created_by_ref"));
      assertEquals(1, each.getJsonArray("object_marking_refs").size());
      JsonObject reference = each.getJsonArray("external_references").getJsonObject(0);
      assertEquals("CSO Alliance", reference.getString("source_name"));
    }
  }

  /** 4.7: an indicator has a pattern, its type and when it is valid from. */
  @Test
  void indicatorsHaveWhatTheyNeed() {
    int found = 0;
    for (JsonObject each : all(IncidentStatus.CONFIRMED)) {
      if (each.getString("type").equals("indicator")) {
        found++;
        assertEquals("stix", each.getString("pattern_type"));
        assertTrue(
            each.getString("pattern").matches("\\[[a-z0-9-]+:[A-Za-z0-9.'-]+ = '.+'\\]"),
            each::toString);
        Instant.parse(each.getString("valid_from"));
        JsonArray types = each.getJsonArray("indicator_types");
        types.forEach(
            type -> assertTrue(INDICATOR_TYPES.contains(((JsonString) type).getString())));
      }
    }
    assertEquals(6, found);
  }

  /** 4.16 and 5.2: every reference of a report and a sighting leads to an object that is there. */
  @Test
  void referencesLeadSomewhere() {
    List<JsonObject> objects = all(IncidentStatus.CONFIRMED);
    Set<String> ids = new HashSet<>();
    objects.forEach(each -> ids.add(each.getString("id")));
    int reports = 0;
    for (JsonObject each : objects) {
      if (each.getString("type").equals("report")) {
        reports++;
        assertFalse(each.getString("name").isEmpty());
        Instant.parse(each.getString("published"));
        JsonArray refs = each.getJsonArray("object_refs");
        assertEquals(objects.size() - 1, refs.size());
        refs.forEach(ref -> assertTrue(ids.contains(((JsonString) ref).getString())));
      }
      if (each.getString("type").equals("sighting")) {
        assertTrue(ids.contains(each.getString("sighting_of_ref")));
        assertTrue(ids.contains(each.getJsonArray("where_sighted_refs").getString(0)));
        assertTrue(each.getInt("count") >= 0 && each.getInt("count") <= 999_999_999);
      }
      if (each.getString("type").equals("location")) {
        assertTrue(Math.abs(each.getJsonNumber("latitude").doubleValue()) <= 90);
        assertTrue(Math.abs(each.getJsonNumber("longitude").doubleValue()) <= 180);
      }
    }
    assertEquals(1, reports);
  }

  @Test
  void eachIndicatorBearsItsOwnMarking() {
    List<JsonObject> objects =
        stix.of(
            CyberSamples.incident(
                7,
                IncidentStatus.CONFIRMED,
                List.of(
                    indicator(IndicatorType.IP, "192.0.2.1", Tlp.AMBER_STRICT),
                    indicator(IndicatorType.IP, "192.0.2.2", Tlp.GREEN))));
    List<String> markings =
        objects.stream()
            .filter(each -> each.getString("type").equals("indicator"))
            .map(each -> each.getJsonArray("object_marking_refs").getString(0))
            .toList();
    assertEquals(List.of(StixTlp.id(Tlp.AMBER_STRICT), StixTlp.id(Tlp.GREEN)), markings);
  }

  /** The identifiers that OASIS published; a typo would agree with itself everywhere else. */
  @ParameterizedTest
  @CsvSource({
    "CLEAR, 94868c89-83c2-464b-929b-a1a8aa3c8487, TLP:CLEAR, clear",
    "GREEN, bab4a63c-aed9-4cf5-a766-dfca5abac2bb, TLP:GREEN, green",
    "AMBER, 55d920b0-5e8b-4f79-9ee9-91f868d9b421, TLP:AMBER, amber",
    "AMBER_STRICT, 939a9414-2ddd-4d32-a0cd-375ea402b003, TLP:AMBER+STRICT, amber+strict",
    "RED, e828b379-4e03-4974-9ac4-e53a884c97c1, TLP:RED, red"
  })
  void markingsAreThoseOfOasis(Tlp tlp, String uuid, String name, String level) {
    JsonObject marking = StixTlp.definition(tlp);
    assertEquals("marking-definition--" + uuid, marking.getString("id"));
    assertEquals(name, marking.getString("name"));
    assertEquals("2022-10-01T00:00:00.000Z", marking.getString("created"));
    JsonObject extension =
        marking
            .getJsonObject("extensions")
            .getJsonObject("extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d");
    assertEquals("property-extension", extension.getString("extension_type"));
    assertEquals(level, extension.getString("tlp_2_0"));
    assertFalse(marking.containsKey("definition_type"), "that is for TLP 1");
  }

  @Test
  void idsAreTheSameAtEveryReadingAndDifferByIncident() {
    assertEquals(all(IncidentStatus.CONFIRMED), all(IncidentStatus.CONFIRMED));
    List<JsonObject> other =
        stix.of(CyberSamples.incident(8, IncidentStatus.CONFIRMED, CyberSamples.EVERY_TYPE));
    Set<String> ids = new HashSet<>();
    all(IncidentStatus.CONFIRMED).forEach(each -> ids.add(each.getString("id")));
    other.forEach(each -> assertFalse(ids.contains(each.getString("id"))));
  }

  /** RFC 4122, appendix B as corrected: the name space of DNS and www.example.com. */
  @Test
  void versionFiveUuidsAreThoseOfTheStandard() {
    assertEquals(
        "2ed6657d-e927-568b-95e1-2665a8aea6a2",
        StixId.uuid(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com")
            .toString());
  }

  @Test
  void aWithdrawnReportRevokesItsIndicators() {
    all(IncidentStatus.WITHDRAWN).forEach(each -> assertTrue(each.getBoolean("revoked")));
    all(IncidentStatus.CONFIRMED).forEach(each -> assertFalse(each.containsKey("revoked")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "IP, 192.0.2.7, [ipv4-addr:value = '192.0.2.7']",
        "IP, 192.0.2.0/24, [ipv4-addr:value = '192.0.2.0/24']",
        "IP, 2001:DB8::1, [ipv6-addr:value = '2001:db8::1']",
        "DOMAIN, Evil.Example, [domain-name:value = 'evil.example']",
        "URL, https://evil.example/?a='b'\\c, [url:value = 'https://evil.example/?a=\\'b\\'\\\\c']",
        "EMAIL, a@evil.example, [email-addr:value = 'a@evil.example']",
        "FILE, it's.exe, [file:name = 'it\\'s.exe']",
        "HASH, D41D8CD98F00B204E9800998ECF8427E, [file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427e']",
        "HASH, da39a3ee5e6b4b0d3255bfef95601890afd80709, [file:hashes.'SHA-1' = 'da39a3ee5e6b4b0d3255bfef95601890afd80709']"
      })
  void patterns(IndicatorType type, String value, String pattern) {
    assertEquals(pattern, StixPattern.of(indicator(type, value, Tlp.CLEAR)).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"IP, 300.1.1.1", "IP, not-an-address", "HASH, abc", "HASH, xyz"})
  void whatIsNoneOfItsTypeHasNoPattern(IndicatorType type, String value) {
    assertTrue(StixPattern.of(indicator(type, value, Tlp.CLEAR)).isEmpty());
    assertTrue(
        stix.of(
                CyberSamples.incident(
                    7, IncidentStatus.CONFIRMED, List.of(indicator(type, value, Tlp.CLEAR))))
            .isEmpty());
  }
}
