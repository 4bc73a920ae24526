package org.csoalliance.incident.importing;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/** Starts imports of lists and tells how they go. The work itself is done by a job. */
@Stateless
@RolesAllowed({EDITOR, ADMINISTRATOR})
public class ImportService {
  private static final int LATEST = 50;

  @Inject private ImportJobRepository jobs;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;
  @Inject private Event<ImportStarted> started;

  /** Made by the container. */
  public ImportService() {}

  /** For tests. */
  public ImportService(
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
   * Starts a job; it comes back at once. The caller has checked the content by its format.
   *
   * @param source the kind of list, see {@link ImportFormat#source()}
   * @param fileName as the editor calls it
   * @param mapping how its columns are read, null where the format knows
   * @param sourceName whose list it is
   * @return the job; of the running one when it works on the very same file
   * @throws ConflictException when another file of the kind is being imported
   */
  public long start(
      String source, String fileName, byte[] content, String mapping, String sourceName) {
    Hash hash = Hash.of(content);
    Optional<Long> job =
        jobs.insert(
            new ImportJobRepository.NewJob(source, sourceName, mapping, fileName, content),
            hash,
            caller.reader(),
            clock.instant());
    if (job.isEmpty()) {
      return jobs.runningOn(source, hash)
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
        sourceName + ": " + fileName);
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
}
