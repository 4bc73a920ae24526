package org.csoalliance.geography;

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
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/** Starts imports of ports and tells how they go. The work itself is done by a job. */
@Stateless
@RolesAllowed({EDITOR, ADMINISTRATOR})
public class PortImportService {
  /** The largest file that is taken, in bytes. */
  public static final int LARGEST_FILE = 16 * 1024 * 1024;

  private static final int LATEST = 20;

  @Inject private PortImportRepository jobs;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;
  @Inject private Event<PortImportStarted> started;

  /** Made by the container. */
  public PortImportService() {}

  /** For tests. */
  PortImportService(
      PortImportRepository jobs,
      AuditLog audit,
      CallerContext caller,
      Clock clock,
      Event<PortImportStarted> started) {
    this.jobs = jobs;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
    this.started = started;
  }

  /**
   * Takes a file and starts the job; it comes back at once.
   *
   * @param fileName as the editor calls it; null or blank: ports.csv
   * @param file the World Port Index or UN/LOCODE as CSV in UTF-8; read to its end or to the limit
   * @return the job
   * @throws InvalidException field {@code file}: too large, empty, or no such file
   * @throws ConflictException when another file of ports is being imported
   */
  public long start(String fileName, InputStream file) {
    byte[] content;
    try {
      content = file.readNBytes(LARGEST_FILE + 1);
    } catch (IOException brokenOff) {
      throw new InvalidException("file", "The file did not arrive whole. Send it again.");
    }
    if (content.length > LARGEST_FILE) {
      throw new InvalidException("file", "The file is larger than 16 MB.");
    }
    PortSource source = PortFile.read(content).source();
    String name = PlainText.line(fileName, 200);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String shown = name.isEmpty() ? "ports.csv" : name;
    long job =
        jobs.insert(source, shown, content, caller.reader(), clock.instant())
            .orElseThrow(
                () ->
                    new ConflictException(
                        "Another file of ports is being imported. Start this one when that has"
                            + " ended."));
    started.fire(new PortImportStarted(job));
    audit.record(
        caller.reader(),
        "ports.started",
        "ports",
        String.valueOf(job),
        source.label() + ": " + shown);
    return job;
  }

  /**
   * How a job goes.
   *
   * @throws NotFoundException when there is none
   */
  public PortImport progress(long id) {
    return jobs.find(id).orElseThrow(() -> new NotFoundException("There is no such import."));
  }

  /** The latest imports, newest first, without refusals. */
  public List<PortImport> list() {
    return jobs.latest(LATEST);
  }
}
