package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.time.Instant;
import org.csoalliance.platform.sharing.Tlp;

/**
 * A report on the editors' desk.
 *
 * @param reference null before the first publication
 * @param slug null before the first publication
 * @param current the version that readers see; 0 before the first publication
 * @param begun whether a draft is kept
 * @param label of title and facts
 * @param savedAt when the draft was saved, or the version of now published; UTC
 */
public record DraftLine(
    long id,
    String reference,
    String slug,
    State state,
    String title,
    int current,
    boolean begun,
    Tlp label,
    Instant savedAt,
    String savedBy)
    implements Serializable {}
