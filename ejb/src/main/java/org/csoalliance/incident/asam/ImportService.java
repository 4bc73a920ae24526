package org.csoalliance.incident.asam;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.io.InputStream;
import java.util.List;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;

/** Starts imports of ASAM files and tells how they go. The work itself is done by a job. */
@Stateless
@RolesAllowed({EDITOR, ADMINISTRATOR})
public class ImportService {
  /** The largest file that is taken, in bytes: eight times the whole list since 1978. */
  public static final int LARGEST_FILE = 32 * 1024 * 1024;

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
    throw new UnsupportedOperationException("not built yet");
  }

  /** The same, for a file that lies in memory. */
  public long start(String fileName, byte[] content) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * How a job goes.
   *
   * @throws NotFoundException when there is none
   */
  public ImportProgress progress(long id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** The latest 50 imports, newest first, without refusals and duplicates. */
  public List<ImportProgress> list() {
    throw new UnsupportedOperationException("not built yet");
  }
}
