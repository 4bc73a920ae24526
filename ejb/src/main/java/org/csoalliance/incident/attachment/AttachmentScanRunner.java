package org.csoalliance.incident.attachment;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.platform.file.MalwareScanner;

/** Has files scanned, one after the other, outside of any transaction. */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class AttachmentScanRunner {
  private static final Logger LOG = Logger.getLogger(AttachmentScanRunner.class.getName());

  @Inject private AttachmentScans scans;
  @Inject private MalwareScanner scanner;

  /** Made by the container. */
  public AttachmentScanRunner() {}

  /** For tests. */
  AttachmentScanRunner(AttachmentScans scans, MalwareScanner scanner) {
    this.scans = scans;
    this.scanner = scanner;
  }

  /** Scans what is due; ends at the first file that the scanner does not answer. */
  public void run() {
    if (!scanner.configured()) {
      return;
    }
    List<AttachmentRepository.Waiting> due = scans.claim();
    while (!due.isEmpty()) {
      for (AttachmentRepository.Waiting file : due) {
        if (!scan(file)) {
          return;
        }
      }
      due = scans.claim();
    }
  }

  private boolean scan(AttachmentRepository.Waiting file) {
    try {
      String found = scanner.scan(scans.content(file));
      if (found == null) {
        scans.clean(file);
      } else {
        scans.infected(file, found);
      }
      return true;
    } catch (IOException down) {
      LOG.log(Level.WARNING, "The malware scanner does not answer: {0}", down.getMessage());
      scans.later(file);
      return false;
    }
  }
}
