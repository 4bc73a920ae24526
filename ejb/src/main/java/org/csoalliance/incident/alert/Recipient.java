package org.csoalliance.incident.alert;

import org.csoalliance.platform.security.Reader;

/**
 * Somebody whom a mail goes to.
 *
 * @param reader as the sharing policy knows the person, with the roles held now
 */
record Recipient(Reader reader, String email) {}
