package org.csoalliance.incident;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.function.Consumer;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.geo.Box;

/**
 * Reads incidents for lists, the map, feeds and exports. Anyone may call it: each answer holds what
 * the caller may see by the sharing policy, and no more.
 */
@Stateless
@PermitAll
public class IncidentListService {

  /**
   * One page, with the total in the same statement's round trip where {@code withTotal}.
   *
   * @param limit 1 to 1,000
   * @param cursor from an earlier page of the same filter; null: the first page
   * @throws InvalidException when the cursor is none of ours
   */
  public IncidentPage page(IncidentFilter filter, int limit, String cursor, boolean withTotal) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * The page of one incident.
   *
   * @throws NotFoundException when there is none, or the caller may not see it
   */
  public IncidentDetail detail(String reference) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Hands the whole selection to the consumer, row by row, with flat memory. */
  public void stream(IncidentFilter filter, Consumer<IncidentSummary> consumer) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * The markers of the map, clustered on the server.
   *
   * @param bounds what the map shows; may cross the antimeridian
   * @param zoom 0 (world) to 18
   */
  public List<MapCell> map(IncidentFilter filter, Box bounds, int zoom) {
    throw new UnsupportedOperationException("not built yet");
  }
}
