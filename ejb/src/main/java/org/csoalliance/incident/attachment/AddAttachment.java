package org.csoalliance.incident.attachment;

/**
 * A file for an incident.
 *
 * @param reference of the incident
 * @param fileName as the browser gave it; null counts as none
 * @param mediaType what the sender says it is, null for nothing; a picture, video or document that
 *     is none is refused
 * @param description what it shows, at most 300 characters; for pictures needed
 * @param updateId of the answer of the caller's company that it belongs to, null for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AddAttachment(
    String reference,
    String fileName,
    String mediaType,
    String description,
    byte[] content,
    Long updateId) {}
