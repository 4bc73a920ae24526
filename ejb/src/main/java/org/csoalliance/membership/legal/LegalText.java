package org.csoalliance.membership.legal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of a document, read from {@code legal/<document>-<version>.txt}: two lines of facts,
 * then a heading after {@code #}, an item after {@code -}, anything else a paragraph.
 *
 * @param since the day from which it holds
 * @param change what is new in it, in words
 */
public record LegalText(
    LegalDocument document, String version, LocalDate since, String change, List<Block> blocks) {

  /**
   * A piece of the text.
   *
   * @param kind {@code HEADING}, {@code TEXT} or {@code ITEMS}
   * @param lines one, or the items of a list
   */
  public record Block(String kind, List<String> lines) {}

  /** The version of now. */
  public static LegalText current(LegalDocument document) {
    return of(document, document.current()).orElseThrow();
  }

  /** A version; empty when there is none of that name. */
  public static Optional<LegalText> of(LegalDocument document, String version) {
    return document.versions().contains(version)
        ? Optional.of(read(document, version))
        : Optional.empty();
  }

  /** Whether it is the version of now. */
  public boolean newest() {
    return version.equals(document.current());
  }

  private static LegalText read(LegalDocument document, String version) {
    String file = "/legal/" + document.slug() + "-" + version + ".txt";
    try (InputStream in = LegalText.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      List<String> lines = new String(in.readAllBytes(), UTF_8).lines().toList();
      return new LegalText(
          document,
          version,
          LocalDate.parse(fact(lines.get(0), "since: ")),
          fact(lines.get(1), "change: "),
          blocks(lines.subList(2, lines.size())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String fact(String line, String name) {
    if (!line.startsWith(name)) {
      throw new IllegalStateException("A legal text begins with " + name);
    }
    return line.substring(name.length());
  }

  private static List<Block> blocks(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("- ")) {
        items.add(line.substring(2));
        continue;
      }
      flush(blocks, items);
      if (line.startsWith("# ")) {
        blocks.add(new Block("HEADING", List.of(line.substring(2))));
      } else if (!line.isBlank()) {
        blocks.add(new Block("TEXT", List.of(line)));
      }
    }
    flush(blocks, items);
    return List.copyOf(blocks);
  }

  private static void flush(List<Block> blocks, List<String> items) {
    if (!items.isEmpty()) {
      blocks.add(new Block("ITEMS", List.copyOf(items)));
      items.clear();
    }
  }
}
