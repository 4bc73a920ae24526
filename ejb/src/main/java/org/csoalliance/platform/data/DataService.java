package org.csoalliance.platform.data;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.security.StepUpRequiredException;

/**
 * Hands a person everything that is held on them (GDPR, articles 15 and 20). Everybody signed in by
 * a browser may call it, those too who hold no role any more.
 */
@Stateless
@PermitAll
public class DataService {
  @Inject private Event<DataAsked> event;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private StepUp stepUp;
  @Inject private Clock clock;

  /** How many things are held on the caller, by section. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    ask().sections().forEach((section, rows) -> counts.put(section, rows.size()));
    return counts;
  }

  /**
   * One ZIP with everything as JSON and CSV.
   *
   * @throws StepUpRequiredException unless the caller proved lately who they are
   */
  public byte[] download() {
    stepUp.require();
    byte[] zip = DataFile.zip(ask().sections(), clock.instant());
    Reader reader = caller.reader();
    audit.record(reader, "data.downloaded", "account", String.valueOf(reader.accountId()), "");
    return zip;
  }

  private DataAsked ask() {
    DataAsked asked = new DataAsked(caller.ownAccount());
    event.fire(asked);
    return asked;
  }
}
