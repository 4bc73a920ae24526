package org.csoalliance.incident.alert;

import java.time.Instant;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.Tlp;

/**
 * An incident as its alert needs it, whole: what a recipient may not see is left out per mail.
 *
 * @param account whether it was merged into another incident
 * @param told the newest version; null: none
 */
record AlertedIncident(
    long id,
    String reference,
    IncidentKind kind,
    IncidentStatus status,
    Integer severity,
    Instant occurredAt,
    OccurredPrecision precision,
    Integer utcOffsetMinutes,
    Position position,
    String area,
    Tlp tlp,
    String title,
    String text,
    String personsHarmed,
    String harmNote,
    String shipName,
    String shipImo,
    boolean shipShown,
    IncidentSource source,
    String sourceReference,
    Long reporterId,
    Long companyId,
    Attribution attribution,
    Set<Long> groups,
    double blurNm,
    String reason,
    boolean account,
    Told told) {

  /**
   * What was told last.
   *
   * @param stage its name
   * @param reason why it was told
   * @param checked whether no editor has to look at it any more
   */
  record Told(int number, String stage, String reason, boolean checked) {}

  /** What the sharing policy needs to know. */
  Shared shared() {
    boolean published = status == IncidentStatus.CONFIRMED || status == IncidentStatus.DISPUTED;
    return new Shared(tlp, published, companyId, reporterId, attribution, groups);
  }

  /** Whether no quiet hour holds its alert back. */
  boolean dangerToLife() {
    return DangerToLife.is(kind, severity, personsHarmed.equals("YES"));
  }
}
