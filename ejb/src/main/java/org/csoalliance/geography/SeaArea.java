package org.csoalliance.geography;

import java.time.Instant;
import org.csoalliance.platform.geo.Outline;

/**
 * A named sea area, as an administrator or editor drew it. Its line is ours and no official limit.
 *
 * @param slug its name in addresses, never changed once given
 * @param note what the area is for; may be empty
 * @param source DRAWN, or ASAM for a subregion of NGA's list
 * @param changedBy who drew it last
 * @param version for {@link SeaAreaService#save}: what the editor has seen
 */
public record SeaArea(
    String slug,
    String name,
    String note,
    Source source,
    Outline outline,
    String changedBy,
    Instant changedAt,
    int version) {

  /** Who drew an area. */
  public enum Source {
    DRAWN,
    ASAM
  }

  /** A row of the list, without the line. */
  public record Summary(
      String slug, String name, String note, Source source, int points, Instant changedAt) {}
}
