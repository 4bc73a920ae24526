package org.csoalliance.run;

import java.time.Instant;

/**
 * A mail in the catcher.
 *
 * @param mailbox the address that received it
 * @param from the sender as the mail names it; empty when it names none
 * @param subject decoded; empty when it has none
 * @param messageId with its angle brackets; empty when it has none
 * @param contentType as the mail says
 * @param received when the catcher took it
 * @param text the plain text of the first readable part
 * @param source the whole mail as it was received
 * @param uid its number in the mailbox
 */
public record CaughtMail(
    String mailbox,
    String from,
    String subject,
    String messageId,
    String contentType,
    Instant received,
    String text,
    String source,
    long uid) {}
