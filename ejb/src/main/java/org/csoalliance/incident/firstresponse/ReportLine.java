package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.time.Instant;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.sharing.Tlp;

/**
 * A report in a list, by its version of now.
 *
 * @param label of title and facts
 * @param lead the beginning of what is known, as far as this reader may read it; may be empty
 * @param publishedAt the first time, UTC
 * @param updatedAt when the version of now was published, UTC
 * @param step why there is the version of now
 */
public record ReportLine(
    String reference,
    String slug,
    State state,
    String title,
    IncidentKind kind,
    Integer severity,
    String area,
    Tlp label,
    String lead,
    int number,
    Step step,
    Instant publishedAt,
    Instant updatedAt)
    implements Serializable {}
