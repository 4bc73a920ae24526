package org.csoalliance.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The page of an incident, as this reader may see it: what may not be seen is null.
 *
 * @param summary the row of the list
 * @param personsHarmed whether anyone is hurt, missing or taken
 * @param harmNote how many and how; may be empty
 * @param told who was told so far; may be empty
 * @param contact where the editor can ask back: for editors and the own company, else null
 * @param reporterName for editors and the own company, else null
 * @param companyName for editors and the own company, else null
 * @param reportedAt when it came in, UTC
 * @param version for {@link IncidentConfirmationService}: what the editor has seen
 * @param history oldest first
 * @param mayJudge whether this reader may change the status
 * @param parts what the rooms behind the incident add, see {@link IncidentPart}
 */
public record IncidentDetail(
    IncidentSummary summary,
    PersonsHarmed personsHarmed,
    String harmNote,
    String told,
    String contact,
    String reporterName,
    String companyName,
    Instant reportedAt,
    int version,
    List<StatusChange> history,
    boolean mayJudge,
    Map<Class<?>, Object> parts) {

  /** Copies the parts. */
  public IncidentDetail {
    parts = Map.copyOf(parts);
  }

  /**
   * The answer of one room.
   *
   * @throws IllegalStateException when no room gives one of this type
   */
  public <T> T part(Class<T> type) {
    Object part = parts.get(type);
    if (part == null) {
      throw new IllegalStateException("No part of the incident's page is a " + type.getName());
    }
    return type.cast(part);
  }
}
