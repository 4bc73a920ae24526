package org.csoalliance.incident.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Has a file scanned as soon as it is committed. */
@Dependent
public class AttachmentScanKick {
  @Inject private AttachmentScanTimer timer;

  void waits(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttachmentQuarantined file) {
    timer.soon();
  }
}
