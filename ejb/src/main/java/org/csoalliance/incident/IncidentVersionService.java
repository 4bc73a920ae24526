package org.csoalliance.incident;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.incident.form.Grave;
import org.csoalliance.incident.form.Severity;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Blur;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;

/**
 * Further versions of a report. Nothing is overwritten: each is kept whole, with who, when and why.
 * The reporter, the own company and editors may add one.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class IncidentVersionService {
  private static final Blur BLUR = new Blur();
  private static final FormWords WORDS = FormWords.english();

  @Inject private IncidentRepository incidents;
  @Inject private IncidentVersionRepository versions;
  @Inject private IncidentReviewRepository reviews;
  @Inject private AuditLog audit;
  @Inject private Event<Object> events;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public IncidentVersionService() {}

  /** For tests. */
  public IncidentVersionService(
      IncidentRepository incidents,
      IncidentVersionRepository versions,
      IncidentReviewRepository reviews,
      AuditLog audit,
      Event<Object> events,
      CallerContext caller,
      Clock clock) {
    this.incidents = incidents;
    this.versions = versions;
    this.reviews = reviews;
    this.audit = audit;
    this.events = events;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The report as it stands now, to be added to.
   *
   * @param report with the sealed annex, and with the indicators that the caller may see
   * @param number of the newest version; 1 where the report has none yet
   * @param closed whether a final version has come, so that corrections alone are taken
   */
  public record Newest(
      String reference, ReportIncident report, Form form, int number, boolean closed) {}

  /**
   * The report as it stands now.
   *
   * @throws NotFoundException when there is none, or the caller may not see it
   * @throws RefusedException when the caller may see it and not add to it
   */
  public Newest newest(String reference) {
    Incident incident = mine(reference);
    List<IncidentVersionRepository.Kept> kept = versions.all(incident.id());
    if (kept.isEmpty()) {
      ReportIncident reported = incident.asReported();
      return new Newest(
          incident.reference(), reported, IncidentVersions.form(reported.kind()), 1, false);
    }
    IncidentVersionRepository.Kept last = kept.get(kept.size() - 1);
    return new Newest(
        incident.reference(),
        Answers.report(
            Answers.labelled(caller.reader(), incident.shared(), last.answers()),
            last.form(),
            null),
        last.form(),
        last.number(),
        closed(kept));
  }

  /**
   * Adds a version: row, columns of the incident, category, audit entry and what editors have to
   * look at, in one transaction. Fires {@link IncidentVersionAdded} in it.
   *
   * @return its number; the same again when the submission key was seen before from this person
   * @throws NotFoundException when there is no such incident, or the caller may not see it
   * @throws RefusedException when the caller may see it and not add to it
   * @throws InvalidException with a sentence for each component that cannot be taken
   * @throws ConflictException when another version has come since
   */
  public int add(AddVersion command) {
    Instant now = clock.instant();
    Reader author = caller.reader();
    Incident incident = mine(command.reference());
    Map<String, String> wrong = new LinkedHashMap<>();
    String reason = reason(command, wrong);
    ReportIncident clean = null;
    try {
      clean = ReportRules.clean(command.report(), now);
    } catch (InvalidException refused) {
      wrong.putAll(refused.fields());
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    if (clean.submissionKey() != null) {
      Optional<IncidentVersionRepository.Known> first = versions.claim(clean.submissionKey());
      if (first.isPresent()) {
        return again(first.get(), incident, author);
      }
    }
    Form form = IncidentVersions.form(clean.kind());
    List<IncidentVersionRepository.Kept> kept = first(incident, author);
    IncidentVersionRepository.Kept last = kept.get(kept.size() - 1);
    if (last.number() != command.basedOn()) {
      throw new ConflictException(WORDS.fill("version.stale", last.number()));
    }
    if (closed(kept) && command.stage() != Stage.CORRECTION) {
      throw new InvalidException("stage", WORDS.text("version.closed"));
    }
    ReportIncident whole = titled(clean, last, incident);
    JsonObject answers =
        Answers.withUnseen(author, incident.shared(), last.answers(), Answers.of(whole));
    if (answers.equals(last.answers())) {
      throw new InvalidException("reason", WORDS.fill("version.same", last.number()));
    }
    incident.told(whole, Unsafe.shown(whole).disclosure(), BLUR, now);
    compute(incident, form, answers);
    int number = last.number() + 1;
    versions.add(
        incident,
        new IncidentVersionRepository.Head(
            number, command.stage(), now, reason, clean.submissionKey()),
        form,
        answers,
        author,
        !ownSide(author, incident));
    Set<ReviewReason> look = EnumSet.noneOf(ReviewReason.class);
    look.addAll(grave(form, answers));
    look.removeAll(grave(last.form(), last.answers()));
    if (incident.status() != IncidentStatus.REPORTED && !author.is(Role.EDITOR)) {
      look.add(ReviewReason.NEW_VERSION);
    }
    if (!look.isEmpty()) {
      reviews.ask(incident.id(), number, look, author.accountId(), now);
    }
    incidents.flush();
    events.fire(new IncidentVersionAdded(incident.id(), number));
    audit.record(
        author,
        "incident.version",
        "incident",
        incident.reference(),
        "version " + number + ", " + command.stage());
    return number;
  }

  /** What came in without versions gets its first one from its columns. */
  private List<IncidentVersionRepository.Kept> first(Incident incident, Reader author) {
    List<IncidentVersionRepository.Kept> kept = versions.all(incident.id());
    if (!kept.isEmpty()) {
      return kept;
    }
    ReportIncident reported = incident.asReported();
    versions.add(
        incident,
        new IncidentVersionRepository.Head(1, Stage.INITIAL, incident.createdAt(), "", null),
        IncidentVersions.form(reported.kind()),
        Answers.of(reported),
        incident.reporterId() == null
            ? Reader.SYSTEM
            : new Reader(
                incident.reporterId(), incidents.name(incident.reporterId()), null, Set.of()),
        false);
    return versions.all(incident.id());
  }

  private static int again(
      IncidentVersionRepository.Known first, Incident incident, Reader author) {
    if (author.accountId().equals(first.authorId())
        && first.reference().equals(incident.reference())) {
      return first.number();
    }
    throw new ConflictException("This form was used before. Open a new one and send it again.");
  }

  private String reason(AddVersion command, Map<String, String> wrong) {
    if (command.stage() == null || command.stage() == Stage.INITIAL) {
      wrong.put("stage", WORDS.text("version.stage"));
    }
    String reason = TypedText.block(command.reason());
    int length = reason.codePointCount(0, reason.length());
    if (length < 5 || length > 2000) {
      wrong.put("reason", WORDS.text("version.reason"));
    }
    return reason;
  }

  /**
   * Label and what is given away stay as they are; a title that was made follows kind and place.
   */
  private static ReportIncident titled(
      ReportIncident report, IncidentVersionRepository.Kept last, Incident incident) {
    ReportIncident before = Answers.report(last.answers(), last.form(), null);
    boolean made = before.title().equals(ReportRules.title(before, before.area()));
    String title = made ? ReportRules.title(report, report.area()) : before.title();
    // what was chosen first counts again once the ship is safe, unless somebody chose anew since
    Disclosure now = incident.disclosure();
    boolean kept = now.equals(Unsafe.shown(before).disclosure().shown());
    return report.with(title, incident.tlp(), kept ? before.disclosure() : now);
  }

  /** What the answers tell that an editor has to look at. */
  static List<ReviewReason> grave(Form form, JsonObject answers) {
    return Grave.told(form, answers).stream()
        .map(each -> ReviewReason.valueOf(each.name()))
        .toList();
  }

  /** Gives the category that follows from the answers, where one does. */
  static void compute(Incident incident, Form form, JsonObject answers) {
    Severity.of(form, answers.getString("kind"), answers)
        .ifPresent(severity -> incident.compute(severity.category()));
  }

  private Incident mine(String reference) {
    Reader reader = caller.reader();
    String wanted = reference == null ? "" : TypedText.line(reference).toUpperCase(Locale.ROOT);
    Incident incident =
        incidents
            .lock(wanted)
            .filter(found -> SharingPolicy.mayRead(reader, found.shared()))
            .orElseThrow(
                () -> new NotFoundException("There is no such incident, or you may not see it."));
    if (!SharingPolicy.mayKnowReporter(reader, incident.shared())) {
      throw new RefusedException(
          "The reporter, their company and editors add to this report. Tell an editor what you"
              + " know.");
    }
    return incident;
  }

  private static boolean ownSide(Reader author, Incident incident) {
    Shared thing = incident.shared();
    return author.accountId().equals(thing.reporterId())
        || author.companyId() != null && author.companyId().equals(thing.companyId())
        || !author.is(Role.EDITOR);
  }

  private static boolean closed(List<IncidentVersionRepository.Kept> kept) {
    return kept.stream().anyMatch(version -> version.stage() == Stage.FINAL);
  }
}
