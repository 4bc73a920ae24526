package org.csoalliance.membership.join;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper of an application.
 *
 * @param id of the row
 * @param fileId under which the sealed file is opened, null once it is gone
 * @param fileName made harmless; shown, never used as a path
 * @param mediaType as found in the content: application/pdf, image/jpeg or image/png
 * @param size in bytes
 * @param sha256 of the plain content, in hex
 * @param removedAt when the file was deleted, null while it is there
 */
public record Proof(
    long id,
    ProofKind kind,
    UUID fileId,
    String fileName,
    String mediaType,
    long size,
    String sha256,
    Instant addedAt,
    Instant removedAt) {
  /** Whether the file is still there. */
  public boolean kept() {
    return fileId != null;
  }
}
