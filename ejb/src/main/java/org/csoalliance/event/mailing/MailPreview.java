package org.csoalliance.event.mailing;

/**
 * What a mail will be, before it is sent.
 *
 * @param count how many people get it
 * @param name of the person for whom it is shown; null: nobody gets it
 * @param subject as that person reads it
 * @param body as that person reads it
 */
public record MailPreview(int count, String name, String subject, String body) {}
