package org.csoalliance.platform.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.junit.jupiter.api.Test;

class SmallCountTest {
  private static Reader with(Role role) {
    return new Reader(1L, "R", 10L, Set.of(role));
  }

  @Test
  void fewReportsOfMembersAreFewForThePublic() {
    assertEquals("0", SmallCount.ofList(Reader.VISITOR, 0, 0).words());
    for (int members = 1; members < 5; members++) {
      assertEquals("few", SmallCount.ofList(Reader.VISITOR, members, members).words());
      assertEquals(
          "1,204 and few more", SmallCount.ofList(Reader.VISITOR, 1204 + members, members).words());
    }
    assertEquals("5", SmallCount.ofList(Reader.VISITOR, 5, 5).words());
    assertEquals("1,204", SmallCount.ofList(Reader.VISITOR, 1204, 0).words());
    assertEquals("few", SmallCount.ofList(with(Role.PARTNER), 4, 4).words());
  }

  @Test
  void membersCountTheListsTheyReadAndNotStatistics() {
    assertEquals("4", SmallCount.ofList(with(Role.MEMBER), 4, 4).words());
    assertEquals("few", SmallCount.ofStatistic(with(Role.MEMBER), 4, 4).words());
    assertEquals("4", SmallCount.ofStatistic(with(Role.MEMBER), 4, 0).words());
    assertEquals("4", SmallCount.ofStatistic(with(Role.EDITOR), 4, 4).words());
    assertTrue(SmallCount.exactLists(with(Role.MEMBER)));
    assertFalse(SmallCount.exactLists(Reader.VISITOR));
  }
}
