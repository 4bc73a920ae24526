package org.csoalliance.incident.attachment;

/**
 * A file waits for the scanner.
 *
 * @param attachmentId its number
 */
public record AttachmentQuarantined(long attachmentId) {}
