package org.csoalliance.web.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import org.csoalliance.incident.IncidentKind;
import org.junit.jupiter.api.Test;

class KindGroupTest {
  @Test
  void everyKindStandsInOneGroup() {
    Map<IncidentKind, Integer> times = new EnumMap<>(IncidentKind.class);
    for (KindGroup group : KindGroup.values()) {
      for (String kind : group.getKinds().split(" ")) {
        times.merge(IncidentKind.valueOf(kind), 1, Integer::sum);
      }
    }
    for (IncidentKind kind : IncidentKind.values()) {
      assertEquals(1, times.get(kind), kind.name());
    }
  }

  @Test
  void groupsAreTheReadableTable() {
    assertEquals(KindGroup.VIOLENCE, KindGroup.of(IncidentKind.KIDNAP));
    assertEquals(KindGroup.BOARDING, KindGroup.of(IncidentKind.CARGO_THEFT));
    assertEquals(KindGroup.ATTEMPT, KindGroup.of(IncidentKind.SUSPICIOUS));
    assertEquals("k-people", KindGroup.of(IncidentKind.STOWAWAY).getCss());
    assertEquals('O', KindGroup.OTHER.getLetter());
  }
}
