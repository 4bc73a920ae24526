package org.csoalliance.incident.firstresponse;

import java.time.Instant;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;

/**
 * A report as a mail about it needs it, whole: what a recipient may not read is left out per mail
 * by {@link #seenBy}.
 *
 * @param number the version that is read
 * @param step why there is this version
 * @param note what is new or was wrong; may be empty
 * @param whole the content with every block
 * @param red whether an incident behind it is TLP:RED: then nothing is mailed
 * @param withdrawnReason empty unless it is withdrawn
 */
public record Notice(
    long id,
    String reference,
    String slug,
    int number,
    Step step,
    String note,
    Content whole,
    Instant publishedAt,
    Instant versionAt,
    boolean red,
    String withdrawnReason) {

  /** The content as the reader may read it; empty when the reader may not know of the report. */
  public Optional<Content> seenBy(Reader reader) {
    return Audiences.mayRead(reader, whole.label())
        ? Optional.of(Audiences.seenBy(reader, whole))
        : Optional.empty();
  }
}
