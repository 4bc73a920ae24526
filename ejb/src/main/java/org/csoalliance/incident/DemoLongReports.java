package org.csoalliance.incident;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.csoalliance.incident.form.Form;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Blur;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.JsonRows;

/**
 * Long reports of a demonstration, so that each feature is seen: one blurred, shared with a group
 * and told anew after it was confirmed; one with a sealed annex and a minor that waits for an
 * editor; one anonymous with indicators; and a second account of an event. All is made up, and they
 * tell nobody by mail.
 */
@Dependent
public class DemoLongReports {
  /**
   * The title of the second account; the first stands among the incidents of {@link DemoIncidents}.
   */
  public static final String SECOND_ACCOUNT = "Ladder lifted twice at a laden bulk carrier";

  private static final Blur BLUR = new Blur();

  private IncidentRepository incidents;
  private IncidentVersionRepository versions;
  private IncidentReviewRepository reviews;
  private DemoPeople people;
  private AuditLog audit;

  /** For CDI. */
  protected DemoLongReports() {}

  /** Writes through the given repositories. */
  @Inject
  public DemoLongReports(
      IncidentRepository incidents,
      IncidentVersionRepository versions,
      IncidentReviewRepository reviews,
      DemoPeople people,
      AuditLog audit) {
    this.incidents = incidents;
    this.versions = versions;
    this.reviews = reviews;
    this.people = people;
    this.audit = audit;
  }

  /** What a report tells beside its details. */
  private record Told(
      String who,
      IncidentKind kind,
      Instant at,
      String position,
      String area,
      String title,
      String text,
      Tlp tlp,
      Disclosure disclosure) {}

  /** Makes them all, after people, groups and the short reports. */
  public void create(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 700) DemonstrationStarted started) {
    Instant day = started.at().truncatedTo(ChronoUnit.DAYS);
    robbery(day.minus(27, ChronoUnit.DAYS).plus(Duration.ofMinutes(130)));
    stowaways(day.minus(2, ChronoUnit.DAYS).plus(Duration.ofMinutes(370)));
    cyber(day.minus(25, ChronoUnit.DAYS).plus(Duration.ofMinutes(600)));
    secondAccount(day.minus(8, ChronoUnit.DAYS).plus(Duration.ofMinutes(880)));
    audit.record(Reader.SYSTEM, "demonstration.made", "incident", "long", "4 made-up long reports");
  }

  private void robbery(Instant at) {
    Told told =
        new Told(
            "member",
            IncidentKind.ROBBERY,
            at,
            "09-27.0N 013-49.0W",
            "Conakry roads, Guinea",
            "Engine room entered at anchor, spares taken",
            "Men with knives came over the stern and through the steering flat. The second engineer"
                + " shut himself in the control room and gave the alarm.",
            Tlp.AMBER_STRICT,
            new Disclosure(Attribution.COMPANY_HIDDEN, 15, true, true, false));
    String details =
        "'raiders':{'min':4,'max':6},'weapons':['KNIFE'],'reached':['STEERING_GEAR','ENGINE_ROOM'],"
            + "'treatment':['THREATENED'],'stolen':['ENGINE_SPARES'],'waters':'TERRITORIAL',"
            + "'shipStatus':'ANCHORED','measures':{'WATCH':'NO_EFFECT','ALARM':'HELPED'}";
    Reader member = people.person(told.who());
    Incident incident = report(told, details, member.groups().stream().sorted().limit(2).toList());
    confirm(incident, 3, "Agent and port police tell the same.", at.plus(Duration.ofHours(5)));
    later(
        incident,
        told,
        details.replace("'min':4,'max':6", "'min':6,'max':6")
            + ",'discovery':'ALARM','lossUsd':14000,'boardingAid':['ROPE']",
        people.person("deputy"),
        "Camera pictures were read: six men, and a rope over the stern.",
        at.plus(Duration.ofDays(2)));
  }

  private void stowaways(Instant at) {
    report(
        new Told(
            "cruise",
            IncidentKind.STOWAWAY,
            at,
            "14-41.0N 017-25.6W",
            "Dakar, Senegal, at the berth",
            "Two people found in a lifeboat",
            "The rounds found two people under the cover of a lifeboat before sailing. Both are"
                + " well and were given food and blankets.",
            Tlp.GREEN,
            Disclosure.USUAL),
        "'found':'BEFORE_DEPARTURE','stowawayCount':2,'hidden':['LIFEBOAT'],"
            + "'wayAboard':['MOORING_LINE'],'minors':'YES','deaths':0,'stowaways':[{'surname':"
            + "'Made-up','givenName':'Elder','statement':'Wanted to find work.'},"
            + "{'surname':'Made-up','givenName':'Younger'}]",
        List.of());
  }

  private void cyber(Instant at) {
    Incident incident =
        report(
            new Told(
                "cruise",
                IncidentKind.CYBER,
                at,
                null,
                "Western Mediterranean",
                "Mail with a false port form opened on the admin computer",
                "A mail that looked like the agent's held a form that asked for a password. The"
                    + " computer called an unknown address; it was taken off the net.",
                Tlp.GREEN,
                new Disclosure(Attribution.ANONYMOUS, 5, false, false, false)),
            "'cyberKind':['PHISHING'],'target':['ADMIN_IT'],'technology':'IT',"
                + "'safetyEffect':'NONE','indicators':[{'type':'DOMAIN','value':'agent.example',"
                + "'note':'Where the form was'},{'type':'IP','value':'192.0.2.10'}]",
            List.of());
    confirm(incident, null, "Another ship had the same mail.", at.plus(Duration.ofHours(9)));
  }

  private void secondAccount(Instant at) {
    Incident incident =
        report(
            new Told(
                "member",
                IncidentKind.ATTEMPT,
                at,
                "02-13.0N 049-53.0E",
                "Somali basin",
                SECOND_ACCOUNT,
                "From our bridge a skiff was seen alongside the bulk carrier ahead of us. It lifted"
                    + " a ladder twice and lost it. We kept 2 NM off and told the warship.",
                Tlp.GREEN,
                Disclosure.USUAL),
            "'raiders':{'min':5,'max':5},'weapons':['UNKNOWN'],'boardingAid':['LADDER'],"
                + "'waters':'EEZ'",
            List.of());
    confirm(incident, 3, "The warship tells the same.", at.plus(Duration.ofHours(4)));
  }

  private Incident report(Told told, String details, List<Long> groups) {
    Reader reporter = people.person(told.who());
    Instant now = told.at().plus(Duration.ofMinutes(48));
    ReportIncident clean = clean(told, details, now);
    int year = told.at().atOffset(ZoneOffset.UTC).getYear();
    Incident incident =
        new Incident(incidents.nextReference(year), Unsafe.shown(clean), reporter, BLUR, now);
    Form form = IncidentVersions.form(told.kind());
    JsonObject answers = Answers.of(clean);
    IncidentVersionService.compute(incident, form, answers);
    incidents.add(incident, null);
    version(incident, 1, Stage.INITIAL, "", answers, reporter, now);
    List<ReviewReason> grave = IncidentVersionService.grave(form, answers);
    if (!grave.isEmpty()) {
      reviews.ask(incident.id(), 1, grave, reporter.accountId(), now);
    }
    incidents.share(incident, groups, reporter.accountId(), now);
    incidents.add(new IncidentStatusChange(incident, null, "Reported.", reporter, now));
    return incident;
  }

  private void confirm(Incident incident, Integer severity, String reason, Instant at) {
    incident.judge(IncidentStatus.CONFIRMED, severity, at);
    incidents.add(
        new IncidentStatusChange(
            incident, IncidentStatus.REPORTED, reason, people.person("editor"), at));
  }

  private void later(
      Incident incident, Told told, String details, Reader author, String reason, Instant at) {
    ReportIncident clean = clean(told, details, at);
    incident.told(clean, clean.disclosure(), BLUR, at);
    version(incident, 2, Stage.FOLLOW_UP, reason, Answers.of(clean), author, at);
    reviews.ask(incident.id(), 2, List.of(ReviewReason.NEW_VERSION), author.accountId(), at);
  }

  private static ReportIncident clean(Told told, String details, Instant now) {
    return ReportRules.clean(
        new ReportIncident(
            null,
            told.kind(),
            told.at(),
            OccurredPrecision.EXACT,
            0,
            told.position() == null ? null : Position.parse(told.position()).orElseThrow(),
            told.area(),
            null,
            "",
            false,
            told.title(),
            told.text(),
            PersonsHarmed.NO,
            "",
            "",
            told.tlp(),
            "",
            JsonRows.value("{" + details.replace('\'', '"') + "}").asJsonObject(),
            told.disclosure(),
            List.of()),
        now);
  }

  private void version(
      Incident incident,
      int number,
      Stage stage,
      String reason,
      JsonObject answers,
      Reader author,
      Instant at) {
    versions.add(
        incident,
        new IncidentVersionRepository.Head(number, stage, at, reason, null),
        IncidentVersions.form(IncidentKind.valueOf(answers.getString("kind"))),
        answers,
        author,
        false);
  }
}
