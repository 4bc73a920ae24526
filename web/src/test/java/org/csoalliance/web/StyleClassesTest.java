package org.csoalliance.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class that no style sheet and no script knows is a word that does nothing. */
class StyleClassesTest {
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern CLASSES = Pattern.compile("\\b(?:class|styleClass)=\"([^\"#{]*)\"");

  @Test
  void everyClassOfAPageMeansSomething() throws IOException {
    String known = text(".css").replaceAll("[.#]", " ") + text(".js");
    Set<String> used = new TreeSet<>();
    CLASSES
        .matcher(text(".xhtml"))
        .results()
        .map(found -> found.group(1).trim())
        .filter(names -> !names.isEmpty())
        .forEach(names -> used.addAll(List.of(names.split("\\s+"))));
    Set<String> words = new TreeSet<>();
    Pattern.compile("[\\w-]+").matcher(known).results().map(MatchResult::group).forEach(words::add);
    used.removeAll(words);
    assertEquals(Set.of(), used);
  }

  private static String text(String end) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(PAGES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(end)).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    }
    return all.toString();
  }
}
