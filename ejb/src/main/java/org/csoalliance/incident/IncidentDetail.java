package org.csoalliance.incident;

import java.time.Instant;
import java.util.List;

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
    boolean mayJudge) {}
