package org.csoalliance.incident.indicator;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.csoalliance.platform.security.CallerContext;

/**
 * Cyber indicators for programs that look for them. Each obeys its own label and the incident's,
 * whichever is narrower.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class IndicatorService {
  @Inject private IndicatorRepository repository;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public IndicatorService() {}

  /** For tests. */
  public IndicatorService(IndicatorRepository repository, CallerContext caller) {
    this.repository = repository;
    this.caller = caller;
  }

  /**
   * Where a reading goes on: incidents in the order of their last change.
   *
   * @param changed UTC
   * @param id of the last one read
   */
  public record From(Instant changed, long id) {
    private static final long LAST = 999_999_999_999_999_999L;

    /** From the first one. */
    public static final From START = new From(Instant.EPOCH, 0);

    /** From the first one that changed later than the moment. */
    public static From after(Instant moment) {
      return new From(moment, LAST);
    }

    /** From the first one that may have changed later: of anonymous ones the day alone is known. */
    public static From day(Instant moment) {
      return new From(moment.truncatedTo(ChronoUnit.DAYS), 0);
    }
  }

  /**
   * Incidents with indicators that the caller may see, in the order of their last change. One
   * statement.
   *
   * @param clearOnly only what anybody may have: TLP:CLEAR, and checked
   * @param after null: whenever they changed; else later than this, and the anonymous ones of that
   *     day as well
   * @param most how many incidents are looked at, 1 to 1,000
   */
  public Page page(boolean clearOnly, Instant after, From from, int most) {
    return repository.page(caller.reader(), clearOnly, after, from, most);
  }

  /**
   * Some incidents.
   *
   * @param next where to go on; null at the end
   */
  public record Page(List<CyberIncident> incidents, From next) {}
}
