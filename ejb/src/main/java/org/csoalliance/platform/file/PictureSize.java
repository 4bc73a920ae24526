package org.csoalliance.platform.file;

/**
 * A picture painted anew in one width, without anything but its pixels.
 *
 * @param width in pixels
 * @param height in pixels
 * @param mediaType {@code image/jpeg} or {@code image/png}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PictureSize(int width, int height, String mediaType, byte[] content) {}
