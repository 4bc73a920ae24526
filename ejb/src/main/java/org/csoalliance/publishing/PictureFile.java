package org.csoalliance.publishing;

/** A picture in one width, as it is sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PictureFile(String mediaType, byte[] content) {}
