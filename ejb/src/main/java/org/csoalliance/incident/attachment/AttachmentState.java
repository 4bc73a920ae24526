package org.csoalliance.incident.attachment;

/** Where an attachment stands between the one who sent it and those who may see it. */
public enum AttachmentState {
  /** Waits for the malware scanner; nobody can open it. */
  QUARANTINED,
  /** The scanner found nothing. */
  SCANNED,
  /** There is no scanner in this deployment. */
  UNSCANNED,
  /** The scanner found something; the content is deleted. */
  REFUSED,
  /** Taken away with a reason; the content is deleted. */
  REMOVED;

  /** Whether the content can be opened. */
  public boolean open() {
    return this == SCANNED || this == UNSCANNED;
  }
}
