package org.csoalliance.incident.alert;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.sharing.Tlp;

/**
 * Which incidents of its waters a watch wants.
 *
 * @param kinds empty: any
 * @param atLeast the least grave category wanted, 1 to 4, where 1 is the gravest; null: any. What
 *     is not rated is wanted whatever stands here: a warning late is no warning
 * @param labels empty: any that the person may read
 * @param words to be found as the search of the list finds them; empty: any, at most 200 characters
 */
public record Wanted(Set<IncidentKind> kinds, Integer atLeast, Set<Tlp> labels, String words) {
  /** Every incident. */
  public static final Wanted ANY = new Wanted(Set.of(), null, Set.of(), "");

  /** Copies the sets, in the order of their lists. */
  public Wanted {
    EnumSet<IncidentKind> sorted = EnumSet.noneOf(IncidentKind.class);
    sorted.addAll(kinds);
    kinds = Collections.unmodifiableSet(sorted);
    EnumSet<Tlp> ordered = EnumSet.noneOf(Tlp.class);
    ordered.addAll(labels);
    labels = Collections.unmodifiableSet(ordered);
  }

  /** Of these kinds alone. */
  public static Wanted of(Set<IncidentKind> kinds) {
    return new Wanted(kinds, null, Set.of(), "");
  }
}
