package org.csoalliance.web.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.PersonsHarmed;
import org.csoalliance.platform.sharing.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentWordsTest {
  private final IncidentWords words = new IncidentWords();

  @Test
  void kindsAreCalledTheSameOnPagesAndInMails() {
    for (IncidentKind kind : IncidentKind.values()) {
      assertEquals(kind.words(), IncidentWords.text("kind." + kind));
    }
  }

  private static IncidentFilter filter(String from, String to) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (from != null) {
      parameters.put("from", List.of(from));
    }
    if (to != null) {
      parameters.put("to", List.of(to));
    }
    return IncidentFilter.parse(parameters);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-11-16,2026-11-22,'between 16 and 22 Nov 2026, newest first'",
        "2026-10-16,2026-11-22,'between 16 Oct 2026 and 22 Nov 2026, newest first'",
        "2026-11-16,2026-11-16,'on 16 Nov 2026, newest first'",
        "2026-11-16,-,'since 16 Nov 2026, newest first'",
        "-,2026-11-22,'until 22 Nov 2026, newest first'",
        "-,-,newest first"
      })
  void theSelectionIsToldInWords(String from, String to, String expected) {
    assertEquals(expected, words.selection(filter(from, to)));
  }

  @Test
  void countsAreTold() {
    assertEquals("0 incidents", words.count(0));
    assertEquals("1 incident", words.count(1));
    assertEquals("8,140 incidents", words.count(8140));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T17:52:00Z,18 min",
    "2026-11-22T15:31:00Z,2 h 39 min",
    "2026-11-19T03:10:00Z,3 d 15 h",
    "2026-11-22T18:11:00Z,0 min"
  })
  void waitingIsTold(String since, String expected) {
    assertEquals(
        expected,
        IncidentWords.waited(Instant.parse(since), Instant.parse("2026-11-22T18:10:00Z")));
  }

  @Test
  void everyValueHasItsWord() {
    List<String> keys = new ArrayList<>();
    for (IncidentKind kind : IncidentKind.values()) {
      keys.add("kind." + kind);
      keys.add("kind.choice." + kind);
    }
    Stream.of(IncidentStatus.values()).forEach(value -> keys.add("status." + value));
    Stream.of(OccurredPrecision.values()).forEach(value -> keys.add("precision.fact." + value));
    Stream.of(PersonsHarmed.values()).forEach(value -> keys.add("harmed.fact." + value));
    for (Tlp tlp : Tlp.values()) {
      keys.addAll(List.of("tlp.choice." + tlp, "tlp.hint." + tlp, "tlp.meaning." + tlp));
    }
    Stream.of(KindGroup.values()).forEach(value -> keys.add("group." + value));
    keys.forEach(key -> assertTrue(words.texts().containsKey(key), key));
  }

  @Test
  void everyKeyThatAPageNamesExists() throws IOException {
    Pattern named =
        Pattern.compile("incidentText\\['([a-zA-Z0-9.]+)'\\]|incidentWords\\.fill\\('([^']+)'");
    TreeSet<String> missing = new TreeSet<>();
    try (Stream<Path> pages = Files.walk(Path.of("src/main/webapp"))) {
      for (Path page : pages.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
        Matcher matcher = named.matcher(Files.readString(page));
        while (matcher.find()) {
          String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
          if (!words.texts().containsKey(key)) {
            missing.add(page.getFileName() + ": " + key);
          }
        }
      }
    }
    assertEquals(new TreeSet<>(), missing);
  }

  @Test
  void quotationMarksAndPlacesDoNotBreakASentence() {
    assertEquals(
        "Only where the place says “O'Brien {0}”.", words.fill("list.area.port", "O'Brien {0}"));
    assertTrue(words.fill("view.sent.text", "CSOA-2026-00419").contains("CSOA-2026-00419"));
  }
}
