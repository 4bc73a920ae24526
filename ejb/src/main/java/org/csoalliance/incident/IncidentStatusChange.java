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
import java.time.Instant;
import org.csoalliance.platform.security.Reader;

/** A step in the history of an incident; written once, never changed. */
@Entity
@Table(name = "incident_status_change")
public class IncidentStatusChange {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "incident_status_change_seq")
  @SequenceGenerator(
      name = "incident_status_change_seq",
      sequenceName = "incident_status_change_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "incident_id")
  private long incidentId;

  private Instant at;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status")
  private IncidentStatus from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status")
  private IncidentStatus to;

  private Integer severity;
  private String reason;

  @Column(name = "actor_id")
  private Long actorId;

  @Column(name = "actor_name")
  private String actorName;

  /** For JPA. */
  protected IncidentStatusChange() {}

  /** The incident as it stands now; {@code from} is null for the report itself. */
  IncidentStatusChange(
      Incident incident, IncidentStatus from, String reason, Reader actor, Instant at) {
    this.incidentId = incident.id();
    this.at = at;
    this.from = from;
    this.to = incident.status();
    this.severity = incident.severity();
    this.reason = reason;
    this.actorId = actor.accountId();
    this.actorName = actor.name();
  }
}
