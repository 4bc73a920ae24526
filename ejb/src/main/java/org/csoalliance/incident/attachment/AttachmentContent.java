package org.csoalliance.incident.attachment;

/**
 * A file to hand out.
 *
 * @param mediaType of the content
 * @param painted whether we painted it ourselves, so that a browser may show it
 * @param everybody whether the public may read the incident
 * @param etag of the content, in hex
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AttachmentContent(
    String fileName,
    String mediaType,
    byte[] content,
    boolean painted,
    boolean everybody,
    String etag) {

  /** Which of the three that lie sealed. */
  public enum Which {
    /** A picture of 320 pixels. */
    THUMBNAIL,
    /** What others see. */
    COPY,
    /** As it was sent: for editors alone. */
    ORIGINAL
  }
}
