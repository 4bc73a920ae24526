package org.csoalliance.incident.alert;

import java.util.List;
import org.csoalliance.platform.security.Reader;

/**
 * Somebody whom a mail may go to.
 *
 * @param reader as the sharing policy knows the person, with the roles held now
 * @param watches the watches that matched; empty for a correction
 */
record Recipient(Reader reader, String email, List<Waters> watches) {}
