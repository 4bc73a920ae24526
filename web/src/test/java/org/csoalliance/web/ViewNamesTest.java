package org.csoalliance.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bean wins over the variable of a repetition that bears its name, and the row is not seen. */
class ViewNamesTest {
  private static final Pattern ROWS =
      Pattern.compile("<ui:repeat[^>]* var=\"(\\w+)\"[^>]*>(.*?)</ui:repeat>", Pattern.DOTALL);

  @Test
  void noVariableBearsTheNameOfABean() throws IOException {
    Set<String> both = found("src/main/webapp", ".xhtml", " var=\"([a-zA-Z]+)\"");
    both.retainAll(found("src/main/java", ".java", "@Named\\(\"([a-zA-Z]+)\"\\)"));
    assertEquals(Set.of(), both);
  }

  /** Inside of a tag its attributes are variables, and hide those of a repetition round it. */
  @Test
  void noTagHidesTheVariableThatIsShownInIt() throws IOException {
    assertEquals(
        Set.of("kind"),
        hidden(
            "<ui:repeat var=\"kind\"><a:note kind=\"warn\"><b>#{kind.name}</b></a:note></ui:repeat>"));
    Set<String> hidden = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      files
          .filter(file -> file.toString().endsWith(".xhtml"))
          .forEach(file -> hidden(text(file)).forEach(name -> hidden.add(file + ": " + name)));
    }
    assertEquals(Set.of(), hidden);
  }

  private static Set<String> hidden(String view) {
    Set<String> names = new TreeSet<>();
    Matcher rows = ROWS.matcher(view);
    while (rows.find()) {
      String name = rows.group(1);
      Pattern tag =
          Pattern.compile(
              "<a:(\\w+)(?= )[^>]* " + name + "=\"[^>]*[^/]>(.*?)</a:\\1>", Pattern.DOTALL);
      Matcher tags = tag.matcher(rows.group(2));
      while (tags.find()) {
        if (Pattern.compile("#\\{[^}]*\\b" + name + "\\b").matcher(tags.group(2)).find()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static Set<String> found(String folder, String ending, String pattern)
      throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      files
          .filter(file -> file.toString().endsWith(ending))
          .forEach(
              file -> {
                Matcher matcher = wanted.matcher(text(file));
                while (matcher.find()) {
                  names.add(matcher.group(1));
                }
              });
    }
    return names;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
