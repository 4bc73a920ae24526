package org.csoalliance.incident.alert;

import java.util.EnumSet;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;

/**
 * What no quiet hour and no digest holds back: somebody is harmed, or weapons, hijack or kidnap are
 * the matter, or the category is the gravest.
 */
final class DangerToLife {
  private static final Set<IncidentKind> KINDS =
      EnumSet.of(IncidentKind.ATTACK, IncidentKind.HIJACK, IncidentKind.KIDNAP);

  private DangerToLife() {}

  /**
   * The rule.
   *
   * @param severity category, null when not rated
   */
  static boolean is(IncidentKind kind, Integer severity, boolean harmed) {
    return harmed || KINDS.contains(kind) || (severity != null && severity == 1);
  }
}
