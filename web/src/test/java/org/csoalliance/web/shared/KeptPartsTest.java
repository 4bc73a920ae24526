package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.csoalliance.platform.security.Role;
import org.junit.jupiter.api.Test;

/** What is kept of a page follows from its key, and does not grow for ever. */
class KeptPartsTest {
  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern PART =
      Pattern.compile("<a:kept of=\"([^\"]+)\"[^>]*>(.*?)</a:kept>", Pattern.DOTALL);
  private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)}");
  private static final Pattern NAME =
      Pattern.compile("(?<![.\\w'])(?:(shell|incidentList)\\.(\\w+)|([a-zA-Z]\\w*))");

  /** What the frame of a page follows from: {@link Shell.Frame} and what never changes. */
  private static final Set<String> FRAME =
      Set.of(
          "shell.url",
          "shell.is",
          "shell.demo",
          "shell.signedIn",
          "shell.reporting",
          "shell.name",
          "shell.mail",
          "shell.telephone",
          "shell.telephoneLink",
          "assets",
          "words",
          "nav",
          "wide");

  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "bar", FRAME,
          "foot", FRAME,
          "menu", FRAME,
          "menu-end", FRAME,
          "nav", FRAME,
          "incident-row", Set.of("row", "shell.url", "incidentText"),
          "incident-legend", Set.of("incidentList.groups", "kinds", "incidentText"),
          "incident-filter",
              Set.of(
                  "name",
                  "item",
                  "incidentText",
                  "incidentList.choices",
                  "incidentList.value",
                  "incidentList.wrong"));

  /** Operators and literals of the expression language. */
  private static final Set<String> WORDS =
      Set.of("eq", "ne", "gt", "and", "or", "not", "empty", "null", "true", "false");

  private static KeptParts.Key key(Object value) {
    return new KeptParts.Key("part", "", Locale.ENGLISH, value);
  }

  @Test
  void aPartShowsNothingThatItsKeyDoesNotTell() throws IOException {
    Map<String, Set<String>> used = new TreeMap<>();
    try (Stream<Path> files = Files.walk(PAGES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
        Matcher part = PART.matcher(Files.readString(file));
        while (part.find()) {
          used.computeIfAbsent(part.group(1), name -> new TreeSet<>()).addAll(names(part.group(2)));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    assertEquals(ALLOWED.keySet(), used.keySet(), "each part stands in the table above");
    used.forEach(
        (part, names) -> {
          names.removeAll(ALLOWED.get(part));
          assertEquals(Set.of(), names, part + " shows what its key does not tell");
        });
  }

  private static Set<String> names(String markup) {
    Set<String> names = new TreeSet<>();
    Matcher expression = EXPRESSION.matcher(markup);
    while (expression.find()) {
      Matcher name = NAME.matcher(expression.group(1).replaceAll("'[^']*'", "''"));
      while (name.find()) {
        String found = name.group(3) == null ? name.group(1) + "." + name.group(2) : name.group(3);
        if (!WORDS.contains(found)) {
          names.add(found);
        }
      }
    }
    return names;
  }

  @Test
  void theFrameOfAnotherReaderIsAnother() {
    KeptParts parts = new KeptParts(1000);
    parts.put(key(frame("Ann", Set.of(Role.MEMBER))), "Ann's menu");
    assertEquals("Ann's menu", parts.get(key(frame("Ann", Set.of(Role.MEMBER)))));
    assertNull(parts.get(key(frame("Bob", Set.of(Role.MEMBER)))));
    assertNull(parts.get(key(frame("Ann", Set.of(Role.MEMBER, Role.EDITOR)))));
    assertNull(parts.get(new KeptParts.Key("other", "", Locale.ENGLISH, key("x").value())));
  }

  private static Shell.Frame frame(String name, Set<Role> roles) {
    return new Shell.Frame(false, true, name, roles, "a@b.example", "+44", "incidents");
  }

  @Test
  void theLeastRecentlyShownIsForgottenFirst() {
    KeptParts parts = new KeptParts(100);
    for (String name : List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")) {
      parts.put(key(name), "ten charac");
    }
    assertNotNull(parts.get(key("1")), "asked for, and so the last to go");
    parts.put(key("11"), "ten charac");
    parts.put(key("11"), "ten charac");
    assertNotNull(parts.get(key("1")));
    assertNull(parts.get(key("2")));
    assertNotNull(parts.get(key("3")));
    assertEquals(100, parts.size());
  }

  @Test
  void whatIsHugeIsNotKept() {
    KeptParts parts = new KeptParts(100);
    parts.put(key("huge"), "eleven char");
    assertNull(parts.get(key("huge")));
    assertEquals(0, parts.size());
  }
}
