package org.csoalliance.incident.asam;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/** Starts imports of ASAM files and tells how they go. The work itself is done by a job. */
@Stateless
@RolesAllowed({EDITOR, ADMINISTRATOR})
public class ImportService {
  /** The largest file that is taken, in bytes: eight times the whole list since 1978. */
  public static final int LARGEST_FILE = 32 * 1024 * 1024;

  private static final int LATEST = 50;
  private static final int LONGEST_NAME = 200;

  @Inject private ImportJobRepository jobs;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;
  @Inject private Event<ImportStarted> started;

  /** Made by the container. */
  public ImportService() {}

  /** For tests. */
  ImportService(
      ImportJobRepository jobs,
      AuditLog audit,
      CallerContext caller,
      Clock clock,
      Event<ImportStarted> started) {
    this.jobs = jobs;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
    this.started = started;
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
    Hash hash = Hash.of(content);
    String name = name(fileName);
    Optional<Long> job = jobs.insert(name, hash, content, caller.reader(), clock.instant());
    if (job.isEmpty()) {
      return jobs.runningOn(hash)
          .orElseThrow(
              () ->
                  new ConflictException(
                      "Another file is being imported. Start this one when that has ended."));
    }
    started.fire(new ImportStarted(job.get()));
    audit.record(
        caller.reader(),
        "import.started",
        "import",
        String.valueOf(job.get()),
        "NGA ASAM: " + name);
    return job.get();
  }

  /**
   * How a job goes.
   *
   * @throws NotFoundException when there is none
   */
  public ImportProgress progress(long id) {
    return jobs.find(id).orElseThrow(() -> new NotFoundException("There is no such import."));
  }

  /** The latest 50 imports, newest first, without refusals and duplicates. */
  public List<ImportProgress> list() {
    return jobs.latest(LATEST);
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
