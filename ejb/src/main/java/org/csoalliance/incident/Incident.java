package org.csoalliance.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Blur;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.Tlp;

/**
 * What was reported, and how far it is trusted by now. Lists and pages read rows, not this entity.
 */
@Entity
@Table(name = "incident")
public class Incident {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "incident_seq")
  @SequenceGenerator(name = "incident_seq", sequenceName = "incident_seq", allocationSize = 50)
  private Long id;

  private String reference;

  @Enumerated(EnumType.STRING)
  private IncidentKind kind;

  @Enumerated(EnumType.STRING)
  private IncidentStatus status = IncidentStatus.REPORTED;

  private Integer severity;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "occurred_precision")
  private OccurredPrecision precision;

  @Column(name = "utc_offset_minutes")
  private Integer utcOffsetMinutes;

  private Double latitude;
  private Double longitude;
  private String area;

  @Enumerated(EnumType.STRING)
  private Tlp tlp;

  private String title;
  private String text;

  @Enumerated(EnumType.STRING)
  @Column(name = "persons_harmed")
  private PersonsHarmed personsHarmed;

  @Column(name = "harm_note")
  private String harmNote;

  private String told;
  private String contact;

  @Column(name = "ship_name")
  private String shipName;

  @Column(name = "ship_imo", columnDefinition = "char(7)")
  private String shipImo;

  @Column(name = "ship_type")
  private String shipType = "";

  @Column(name = "ship_flag", columnDefinition = "char(2)")
  private String shipFlag;

  @Column(name = "ship_shown")
  private boolean shipShown;

  @Enumerated(EnumType.STRING)
  private IncidentSource source = IncidentSource.MEMBER;

  @Column(name = "source_reference")
  private String sourceReference = "";

  @Column(name = "source_words")
  private String sourceWords = "";

  @Column(name = "reporter_id")
  private Long reporterId;

  @Column(name = "company_id")
  private Long companyId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Enumerated(EnumType.STRING)
  private Attribution attribution = Attribution.COMPANY_HIDDEN;

  @Column(name = "blur_nm")
  private double blurNm;

  @Column(name = "exact_latitude")
  private Double exactLatitude;

  @Column(name = "exact_longitude")
  private Double exactLongitude;

  @Column(name = "exact_occurred_at")
  private Instant exactOccurredAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "exact_precision")
  private OccurredPrecision exactPrecision;

  @Column(name = "may_pass_flag")
  private boolean mayPassFlag;

  @Column(name = "may_pass_navy")
  private boolean mayPassNavy;

  @Column(name = "may_pass_imb")
  private boolean mayPassImb;

  @Enumerated(EnumType.STRING)
  @Column(name = "severity_source")
  private SeveritySource severitySource;

  @Column(columnDefinition = "char(1)")
  private String reliability;

  private Integer credibility;

  @Column(name = "merged_into", insertable = false, updatable = false)
  private Long mergedInto;

  @Version private int version;

  /** For JPA. */
  protected Incident() {}

  /** A report of the alliance, already cleaned by {@link ReportRules}. */
  Incident(String reference, ReportIncident report, Reader reporter, Blur blur, Instant now) {
    this.reference = reference;
    this.tlp = report.tlp();
    this.reporterId = reporter.accountId();
    this.companyId = reporter.companyId();
    this.createdAt = now;
    told(report, report.disclosure(), blur, now);
  }

  /** What a version says, for lists and pages; the label is changed elsewhere. */
  void told(ReportIncident report, Disclosure choice, Blur blur, Instant now) {
    updatedAt = now;
    show(report.occurredAt(), report.precision(), report.position(), choice, blur);
    kind = report.kind();
    utcOffsetMinutes = report.utcOffsetMinutes();
    area = report.area();
    title = report.title();
    text = report.text();
    personsHarmed = report.personsHarmed();
    harmNote = report.harmNote();
    told = report.told();
    contact = report.contact();
    shipName = report.shipName();
    shipImo = report.shipImo();
    shipShown = report.shipShown();
  }

  /** The report as its columns say it, for the first version of what came in without one. */
  ReportIncident asReported() {
    return new ReportIncident(
        null,
        kind,
        exactOccurredAt(),
        exactPrecision(),
        utcOffsetMinutes,
        exactPosition(),
        area,
        shipImo,
        shipName,
        shipShown,
        title,
        text,
        personsHarmed,
        harmNote,
        told,
        tlp,
        contact,
        null,
        disclosure(),
        List.of());
  }

  /** The category that follows from the answers; an editor's stands. */
  void compute(Integer category) {
    if (severitySource != SeveritySource.EDITOR) {
      severity = category;
      severitySource = category == null ? null : SeveritySource.COMPUTED;
    }
  }

  /** How far an editor trusts source and information; null: not graded. */
  void grade(String newReliability, Integer newCredibility, Instant now) {
    reliability = newReliability;
    credibility = newCredibility;
    updatedAt = now;
  }

  /** Type and flag as the register of ships has them; a blank name is filled in. */
  void shipAsKnown(String name, String type, String flag) {
    if (shipName.isEmpty()) {
      shipName = name;
    }
    shipType = type;
    shipFlag = flag;
  }

  /**
   * Says what is given away from now on. The position and the time that are shown are made here,
   * once; whatever reads the incident reads them.
   */
  void disclose(Disclosure choice, Blur blur) {
    show(exactOccurredAt(), exactPrecision(), exactPosition(), choice, blur);
  }

  /** Says when and where it happened, after a correction; what is given away stays as it is. */
  void happened(Instant at, OccurredPrecision known, Position place, Blur blur) {
    show(at, known, place, disclosure(), blur);
  }

  private void show(
      Instant at, OccurredPrecision known, Position place, Disclosure choice, Blur blur) {
    Position before = blurNm > 0 && exactLatitude != null ? shownPosition() : null;
    double beforeNm = blurNm;
    boolean anonymous = choice.attribution() == Attribution.ANONYMOUS;
    attribution = choice.attribution();
    blurNm = choice.shown().blurNm();
    mayPassFlag = choice.mayPassFlag();
    mayPassNavy = choice.mayPassNavy();
    mayPassImb = choice.mayPassImb();
    boolean blurred = blurNm > 0 && place != null;
    Position shown = blurred ? blur.show(place, blurNm, before, beforeNm) : place;
    latitude = shown == null ? null : (Double) shown.latitude();
    longitude = shown == null ? null : (Double) shown.longitude();
    exactLatitude = blurred ? (Double) place.latitude() : null;
    exactLongitude = blurred ? (Double) place.longitude() : null;
    occurredAt = anonymous ? dayOf(at, createdAt) : at;
    precision = anonymous ? OccurredPrecision.DAY : known;
    exactOccurredAt = anonymous ? at : null;
    exactPrecision = anonymous ? known : null;
    if (anonymous) {
      updatedAt = updatedAt.truncatedTo(ChronoUnit.DAYS);
    }
  }

  /** Noon stands for the whole day, its beginning where noon is still to come. */
  private static Instant dayOf(Instant at, Instant reported) {
    Instant day = at.truncatedTo(ChronoUnit.DAYS);
    Instant noon = day.plus(Duration.ofHours(12));
    return noon.isAfter(reported) ? day : noon;
  }

  Disclosure disclosure() {
    return new Disclosure(attribution, blurNm, mayPassFlag, mayPassNavy, mayPassImb);
  }

  /** Where it happened, for those who may know; null when only an area is known. */
  Position exactPosition() {
    return exactLatitude == null ? shownPosition() : new Position(exactLatitude, exactLongitude);
  }

  private Position shownPosition() {
    return latitude == null ? null : new Position(latitude, longitude);
  }

  Instant exactOccurredAt() {
    return exactOccurredAt == null ? occurredAt : exactOccurredAt;
  }

  OccurredPrecision exactPrecision() {
    return exactPrecision == null ? precision : exactPrecision;
  }

  /** Moves the label. */
  void label(Tlp to, Instant now) {
    tlp = to;
    updatedAt = now;
  }

  Tlp tlp() {
    return tlp;
  }

  Long companyId() {
    return companyId;
  }

  void judge(IncidentStatus to, Integer newSeverity, Instant now) {
    status = to;
    if (!Objects.equals(severity, newSeverity)) {
      severitySource = newSeverity == null ? null : SeveritySource.EDITOR;
    }
    severity = newSeverity;
    updatedAt = now;
  }

  Long id() {
    return id;
  }

  String reference() {
    return reference;
  }

  IncidentStatus status() {
    return status;
  }

  Integer severity() {
    return severity;
  }

  Shared shared() {
    return new Shared(
        tlp, IncidentConditions.published(status), companyId, reporterId, attribution, Set.of());
  }

  Instant createdAt() {
    return createdAt;
  }

  String reliability() {
    return reliability;
  }

  Integer credibility() {
    return credibility;
  }

  Long reporterId() {
    return reporterId;
  }

  /** The incident that this one is an account of, null when it stands for itself. */
  Long mergedInto() {
    return mergedInto;
  }

  int version() {
    return version;
  }
}
