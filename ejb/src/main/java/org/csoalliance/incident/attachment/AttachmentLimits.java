package org.csoalliance.incident.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.csoalliance.platform.settings.Settings;

/** How large a file of an incident may be. */
@Dependent
public class AttachmentLimits {
  private static final int MB = 1_000_000;

  private final Settings settings;

  /** Reads {@code alliance.attachment.mb} and {@code alliance.attachment.video.mb}. */
  @Inject
  public AttachmentLimits(Settings settings) {
    this.settings = settings;
  }

  /** The largest picture or document, in megabytes of a million bytes. */
  public int megabytes() {
    return settings.number("alliance.attachment.mb", 25, 1, 100);
  }

  /** The largest video, in megabytes of a million bytes. */
  public int videoMegabytes() {
    return settings.number("alliance.attachment.video.mb", 60, 1, 200);
  }

  /** The largest file of all, in bytes. */
  public long most() {
    return (long) MB * Math.max(megabytes(), videoMegabytes());
  }

  /** The largest picture or document, in bytes. */
  long mostOfOthers() {
    return (long) MB * megabytes();
  }

  /** The largest video, in bytes. */
  long mostOfVideos() {
    return (long) MB * videoMegabytes();
  }
}
