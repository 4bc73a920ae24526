package org.csoalliance.publishing;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A published bulletin in a list, as one reader sees it.
 *
 * @param summary the beginning of the introduction, without marks
 * @param sections titles of the sections that the reader may see
 */
public record ArticleLine(
    String slug,
    Kind kind,
    String title,
    LocalDate day,
    Instant publishedAt,
    Instant updatedAt,
    String summary,
    List<Heading> sections,
    boolean open)
    implements Serializable {
  /** A section's title and where it stands. */
  public record Heading(String kicker, String title, String anchor) implements Serializable {}

  /** Copies the list. */
  public ArticleLine {
    sections = List.copyOf(sections);
  }
}
