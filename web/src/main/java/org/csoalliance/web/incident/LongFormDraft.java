package org.csoalliance.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.incident.AddVersion;
import org.csoalliance.incident.IncidentReportService;
import org.csoalliance.incident.IncidentVersionService;
import org.csoalliance.incident.ReportDraft;
import org.csoalliance.incident.ReportDraftService;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.incident.Stage;
import org.csoalliance.incident.form.Form;
import org.csoalliance.platform.error.InvalidException;

/** The answers of a long form: kept on the server between its pages, sent at the end. */
@RequestScoped
public class LongFormDraft {
  @Inject private IncidentReportService reports;
  @Inject private IncidentVersionService versions;
  @Inject private ReportDraftService drafts;
  @Inject private ReportPage page;

  private boolean kept;
  private Instant keptAt;
  private UUID key = UUID.randomUUID();
  private int base;
  private Inputs inputs = new Inputs(Map.of());

  /** Takes up what was answered so far; false: nothing was. */
  boolean resume(LongFormRoute route) {
    Optional<ReportDraft> draft = drafts.draft(route.form().name(), route.of());
    draft.ifPresent(
        found -> {
          kept = true;
          keptAt = found.updatedAt();
          key = found.key();
          base = found.baseNumber();
          inputs = new Inputs(found.answers());
        });
    return kept;
  }

  /** Goes on under the key that a page was opened with; the reference that was sent under it. */
  Optional<String> under(String posted) {
    Optional<UUID> before = uuid(posted);
    key = before.orElse(key);
    return before.flatMap(drafts::sent);
  }

  /** Begins a new report. */
  void fresh(LongFormRoute route) {
    inputs = LongFormReading.fresh(route.kind(), route.form(), page.now());
  }

  /** The newest version of a report, to add to. */
  IncidentVersionService.Newest newest(String of) {
    return versions.newest(of);
  }

  /** Begins a version from the newest one. */
  void from(IncidentVersionService.Newest newest) {
    base = newest.number();
    inputs = Inputs.of(newest.report(), newest.form());
    inputs.put("stage", newest.closed() ? Stage.CORRECTION.name() : Stage.FOLLOW_UP.name());
  }

  /**
   * Keeps the answers.
   *
   * @throws InvalidException an answer is longer than a draft can hold
   */
  void keep(Form form, String of) {
    drafts.keep(new ReportDraft(key, form.name(), of, base, inputs.all(), null));
    kept = true;
  }

  void discard() {
    drafts.discard(key);
  }

  LongFormReading read(LongFormRoute route) {
    return LongFormReading.of(
        route.form(), route.kind(), route.of(), key, inputs, reports, page.now());
  }

  /** Sends the report, or the version of one, and forgets the draft; the reference. */
  String send(String of, ReportIncident report) {
    String reference = of;
    if (of.isEmpty()) {
      reference = reports.report(report);
    } else {
      Stage stage = inputs.constant(Stage.class, "stage", null);
      versions.add(new AddVersion(of, stage, inputs.text("reason"), base, report));
    }
    discard();
    return reference;
  }

  Inputs inputs() {
    return inputs;
  }

  UUID key() {
    return key;
  }

  boolean kept() {
    return kept;
  }

  /** When it was kept before this request; null: it was not. */
  Instant keptAt() {
    return keptAt;
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
