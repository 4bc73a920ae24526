package org.csoalliance.incident.firstresponse;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.TypedText;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Tlp;

/** Editors write reports: from an incident to a draft, and whether the draft may be published. */
@Stateless
@RolesAllowed(EDITOR)
public class FirstResponseDraftService {
  private static final int MOST_SOURCES = 20;
  private static final String NONE = "There is no such report.";

  /** Two editors at once: the second is told, and what was typed stays on the page. */
  static final String CHANGED =
      "Another editor has changed this report since you opened it. Copy what you typed, open the"
          + " report again, and put it in there.";

  @Inject private FirstResponseRepository reports;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public FirstResponseDraftService() {}

  /** For tests. */
  public FirstResponseDraftService(
      FirstResponseRepository reports, AuditLog audit, CallerContext caller, Clock clock) {
    this.reports = reports;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Drafts, then published and withdrawn reports, the latest first; one statement. */
  public List<DraftLine> desk() {
    return reports.desk();
  }

  /**
   * A report as it may be begun from incidents; nothing is kept yet. Their words are filled in
   * where the label of the report is no wider than theirs, and not at all otherwise.
   *
   * @param references of incidents, may be empty
   * @param wanted whom it is for; null: as wide as the incidents allow
   * @throws InvalidException when one of the incidents is not there
   */
  public Draft begin(List<String> references, Audience wanted) {
    List<SourceFacts> sources = sources(references);
    Tlp widest =
        sources.stream()
            .map(source -> source.source().widest())
            .min(Enum::compareTo)
            .orElse(Tlp.CLEAR);
    Audience audience =
        wanted == null ? widest == Tlp.CLEAR ? Audience.PUBLIC : Audience.MEMBERS : wanted;
    Tlp tlp = widest == Tlp.GREEN || widest == Tlp.CLEAR ? Tlp.GREEN : Tlp.AMBER;
    Tlp label = audience == Audience.PUBLIC ? Tlp.CLEAR : tlp;
    boolean filled = !sources.isEmpty() && label.ordinal() <= widest.ordinal();
    SourceFacts first = filled ? sources.get(0) : null;
    String known =
        filled ? sources.stream().map(SourceFacts::text).collect(Collectors.joining("\n\n")) : "";
    Content content =
        new Content(
            filled ? first.source().title() : "",
            filled ? first.kind() : null,
            filled ? first.severity() : null,
            filled ? first.occurredAt() : null,
            filled ? first.precision() : OccurredPrecision.EXACT,
            filled ? first.position() : null,
            filled ? first.area() : "",
            audience,
            tlp,
            Stream.of(Part.KNOWN, Part.NOT_KNOWN, Part.ADVICE)
                .map(part -> new Block(part, null, audience, part == Part.KNOWN ? known : ""))
                .toList());
    return new Draft(0, null, null, State.DRAFT, 0, 0, false, content, shown(sources), null, null);
  }

  /**
   * Keeps a new draft.
   *
   * @param references of the incidents behind it
   * @param submissionKey makes a form sent twice one report; null: none
   * @return the id of the report; the same again when the key was seen before
   * @throws InvalidException with a sentence for each field that cannot be taken
   */
  public long create(Content typed, List<String> references, UUID submissionKey) {
    if (submissionKey != null) {
      Optional<Long> first = reports.claim(submissionKey);
      if (first.isPresent()) {
        return first.get();
      }
    }
    Reader editor = caller.reader();
    Content content = ContentRules.draft(typed, clock.instant());
    List<SourceFacts> sources = sources(references);
    long id = reports.add(submissionKey, clock.instant());
    reports.setSources(id, sources);
    reports.saveDraft(id, content, editor, clock.instant());
    audit.record(editor, "first-response.drafted", "first-response", "draft " + id, named(sources));
    return id;
  }

  /**
   * Keeps the draft of a report; of a published one, what readers see does not change.
   *
   * @param lock what the editor has seen
   * @return the lock for the next change
   * @throws InvalidException with a sentence for each field that cannot be taken
   * @throws ConflictException when another editor was faster
   */
  public int save(long id, Content typed, List<String> references, int lock) {
    Content content = ContentRules.draft(typed, clock.instant());
    FirstResponseSql.Row row = row(id);
    int next = lock(id, lock);
    List<SourceFacts> sources = sources(references);
    List<SourceFacts> before = reports.sources(id);
    if (row.number() == null && content.equals(row.content()) && sources.equals(before)) {
      return next;
    }
    reports.setSources(id, sources);
    reports.saveDraft(id, content, caller.reader(), clock.instant());
    audit.record(
        caller.reader(),
        "first-response.saved",
        "first-response",
        called(row),
        sources.equals(before) ? "" : named(sources));
    return next;
  }

  /**
   * Throws a draft away. A report that was never published goes with it.
   *
   * @throws ConflictException when another editor was faster
   */
  public void discard(long id, int lock) {
    FirstResponseSql.Row row = row(id);
    lock(id, lock);
    reports.dropDraft(id);
    reports.dropReport(id);
    audit.record(
        caller.reader(), "first-response.discarded", "first-response", called(row), "the draft");
  }

  /**
   * A report to work on: its draft, or its version of now.
   *
   * @throws NotFoundException when there is none
   */
  public Draft open(long id) {
    return draft(row(id), reports.sources(id));
  }

  /**
   * What has to be mended or confirmed before the draft may be published.
   *
   * @param note of the version, as typed so far; may be empty
   * @throws NotFoundException when there is none
   */
  public Check check(long id, String note) {
    FirstResponseSql.Row row = row(id);
    List<SourceFacts> sources = reports.sources(id);
    String typed = TypedText.block(note);
    Map<String, String> refusals = new LinkedHashMap<>(ContentRules.lacks(row.content()));
    Checklist.refusals(row.content(), typed, sources).forEach(refusals::putIfAbsent);
    return new Check(
        draft(row, sources), refusals, Checklist.findings(row.content(), typed, sources));
  }

  private List<SourceFacts> sources(List<String> references) {
    LinkedHashSet<String> wanted = new LinkedHashSet<>();
    references.stream()
        .filter(Objects::nonNull)
        .map(reference -> TypedText.line(reference).toUpperCase(Locale.ROOT))
        .filter(reference -> !reference.isEmpty())
        .forEach(wanted::add);
    if (wanted.size() > MOST_SOURCES) {
      throw new InvalidException(
          "incidents", "A report stands on at most " + MOST_SOURCES + " incidents.");
    }
    List<SourceFacts> found = reports.sources(List.copyOf(wanted));
    found.forEach(source -> wanted.remove(source.source().reference()));
    if (!wanted.isEmpty()) {
      throw new InvalidException(
          "incidents",
          "There is no incident "
              + wanted.iterator().next()
              + ". A reference reads like CSOA-2026-00418.");
    }
    return found;
  }

  private int lock(long id, int seen) {
    return reports.lock(id, seen).orElseThrow(() -> new ConflictException(CHANGED));
  }

  private FirstResponseSql.Row row(long id) {
    return reports.editable(id).orElseThrow(() -> new NotFoundException(NONE));
  }

  private static Draft draft(FirstResponseSql.Row row, List<SourceFacts> sources) {
    return new Draft(
        row.report(),
        row.reference(),
        row.slug(),
        row.state(),
        row.current(),
        row.lock(),
        row.number() == null,
        row.content(),
        shown(sources),
        row.at(),
        row.editor());
  }

  private static List<Source> shown(List<SourceFacts> sources) {
    return sources.stream().map(SourceFacts::source).toList();
  }

  private static String called(FirstResponseSql.Row row) {
    return row.reference() == null ? "draft " + row.report() : row.reference();
  }

  private static String named(List<SourceFacts> sources) {
    return sources.stream()
        .map(source -> source.source().reference())
        .collect(Collectors.joining(", "));
  }
}
