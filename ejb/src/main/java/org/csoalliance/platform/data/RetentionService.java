package org.csoalliance.platform.data;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.AUDITOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** The rules of retention, for everybody, and what the job removed, for those who watch it. */
@Stateless
@RolesAllowed({AUDITOR, ADMINISTRATOR})
public class RetentionService {
  private static final int MOST = 300;

  @Inject private Event<RetentionAsked> event;
  @Inject private DataRepository data;

  /** Every rule; anyone may read them, and no statement is needed. */
  @PermitAll
  public List<RetentionText> rules() {
    RetentionAsked asked = new RetentionAsked();
    event.fire(asked);
    return asked.rules().stream()
        .map(
            rule ->
                new RetentionText(
                    rule.id(), rule.what(), rule.howLong(), rule.why(), rule.removedBy()))
        .toList();
  }

  /** What the job removed, the latest day first: one statement. */
  public List<RetentionLine> runs() {
    return data.runs(MOST);
  }
}
