package org.csoalliance.incident.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {
  private static final Form PIRACY = FormCatalog.shipped().ofKind("ROBBERY");

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  private static Severity of(String details) {
    return Severity.of(PIRACY, "ROBBERY", json(details)).orElseThrow();
  }

  /** Violence by loss, with everything known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NONE_SEEN|NONE|1|NOTHING|4",
        "NONE_SEEN|NONE|3|STORES|4",
        "NONE_SEEN|NONE|3|CASH|3",
        "NONE_SEEN|NONE|3|CARGO|2",
        "KNIFE|NONE|3|NOTHING|3",
        "KNIFE|NONE|7|STORES|2",
        "KNIFE|THREATENED|5|ENGINE_SPARES|2",
        "RIFLE|NONE|5|CASH|2",
        "RIFLE|HOSTAGE|9|CARGO|1",
        "NONE_SEEN|KILLED|1|NOTHING|1",
        "KNIFE|KIDNAPPED|9|CASH|1"
      })
  void categories(String weapons, String treatment, int raiders, String stolen, int category) {
    Severity severity =
        of(
            "{'weapons':['%s'],'treatment':['%s'],'raiders':{'min':1,'max':%d},'stolen':['%s']}"
                .formatted(weapons, treatment, raiders, stolen));
    assertEquals(category, severity.category());
    assertTrue(
        severity.why(PIRACY, FormWords.english()).contains("category " + category + " of 4"));
  }

  @Test
  void unknownIsNotZero() {
    Severity open = of("{'weapons':['KNIFE'],'stolen':['NOTHING']}");
    assertNull(open.category(), "nobody said what was done to the crew");
    assertEquals(3, open.mildest());
    assertEquals(1, open.gravest());
    String why = open.why(PIRACY, FormWords.english());
    assertTrue(why.contains("between category 1 and category 3"), why);
    assertTrue(why.contains("treatment of the crew"), why);
    assertEquals(1, of("{'treatment':['KILLED']}").category(), "nothing unknown makes it milder");
    assertEquals(1, of("{'killed':1,'treatment':['UNKNOWN']}").category());
    assertNull(of("{'weapons':['UNKNOWN'],'treatment':['NONE'],'stolen':['NOTHING']}").category());
  }

  @Test
  void anAttemptIsToldApart() {
    Severity attempt = of("{'outcome':'ATTEMPTED','weapons':['RIFLE'],'treatment':['NONE']}");
    assertTrue(attempt.attempt());
    assertNull(attempt.category());
    assertTrue(
        Severity.of(PIRACY, "ATTEMPT", json("{'weapons':['RIFLE']}")).orElseThrow().attempt());
  }

  @Test
  void otherFormsAndEmptyOnesHaveNone() {
    assertEquals(Optional.empty(), Severity.of(PIRACY, "ROBBERY", json("{'speed':3}")));
    assertEquals(
        Optional.empty(),
        Severity.of(FormCatalog.shipped().ofKind("CYBER"), "CYBER", json("{'outcome':'x'}")));
  }

  @Test
  void theLawFollowsFromTheWaters() {
    Map<String, Law> laws =
        Map.of(
            "INTERNAL", Law.ARMED_ROBBERY,
            "ARCHIPELAGIC", Law.ARMED_ROBBERY,
            "TERRITORIAL", Law.ARMED_ROBBERY,
            "CONTIGUOUS", Law.PIRACY,
            "EEZ", Law.PIRACY,
            "HIGH_SEAS", Law.PIRACY,
            "UNKNOWN", Law.UNKNOWN);
    laws.forEach(
        (waters, law) -> {
          JsonObject details = json("{'waters':'" + waters + "'}");
          assertEquals(law, Law.of(details), waters);
          assertTrue(law.why(details, FormWords.english()).endsWith("."));
        });
    assertEquals(Law.UNKNOWN, Law.of(json("{}")));
  }
}
