package org.csoalliance.event;

/**
 * A picture or a paper of an event, as it is sent.
 *
 * @param etag changes with the content
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EventFile(String name, String mediaType, byte[] content, String etag) {}
