package org.csoalliance.membership.join;

import java.util.EnumSet;
import java.util.Set;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.file.FileContent;
import org.csoalliance.platform.file.FileType;

/** What is taken as a proof: a PDF that does nothing, a JPEG or a PNG, of 10 MB at most. */
final class ProofContent {
  /** The largest file that is taken, in bytes. */
  static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final Set<FileType> TAKEN = EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG);

  private ProofContent() {}

  /**
   * Finds what a file is.
   *
   * @return application/pdf, image/jpeg or image/png
   * @throws InvalidException with a sentence for {@code file} when it cannot be taken
   */
  static String mediaType(byte[] content) {
    if (content.length > MOST_BYTES) {
      throw FileContent.refused("The file is larger than 10 MB. Send a smaller one");
    }
    return FileContent.check(
            content,
            TAKEN,
            "Send a PDF, a JPEG or a PNG. This file is none of them, whatever its name")
        .mediaType();
  }
}
