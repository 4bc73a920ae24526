package org.csoalliance.platform.audit;

import static org.csoalliance.platform.security.Roles.AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.StepUp;

/** Takes the audit log out of the house, for auditors who have just proved who they are. */
@Stateless
@RolesAllowed(AUDITOR)
public class AuditExportService {
  @EJB private AuditLogService log;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private StepUp stepUp;

  /** Made by the container. */
  public AuditExportService() {}

  /** For tests. */
  AuditExportService(AuditLog audit, CallerContext caller, StepUp stepUp) {
    this.audit = audit;
    this.caller = caller;
    this.stepUp = stepUp;
  }

  /**
   * Notes an export that is about to be read; without the note there is no export.
   *
   * @param format {@code csv} or {@code jsonl}
   */
  public void begin(AuditFilter filter, String format) {
    stepUp.require();
    audit.record(caller.reader(), "audit.exported", "audit", format, filter.toString());
  }

  /** Hands out every entry that fits, the oldest first, one at a time. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void each(AuditFilter filter, Consumer<AuditEntry> reader) {
    stepUp.require();
    log.each(filter, reader);
  }
}
