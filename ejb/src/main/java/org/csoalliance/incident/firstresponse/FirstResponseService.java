package org.csoalliance.incident.firstresponse;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** Editors publish, update, correct and withdraw reports. */
@Stateless
@RolesAllowed(EDITOR)
public class FirstResponseService {
  @Inject private FirstResponseRepository reports;
  @Inject private AuditLog audit;
  @Inject private Event<Object> events;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public FirstResponseService() {}

  /** For tests. */
  public FirstResponseService(
      FirstResponseRepository reports,
      AuditLog audit,
      Event<Object> events,
      CallerContext caller,
      Clock clock) {
    this.reports = reports;
    this.audit = audit;
    this.events = events;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Publishes the draft as the next version, which stands from now on. The first time the report
   * gets its reference and its address. Fires {@link FirstResponsePublished} in the same
   * transaction.
   *
   * @param lock what the editor has seen
   * @param step UPDATE or CORRECTION of a published report; of a new one it is FIRST whatever is
   *     asked
   * @param note what is new or was wrong, for every reader; at least 5 characters in a correction
   * @param close whether earlier versions are closed to all but editors
   * @param confirmed keys of the {@link Finding}s that the editor looked at
   * @return the slug of its address
   * @throws NotFoundException when there is no such report
   * @throws ConflictException when another editor was faster, or there is no draft
   * @throws InvalidException when something has to be mended or confirmed first
   */
  public String publish(
      long id, int lock, Step step, String note, boolean close, Set<String> confirmed) {
    FirstResponseSql.Row row =
        reports.editable(id).orElseThrow(() -> new NotFoundException("There is no such report."));
    lock(id, lock);
    if (row.number() != null) {
      throw new ConflictException("There is no draft to publish. This version is published.");
    }
    boolean first = row.state() == State.DRAFT;
    Step made = first ? Step.FIRST : step == Step.CORRECTION ? Step.CORRECTION : Step.UPDATE;
    String why =
        first
            ? ""
            : ContentRules.note(
                "note",
                note,
                made == Step.CORRECTION ? 5 : 0,
                "Say what was wrong, in at least 5 characters. It stands at the top of the report.");
    List<Finding> findings = allowed(id, row.content(), why, confirmed);
    Reader editor = caller.reader();
    Instant now = clock.instant();
    int number = row.current() + 1;
    String reference = row.reference();
    String slug = row.slug();
    reports.publish(id, number, made, why, editor, now);
    if (first) {
      reference = reports.nextReference(now.atOffset(ZoneOffset.UTC).getYear());
      slug = Slug.of(reference, row.content().title());
      reports.open(id, reference, slug, now);
    } else if (close) {
      reports.closeBefore(id, number);
    }
    events.fire(new FirstResponsePublished(id));
    audit.record(
        editor,
        "first-response." + made.words().toLowerCase(Locale.ROOT),
        "first-response",
        reference,
        "version "
            + number
            + ", "
            + row.content().audience()
            + ", "
            + row.content().narrowest().label()
            + (close && !first ? ", earlier versions closed" : "")
            + (findings.isEmpty() ? "" : ", confirmed: " + kinds(findings)));
    return slug;
  }

  private void lock(long id, int seen) {
    if (reports.lock(id, seen).isEmpty()) {
      throw new ConflictException(FirstResponseDraftService.CHANGED);
    }
  }

  private List<Finding> allowed(long id, Content content, String note, Set<String> confirmed) {
    List<SourceFacts> sources = reports.sources(id);
    Map<String, String> refusals = new LinkedHashMap<>(ContentRules.lacks(content));
    Checklist.refusals(content, note, sources).forEach(refusals::putIfAbsent);
    List<Finding> findings = Checklist.findings(content, note, sources);
    if (!confirmed.containsAll(findings.stream().map(Finding::key).toList())) {
      refusals.put(
          "findings",
          "Look at each point of the checklist and tick it, or go back and mend the text.");
    }
    if (!refusals.isEmpty()) {
      throw new InvalidException(refusals);
    }
    return findings;
  }

  /** What was confirmed, without a word of the report: an auditor reads no reports. */
  private static String kinds(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.key().split(":", 2)[0])
        .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }

  /**
   * Takes a report back. Its address stays and tells when and why; what it said is for editors
   * alone from then on. Fires {@link FirstResponseWithdrawn} in the same transaction.
   *
   * @param lock what the editor has seen
   * @param reason for every reader, at least 5 characters
   * @throws ConflictException when another editor was faster, or it is not published
   */
  public void withdraw(long id, int lock, String reason) {
    String why =
        ContentRules.note(
            "reason",
            reason,
            5,
            "Give the reason, in at least 5 characters. It stands in place of the report.");
    FirstResponseSql.Row row =
        reports.current(id).orElseThrow(() -> new NotFoundException("There is no such report."));
    lock(id, lock);
    if (row.state() != State.PUBLISHED) {
      throw new ConflictException("This report is withdrawn already.");
    }
    reports.withdraw(id, why, clock.instant());
    events.fire(new FirstResponseWithdrawn(id));
    audit.record(
        caller.reader(),
        "first-response.withdrawn",
        "first-response",
        row.reference(),
        "version " + row.current());
  }
}
