package org.csoalliance.incident.firstresponse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistTest {
  private static final String SOURCE =
      "Nine armed men in two skiffs boarded the drifting ship over the starboard quarter.";

  @Test
  void sixWordsInARowAreAQuote() {
    assertTrue(Checklist.quotes("it says: NINE armed men — in two\nskiffs, boarded", SOURCE));
    assertFalse(Checklist.quotes("Nine armed men in two boats came.", SOURCE));
    assertFalse(Checklist.quotes("", SOURCE));
    assertTrue(Checklist.quotes("Update: Three crew taken yesterday", "Three crew taken"));
    assertFalse(Checklist.quotes("Crew taken", "Crew taken"), "two words are everybody's");
  }

  @Test
  void aNameIsFoundAsWholeWordsInAnyCase() {
    assertTrue(Checklist.names("on board NORTHERN kestrel, they", "Northern Kestrel"));
    assertTrue(Checklist.names("the Ñandú’s master", "Ñandú"));
    assertFalse(Checklist.names("the kestrels flew", "Kestrel"));
    assertFalse(Checklist.names("anything", ""));
  }

  @Test
  void numbersAndNamesOfShipsAreFoundWithoutAnySource() {
    Content content =
        MadeReports.content(
            Audience.PUBLIC,
            org.csoalliance.platform.sharing.Tlp.GREEN,
            MadeReports.block(
                Part.KNOWN, Audience.PUBLIC, "M/T Stella Maris, 9074729; not 1234568."));
    assertEquals(
        List.of("imo:block-0:9074729", "ship:block-0:stella maris"),
        Checklist.findings(content, "", List.of()).stream().map(Finding::key).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "Three crew taken: what is known, 2026-014-three-crew-taken-what-is-known",
    "Île d’Yeu – São Tomé, 2026-014-ile-dyeu-sao-tome",
    "海賊, 2026-014",
    "Word word word word word word word word word word word word word word word,"
        + " 2026-014-word-word-word-word-word-word-word-word-word-word-word-word"
  })
  void theAddressHasPlainLetters(String title, String slug) {
    assertEquals(slug, Slug.of("FRR-2026-014", title));
  }
}
