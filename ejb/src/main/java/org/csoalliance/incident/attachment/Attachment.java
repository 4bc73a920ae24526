package org.csoalliance.incident.attachment;

import java.time.Instant;
import java.util.Set;
import org.csoalliance.platform.file.FileType;
import org.csoalliance.platform.file.Trace;

/**
 * A file on an incident, as this reader may see it.
 *
 * @param reference of the incident that it was added to, which may be an account of this one
 * @param updateId of the peer's answer that it belongs to, null for none
 * @param side who added it
 * @param size of the original, in bytes
 * @param sha256 of the original, in hex
 * @param description what it shows; may be empty
 * @param found what the original tells beside what it shows, and the copy does not
 * @param copyType null when there is no copy for others: editors alone open it
 * @param copySize in bytes, 0 without a copy
 * @param copySha256 in hex, null without a copy
 * @param thumbnail whether there is one
 * @param width of the copy in pixels, 0 when it is no picture
 * @param height of the copy in pixels, 0 when it is no picture
 * @param stateNote what the scanner found; may be empty
 * @param uploader who added it: for editors and the own side of the incident, else null
 * @param mine whether this reader added it
 * @param original whether the sealed original is still there
 */
public record Attachment(
    String reference,
    long id,
    Long updateId,
    Side side,
    FileType type,
    String fileName,
    long size,
    String sha256,
    String description,
    Set<Trace> found,
    FileType copyType,
    long copySize,
    String copySha256,
    boolean thumbnail,
    int width,
    int height,
    AttachmentState state,
    String stateNote,
    Instant addedAt,
    String uploader,
    boolean mine,
    boolean original) {

  /** Who added a file. */
  public enum Side {
    /** The reporter or their company. */
    OWN,
    EDITOR,
    /** Another member or partner. */
    PEER
  }

  /** Whether others can open the copy now. */
  public boolean shown() {
    return copyType != null && state.open();
  }
}
