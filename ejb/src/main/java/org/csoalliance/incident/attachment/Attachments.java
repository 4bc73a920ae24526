package org.csoalliance.incident.attachment;

import java.util.List;

/**
 * The files of an incident, oldest first, as this reader may see them.
 *
 * @param mayAdd whether this reader may add one
 * @param mayOpenOriginals editors alone
 */
public record Attachments(List<Attachment> files, boolean mayAdd, boolean mayOpenOriginals) {
  /** How many files an incident takes. */
  public static final int MOST = 30;

  /** Copies the list. */
  public Attachments {
    files = List.copyOf(files);
  }
}
