package org.csoalliance.event;

import java.time.Instant;
import java.util.Locale;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;

/**
 * A paper of an event that its reader may open.
 *
 * @param title what it is
 * @param tlp its label
 * @param afterwards slides from after the event, else papers from before it
 * @param size in bytes
 */
public record EventDocument(
    long id,
    String title,
    Tlp tlp,
    boolean afterwards,
    String fileName,
    String mediaType,
    long size,
    Instant addedAt) {
  /**
   * Who opens a paper with the label: by the sharing policy, and whoever has a seat up to
   * TLP:AMBER+STRICT, since that paper is about what they hear in the room.
   *
   * @param seat whether the reader has a seat at the event
   * @param organiser whether the reader may change the event
   */
  public static boolean mayRead(Reader reader, Tlp tlp, boolean seat, boolean organiser) {
    return organiser || seat || SharingPolicy.mayRead(reader, new Shared(tlp, true, null, null));
  }

  /** Such as {@code 8.2 MB}. */
  public String sizeWords() {
    return size < 100_000
        ? String.format(Locale.ROOT, "%.0f kB", Math.max(1, size / 1000.0))
        : String.format(Locale.ROOT, "%.1f MB", size / 1e6);
  }
}
