package org.csoalliance.platform.data;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.StringJoiner;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;

/** Removes what is over, once a day (UTC), on whichever node comes first. */
@Stateless
@PermitAll
public class RetentionRunner {
  @Inject private Event<RetentionAsked> event;
  @Inject private DataRepository data;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public RetentionRunner() {}

  /** For tests. */
  public RetentionRunner(DataRepository data, AuditLog audit, Clock clock) {
    this.data = data;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Runs all rules of today in one transaction, unless that was done.
   *
   * @return whether this call did it
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean run() {
    RetentionAsked asked = new RetentionAsked();
    event.fire(asked);
    return run(asked.rules());
  }

  boolean run(List<RetentionRule> rules) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (data.hasRun(today)) {
      return false;
    }
    StringJoiner removed = new StringJoiner(", ");
    for (RetentionRule rule : rules) {
      if (rule.remover() != null) {
        int count = rule.remover().remove(now);
        data.ran(today, rule.id(), count, now);
        if (count > 0) {
          removed.add(rule.id() + " " + count);
        }
      }
    }
    String detail = removed.length() == 0 ? "nothing was over" : "removed: " + removed;
    audit.record(Reader.SYSTEM, "retention.run", "retention", today.toString(), detail);
    return true;
  }
}
