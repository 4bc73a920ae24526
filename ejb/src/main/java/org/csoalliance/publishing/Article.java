package org.csoalliance.publishing;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A published bulletin as one reader sees it: what is not for them is not in it.
 *
 * @param introduction HTML, sanitised; null where it is withdrawn
 * @param description the introduction's words in one line, at most 200 characters
 * @param updatedAt when the version of now was published, UTC
 * @param corrections the newest first
 * @param withdrawnAt null unless withdrawn
 * @param open whether everybody may read title and introduction
 */
public record Article(
    long id,
    String slug,
    Kind kind,
    String title,
    LocalDate day,
    String introduction,
    String description,
    Instant publishedAt,
    Instant updatedAt,
    List<Part> parts,
    List<Correction> corrections,
    Instant withdrawnAt,
    String withdrawnReason,
    boolean open)
    implements Serializable {
  /** Copies the lists. */
  public Article {
    parts = List.copyOf(parts);
    corrections = List.copyOf(corrections);
  }
}
