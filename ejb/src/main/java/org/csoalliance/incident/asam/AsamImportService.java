package org.csoalliance.incident.asam;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.csoalliance.incident.importing.ImportService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;

/** Starts imports of ASAM files. */
@Stateless
@RolesAllowed({EDITOR, ADMINISTRATOR})
public class AsamImportService {
  /** The largest file that is taken, in bytes: eight times the whole list since 1978. */
  public static final int LARGEST_FILE = 32 * 1024 * 1024;

  private static final int LONGEST_NAME = 200;

  @Inject private ImportService imports;

  /** Made by the container. */
  public AsamImportService() {}

  /** For tests. */
  AsamImportService(ImportService imports) {
    this.imports = imports;
  }

  /**
   * Takes a file and starts the job; it comes back at once.
   *
   * @param fileName as the editor calls it; null or blank: asam.csv
   * @param content the CSV; read to its end or to the limit, not closed
   * @return the job; of the running one when it works on the very same file
   * @throws InvalidException field {@code file}: too large, empty, no text, or a column is lacking
   * @throws ConflictException when another file is being imported
   */
  public long start(String fileName, InputStream content) {
    try {
      return start(fileName, content.readNBytes(LARGEST_FILE + 1));
    } catch (IOException brokenOff) {
      throw new InvalidException("file", "The file did not arrive whole. Send it again.");
    }
  }

  /** The same, for a file that lies in memory. */
  public long start(String fileName, byte[] content) {
    if (content.length > LARGEST_FILE) {
      throw new InvalidException(
          "file", "The file is larger than 32 MB. The whole ASAM list is smaller than 5 MB.");
    }
    AsamFile.check(content);
    return imports.start(AsamRepository.SOURCE, name(fileName), content, null, "NGA ASAM");
  }

  /** The last part of a path, as some browsers send one, without control characters. */
  private static String name(String fileName) {
    String name = fileName == null ? "" : AsamReader.oneLine(fileName);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    if (name.isEmpty()) {
      return "asam.csv";
    }
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
