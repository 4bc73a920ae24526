package org.csoalliance.platform.mail;

/**
 * A plain-text mail to one person.
 *
 * @param recipient the address
 * @param accountId the account behind the address, null if none
 * @param category what it is for: {@code ALERT}, {@code ACCOUNT}
 * @param objectRef what it is about, such as an incident's reference; may be empty
 * @param subject one line; line breaks are removed
 * @param body plain text of at most 20,000 bytes in UTF-8
 */
public record OutgoingMail(
    String recipient,
    Long accountId,
    String category,
    String objectRef,
    String subject,
    String body) {}
