package org.csoalliance.incident.asam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.csoalliance.incident.IncidentKind;

/**
 * What a row's words mean as one of our kinds, by the tables {@code hostility.tsv} and {@code
 * acts.tsv} beside this class. What neither understands is {@link IncidentKind#OTHER}.
 */
final class KindTable {
  private static final int HEAD = 1_500;
  private static final List<Rule> HOSTILITY = rules("hostility.tsv");
  private static final List<Rule> ACTS = rules("acts.tsv");

  private record Rule(IncidentKind kind, boolean namesAggressor, Pattern words, Pattern unless) {
    boolean fits(String text) {
      return words.matcher(text).find() && (unless == null || !unless.matcher(text).find());
    }
  }

  private KindTable() {}

  static IncidentKind kind(String hostility, String description) {
    Rule named = first(HOSTILITY, hostility.strip().toLowerCase(Locale.ROOT));
    if (named != null && !named.namesAggressor()) {
      return named.kind();
    }
    String head = description.length() > HEAD ? description.substring(0, HEAD) : description;
    Rule act = first(ACTS, head.toLowerCase(Locale.ROOT).replace('\n', ' '));
    if (act != null) {
      return act.kind();
    }
    return named == null ? IncidentKind.OTHER : named.kind();
  }

  private static Rule first(List<Rule> rules, String text) {
    for (Rule rule : rules) {
      if (rule.fits(text)) {
        return rule;
      }
    }
    return null;
  }

  private static List<Rule> rules(String resource) {
    List<Rule> rules = new ArrayList<>();
    for (String line : lines(resource)) {
      String[] cells = line.split("\t", -1);
      boolean namesAggressor = cells[0].endsWith("?");
      rules.add(
          new Rule(
              IncidentKind.valueOf(cells[0].replace("?", "")),
              namesAggressor,
              pattern(cells[1]),
              cells.length > 2 ? pattern(cells[2]) : null));
    }
    return rules;
  }

  private static Pattern pattern(String words) {
    // Only at the start of a word: six times as fast, and what the tables mean.
    return Pattern.compile("\\b(?:" + words + ")");
  }

  /** The lines of a table beside this class, without blank ones and remarks. */
  static List<String> lines(String resource) {
    try (InputStream stream = KindTable.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(resource, failed);
    }
  }
}
