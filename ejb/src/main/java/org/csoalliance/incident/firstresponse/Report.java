package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.sharing.Tlp;

/**
 * The page of a report, as this reader may see it. Of a withdrawn one, readers who are no editors
 * see title, reason and time alone.
 *
 * @param number the version that is shown
 * @param current the version that counts
 * @param content with the blocks that this reader may read; null: closed to this reader
 * @param label of what this reader sees
 * @param more whether members read more
 * @param publishedAt the first time, UTC: the date of the report
 * @param versionAt when the version shown was published, UTC
 * @param versions the newest first
 * @param incidents those behind it that this reader may see
 */
public record Report(
    long id,
    String reference,
    String slug,
    State state,
    String title,
    int number,
    int current,
    Content content,
    Tlp label,
    boolean more,
    Instant publishedAt,
    Instant versionAt,
    Instant withdrawnAt,
    String withdrawnReason,
    List<VersionLine> versions,
    List<Source> incidents)
    implements Serializable {

  /** Copies the lists. */
  public Report {
    versions = List.copyOf(versions);
    incidents = List.copyOf(incidents);
  }

  /** The version line that is shown. */
  public VersionLine shown() {
    return versions.stream().filter(line -> line.number() == number).findFirst().orElse(null);
  }

  /** The latest correction up to the version shown, for the note at the top; null: none. */
  public VersionLine correction() {
    return versions.stream()
        .filter(line -> line.step() == Step.CORRECTION && line.number() <= number)
        .findFirst()
        .orElse(null);
  }
}
