package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import org.csoalliance.platform.sharing.Tlp;

/**
 * An incident behind a report.
 *
 * @param tlp its label
 * @param widest the widest label that its words may be shown under: {@code tlp}, but GREEN for a
 *     CLEAR one that is not confirmed or disputed
 */
public record Source(String reference, String title, Tlp tlp, Tlp widest) implements Serializable {}
