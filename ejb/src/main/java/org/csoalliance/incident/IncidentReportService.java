package org.csoalliance.incident;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.incident.form.Form;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.ShipService;
import org.csoalliance.membership.ShipSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Blur;

/** Takes reports from members, partners and editors. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class IncidentReportService {
  private static final Blur BLUR = new Blur();

  @Inject private IncidentRepository incidents;
  @Inject private IncidentVersionRepository versions;
  @Inject private IncidentReviewRepository reviews;
  @Inject private ShipService ships;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public IncidentReportService() {}

  /** For tests. */
  public IncidentReportService(
      IncidentRepository incidents,
      IncidentVersionRepository versions,
      IncidentReviewRepository reviews,
      ShipService ships,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.incidents = incidents;
    this.versions = versions;
    this.reviews = reviews;
    this.ships = ships;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Keeps a report and puts it into the editors' queue: incident, first version, history and audit
   * entry in one transaction.
   *
   * @return its reference; the same again when the submission key was seen before from this person
   * @throws InvalidException with a sentence for each component that cannot be taken
   * @throws ConflictException when the submission key is somebody else's
   */
  public String report(ReportIncident report) {
    Reader reporter = caller.reader();
    if (!reporter.signedIn()) {
      throw new RefusedException("Sign in to report.");
    }
    Instant now = clock.instant();
    ReportIncident clean = ReportRules.clean(report, now);
    if (clean.submissionKey() != null) {
      Optional<IncidentRepository.Known> first = incidents.claim(clean.submissionKey());
      if (first.isPresent()) {
        if (reporter.accountId().equals(first.get().reporterId())) {
          return first.get().reference();
        }
        throw new ConflictException("This form was used before. Open a new one and send it again.");
      }
    }
    Set<Long> groups = new LinkedHashSet<>(clean.groups());
    if (!groups.isEmpty() && !(reporter.is(Role.MEMBER) && reporter.groups().containsAll(groups))) {
      throw new InvalidException("groups", "Choose among the groups that you are in.");
    }
    String reference =
        incidents.nextReference(clean.occurredAt().atOffset(ZoneOffset.UTC).getYear());
    Incident incident = new Incident(reference, Unsafe.shown(clean), reporter, BLUR, now);
    ship(clean.shipImo())
        .ifPresent(ship -> incident.shipAsKnown(ship.name(), ship.type(), ship.flag()));
    Form form = IncidentVersions.form(clean.kind());
    JsonObject answers = Answers.of(clean);
    IncidentVersionService.compute(incident, form, answers);
    incidents.add(incident, clean.submissionKey());
    versions.add(
        incident,
        new IncidentVersionRepository.Head(1, Stage.INITIAL, now, "", null),
        form,
        answers,
        reporter,
        false);
    List<ReviewReason> grave = IncidentVersionService.grave(form, answers);
    if (!grave.isEmpty()) {
      reviews.ask(incident.id(), 1, grave, reporter.accountId(), now);
    }
    incidents.share(incident, groups, reporter.accountId(), now);
    incidents.add(new IncidentStatusChange(incident, null, "Reported.", reporter, now));
    audit.record(
        reporter,
        "incident.reported",
        "incident",
        reference,
        clean.kind() + ", " + clean.tlp().label());
    return reference;
  }

  /**
   * The rules of a report, for a page that shows the answers before they are sent.
   *
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public void check(ReportIncident report) {
    ReportRules.clean(report, clock.instant());
  }

  /**
   * The name behind an IMO ship number, as far as the alliance knows the ship.
   *
   * @return such as "Northern Kestrel, bulk carrier"; null when the number is not known
   */
  public String shipBehind(String imo) {
    return ship(imo)
        .map(
            ship ->
                ship.type().isEmpty()
                    ? ship.name()
                    : ship.name() + ", " + ship.type().toLowerCase(Locale.ROOT))
        .orElse(null);
  }

  private Optional<ShipSummary> ship(String imo) {
    return ImoNumber.ship(imo).flatMap(ships::byImo);
  }
}
