package org.csoalliance.incident.alert;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;

/**
 * What a person wants to be told about: a circle or a box, and the kinds.
 *
 * @param name how the person calls it, 1 to 100 characters
 * @param circle null for a box
 * @param box the box, or the box round the circle; never null
 * @param kinds empty: any
 */
public record Waters(String name, Circle circle, Box box, Set<IncidentKind> kinds) {
  /** Copies the kinds, in the order of their list. */
  public Waters {
    EnumSet<IncidentKind> sorted = EnumSet.noneOf(IncidentKind.class);
    sorted.addAll(kinds);
    kinds = Collections.unmodifiableSet(sorted);
  }

  /** A circle. */
  public static Waters circle(String name, Circle circle, Set<IncidentKind> kinds) {
    return new Waters(name, circle, circle.box(), kinds);
  }

  /** A box. */
  public static Waters box(String name, Box box, Set<IncidentKind> kinds) {
    return new Waters(name, null, box, kinds);
  }
}
