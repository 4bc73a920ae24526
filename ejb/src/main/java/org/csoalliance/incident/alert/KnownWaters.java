package org.csoalliance.incident.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.geo.Position;

/**
 * Waters that many watch, for one click. The bounds are our own, drawn generously round where
 * reports come from; they are no official limits of a sea or of a listed area.
 */
public enum KnownWaters {
  SINGAPORE(circle("Singapore Strait", 1.20, 103.90, 60)),
  GUINEA(box("Gulf of Guinea", -5, -8, 7, 12)),
  ADEN(box("Gulf of Aden and southern Red Sea", 10, 40, 18, 54)),
  SULU_CELEBES(box("Sulu and Celebes Seas", 1, 117, 10, 126)),
  CALLAO(circle("Callao", -12.05, -77.20, 30)),
  LAGOS(circle("Lagos", 6.30, 3.35, 60)),
  HORMUZ(circle("Strait of Hormuz", 26.40, 56.50, 100)),
  BLACK_SEA(box("Black Sea, west", 41, 27.5, 47, 34));

  private final WatchOrder order;

  KnownWaters(WatchOrder order) {
    this.order = order;
  }

  /** The watch of these waters: every incident, mailed at once. */
  public WatchOrder order() {
    return order;
  }

  /** All of them, in the order of the page. */
  public static List<KnownWaters> all() {
    return List.of(values());
  }

  /** Finds one by the name of its constant; empty when there is none. */
  public static Optional<KnownWaters> of(String constant) {
    return Arrays.stream(values()).filter(known -> known.name().equals(constant)).findFirst();
  }

  private static WatchOrder circle(
      String name, double latitude, double longitude, double radiusNm) {
    return new WatchOrder(
        name, Waters.circle(new Circle(new Position(latitude, longitude), radiusNm)));
  }

  private static WatchOrder box(String name, double south, double west, double north, double east) {
    return new WatchOrder(name, Waters.box(new Box(south, west, north, east)));
  }
}
