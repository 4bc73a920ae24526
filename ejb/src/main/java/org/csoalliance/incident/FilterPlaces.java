package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.csoalliance.geography.Port;
import org.csoalliance.geography.PortService;
import org.csoalliance.platform.error.InvalidException;

/** Puts the position of a port in the place of its UN/LOCODE: one statement where one is given. */
@Dependent
public class FilterPlaces {
  @Inject private PortService ports;

  /** Made by the container; without it, as in some tests, no code is known. */
  public FilterPlaces() {}

  /** For tests. */
  public FilterPlaces(PortService ports) {
    this.ports = ports;
  }

  /** The port that a filter names by its code; empty when it names none, or words alone. */
  public Optional<Port> port(IncidentFilter filter) {
    return ports != null && filter.portMayBeLocode()
        ? ports.find(filter.port()).filter(port -> port.position() != null)
        : Optional.empty();
  }

  /**
   * The same selection with a circle round the port; a code that is none of a port stays words.
   *
   * @throws InvalidException field {@code port} when there is a circle round a position already
   */
  public IncidentFilter resolve(IncidentFilter filter) {
    return port(filter).map(port -> resolve(filter, port)).orElse(filter);
  }

  /** The same, for a port that {@link #port} found. */
  public static IncidentFilter resolve(IncidentFilter filter, Port port) {
    if (filter.near() != null) {
      throw new InvalidException("port", "Give either a position or the code of a port, not both.");
    }
    double miles = filter.radiusNm() == null ? FilterParser.DEFAULT_RADIUS_NM : filter.radiusNm();
    return filter.round(port.position(), miles);
  }
}
