package org.csoalliance.contact;

import java.time.Instant;

/**
 * One message of a thread.
 *
 * @param officer whether an officer wrote it on the platform
 * @param author the name that stood then
 */
public record ContactMessage(Instant at, boolean officer, String author, String body) {}
