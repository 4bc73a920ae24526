package org.csoalliance.geography;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.geo.Position;

/** Ports for everybody: it is public reference data. Each call is one statement. */
@Stateless
@PermitAll
public class PortService {
  /** Beyond this distance the nearest port says nothing of a place. */
  public static final double FARTHEST_NM = 500;

  private static final int LONGEST_SEARCH = 100;

  @Inject private PortRepository ports;

  /** Made by the container. */
  public PortService() {}

  /** For tests. */
  public PortService(PortRepository ports) {
    this.ports = ports;
  }

  /**
   * The port of a UN/LOCODE, or of {@code WPI-} and a number, in any case.
   *
   * @param code null is none
   */
  public Optional<Port> find(String code) {
    String wanted = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    return wanted.matches("[A-Z]{2}[A-Z0-9]{3}|WPI-[0-9]{1,7}")
        ? ports.find(wanted)
        : Optional.empty();
  }

  /**
   * Ports by a part of their name, or by their code; the best match first.
   *
   * @param typed null and blank find nothing
   * @param most how many at most
   */
  public List<Port> search(String typed, int most) {
    String words = typed == null ? "" : typed.strip();
    if (words.isEmpty() || words.length() > LONGEST_SEARCH || words.indexOf('\0') >= 0) {
      return List.of();
    }
    return ports.search(words, most);
  }

  /**
   * The port nearest to a position, as a suggestion for a report; whoever reports may change it.
   *
   * @param at null is nowhere
   * @return empty when none lies within {@value #FARTHEST_NM} nautical miles
   */
  public Optional<NearestPort> nearest(Position at) {
    return at == null
        ? Optional.empty()
        : ports
            .nearest(at)
            .map(
                port ->
                    new NearestPort(
                        port, port.position().distanceNm(at), port.position().bearing(at)))
            .filter(near -> near.distanceNm() <= FARTHEST_NM);
  }

  /** How many rows each source gave. */
  public Map<PortSource, Long> counts() {
    return ports.counts();
  }
}
