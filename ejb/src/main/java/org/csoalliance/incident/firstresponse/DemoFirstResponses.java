package org.csoalliance.incident.firstresponse;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.platform.sharing.Tlp;

/**
 * The reports of a demonstration: one of history, of which title and day are known, and one that is
 * made up and stands on a made-up incident. They tell nobody by mail.
 */
@Dependent
public class DemoFirstResponses {
  /** The made-up incident behind the report of now, by its title. */
  private static final String KIDNAP = "Three crew taken from a bulk carrier";

  private FirstResponseRepository reports;
  private DemoPeople people;
  private AuditLog audit;

  /** For CDI. */
  protected DemoFirstResponses() {}

  /** Writes through the given repository. */
  @Inject
  public DemoFirstResponses(FirstResponseRepository reports, DemoPeople people, AuditLog audit) {
    this.reports = reports;
    this.people = people;
    this.audit = audit;
  }

  /** Makes both, after the incidents were made. */
  public void create(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 900) DemonstrationStarted started) {
    Reader editor = people.person("editor");
    history(editor);
    reports.sourceByTitle(KIDNAP).ifPresent(source -> kidnap(editor, source));
    audit.record(
        Reader.SYSTEM,
        "demonstration.made",
        "first-response",
        "all",
        "one of history, one made up");
  }

  /**
   * The alliance's own report of this title and day. Title, date and that it is public are what we
   * know of it; of the event itself we tell nothing more.
   */
  private void history(Reader editor) {
    Instant at = Instant.parse("2019-07-20T09:00:00Z");
    Content content =
        new Content(
            "Iran seizes British tanker",
            IncidentKind.STATE_ACTION,
            null,
            null,
            OccurredPrecision.DAY,
            null,
            "",
            Audience.PUBLIC,
            Tlp.GREEN,
            List.of(
                block(
                    Part.KNOWN,
                    "Iran has seized a British tanker. The alliance told its members on 20 July"
                        + " 2019; it had reported a drone attack a month before, on 20 June."),
                block(
                    Part.NOT_KNOWN,
                    "Which ship, when and where exactly, and how her crew are. This demonstration"
                        + " repeats the title and the day of that report and adds no facts to it."),
                block(
                    Part.ADVICE,
                    "Report at once, to your flag and the reporting centre of the region: harassing"
                        + " conduct, threats on VHF, boarding without pretext, needless"
                        + " manoeuvres.")));
    publish(content, List.of(), "FRR-2019-001", editor, at);
  }

  private void kidnap(Reader editor, SourceFacts source) {
    Instant at = source.occurredAt().plus(Duration.ofHours(6));
    Content content =
        new Content(
            "Three crew taken in the Gulf of Guinea: what is known after six hours",
            IncidentKind.KIDNAP,
            1,
            source.occurredAt(),
            OccurredPrecision.DAY,
            new Position(2, 3),
            "Gulf of Guinea, about 270 NM south of Cotonou",
            Audience.PUBLIC,
            Tlp.AMBER,
            List.of(
                block(
                    Part.KNOWN,
                    "A merchant ship was boarded far from the coast before dawn. Three of her crew"
                        + " were taken. The others are safe; one has a slight wound."),
                new Block(
                    Part.KNOWN,
                    null,
                    Audience.MEMBERS,
                    "Nine armed men in two skiffs came over the starboard quarter of the drifting"
                        + " ship. The crew went to the citadel; three did not reach it. The skiffs"
                        + " left to the north-east after 40 minutes."),
                block(
                    Part.NOT_KNOWN,
                    "Where the three are held, and where the mother ship is. Whether the same group"
                        + " will try again this week."),
                block(
                    Part.ADVICE,
                    "Do not drift within 300 NM of the coast. Go at speed, keep two lookouts aft at"
                        + " night and the citadel stocked. Drill the way to the citadel today: those"
                        + " who were taken did not reach it. Report to the reporting centre twice a"
                        + " day."),
                new Block(
                    Part.UPDATE,
                    at.minus(Duration.ofMinutes(20)),
                    Audience.PUBLIC,
                    "The ship is under way with the rest of her crew, escorted by a patrol vessel."),
                new Block(
                    Part.UPDATE,
                    at.minus(Duration.ofMinutes(70)),
                    Audience.MEMBERS,
                    "The owner confirms by telephone and asks that no name be published.")));
    int year = at.atOffset(ZoneOffset.UTC).getYear();
    publish(content, List.of(source), reports.nextReference(year), editor, at);
  }

  private static Block block(Part part, String text) {
    return new Block(part, null, Audience.PUBLIC, text);
  }

  private void publish(
      Content content, List<SourceFacts> sources, String reference, Reader editor, Instant at) {
    long id = reports.add(null, at);
    reports.setSources(id, sources);
    reports.saveDraft(id, content, editor, at);
    reports.publish(id, 1, Step.FIRST, "", editor, at);
    reports.open(id, reference, Slug.of(reference, content.title()), at);
  }
}
