package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * The published reports that an incident stands behind, for its page.
 *
 * @param links the newest first
 */
public record ReportLinks(List<Link> links) implements Serializable {
  /** Copies the links. */
  public ReportLinks {
    links = List.copyOf(links);
  }

  /**
   * A report.
   *
   * @param publishedAt the first time, UTC
   */
  public record Link(String reference, String slug, String title, Instant publishedAt)
      implements Serializable {}
}
