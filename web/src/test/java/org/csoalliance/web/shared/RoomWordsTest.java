package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages ask their bundles for is there, and what is there for pages is asked for. */
class RoomWordsTest {
  private static final Path PAGES = Path.of("src/main/webapp");

  @ParameterizedTest
  @CsvSource({
    "survey, survey",
    "contact, contact",
    "registration, registration",
    "library, library",
    "news, publishing"
  })
  void everyTextOfAPageIsInItsBundle(String name, String room) throws IOException {
    Pattern asked =
        Pattern.compile(
            "\\b%1$sText\\['([^']+)'\\]|\\b%1$sWords\\.fill\\('([^']+)'".formatted(name));
    Map<String, String> texts = Bundles.read(room);
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> pages = Files.walk(PAGES)) {
      for (Path page : pages.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
        Matcher found = asked.matcher(Files.readString(page));
        while (found.find()) {
          String key = found.group(1) == null ? found.group(2) : found.group(1);
          // a key that ends in a dot is completed by what the page shows
          if (!key.endsWith(".") && !texts.containsKey(key)) {
            missing.add(page + ": " + key);
          }
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"At {0}: it''s{1}|At noon: it's|noon", "{0} of 2000|1500 of 2000|1500"})
  void placesAreFilledWithWhatIsThere(String text, String filled, String value) {
    assertEquals(filled, Bundles.fill(Map.of("k", text), "k", value, null));
  }
}
