package org.csoalliance.event.after;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;
import org.csoalliance.platform.file.SealedFiles;

/**
 * How long people of an event are kept. The daily job of the platform runs it once over all nodes.
 */
@Dependent
public class EventRetention {
  private static final Duration SPECIAL = Duration.ofDays(30);

  private AfterRepository after;
  private SealedFiles files;

  /** For CDI. */
  protected EventRetention() {}

  /** Forgets through the given repository. */
  @Inject
  public EventRetention(AfterRepository after, SealedFiles files) {
    this.after = after;
    this.files = files;
  }

  /** Adds the rules. */
  public void asked(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "event-special",
            "What people told an event of food, access needs and identity papers, with its files",
            "30 days after the event",
            "The kitchen and the port have done with it; it may tell of faith or health.",
            RetentionRule.JOB,
            this::special));
    asked.add(
        new RetentionRule(
            "event-people",
            "Who registered for an event: name, address, answers, files, history and mails",
            "As its organiser set it, 30 days to 10 years; a year where nothing was set",
            "Certificates are asked for, and the next event is planned. Then totals alone stay.",
            RetentionRule.JOB,
            this::people));
  }

  int special(Instant now) {
    Instant before = now.minus(SPECIAL);
    List<UUID> gone = after.specialFiles(before);
    int dropped = after.dropSpecial(before);
    gone.forEach(files::delete);
    return dropped;
  }

  int people(Instant now) {
    List<UUID> gone = after.files(now);
    int forgotten = after.forget(now);
    gone.forEach(files::delete);
    return forgotten;
  }
}
