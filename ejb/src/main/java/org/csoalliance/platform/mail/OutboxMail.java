package org.csoalliance.platform.mail;

import java.time.Instant;

/**
 * A claimed row of the outbox, on its way to the mail server.
 *
 * @param messageId the same at every attempt
 * @param body plain text, in which {@link BulkMail#UNSUBSCRIBE} may stand for the reader's own link
 * @param unsubscribe the address that stops such mails by one click (RFC 8058), null if none
 * @param html the same as HTML, null if none
 * @param attachment a file that goes with it, null if none
 * @param attempts how often it failed so far
 * @param leasedUntil until when this node may send it, UTC
 */
public record OutboxMail(
    long id,
    String messageId,
    String recipient,
    String category,
    String subject,
    MailText body,
    String unsubscribe,
    MailText html,
    MailAttachment attachment,
    int attempts,
    Instant createdAt,
    Instant leasedUntil) {}
