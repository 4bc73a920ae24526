package org.csoalliance.platform.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.junit.jupiter.api.Test;

/** The policy written out: the rule must agree with this table, not with itself. */
class SharingPolicyTest {
  private static final long MINE = 10;
  private static final long OTHERS = 20;

  private static Reader reader(long account, Role... roles) {
    return new Reader(account, "R", MINE, Set.of(roles));
  }

  private static Shared other(Tlp tlp, boolean published) {
    return new Shared(tlp, published, OTHERS, 2L);
  }

  @Test
  void labelsOfOtherCompanies() {
    String asExpected =
        "visitor:CLEAR* APPLICANT:CLEAR* MEMBER:AMBER,GREEN,CLEAR PARTNER:GREEN,CLEAR"
            + " EDITOR:RED,AMBER_STRICT,AMBER,GREEN,CLEAR VETTING_OFFICER:CLEAR* ORGANISER:CLEAR*"
            + " AUTHORITY:CLEAR* PMSC:CLEAR* AUDITOR:CLEAR* ADMINISTRATOR:CLEAR*";
    StringBuilder found = new StringBuilder("visitor:" + readable(Reader.VISITOR));
    for (Role role : Role.values()) {
      found.append(' ').append(role).append(':').append(readable(reader(1, role)));
    }
    assertEquals(asExpected, found.toString());
  }

  /** The labels read, with a star where only what is published. */
  private static String readable(Reader reader) {
    Map<Tlp, String> labels = new TreeMap<>();
    for (Tlp tlp : Tlp.values()) {
      if (SharingPolicy.mayRead(reader, other(tlp, false))) {
        labels.put(tlp, tlp.name());
      } else if (SharingPolicy.mayRead(reader, other(tlp, true))) {
        labels.put(tlp, tlp + "*");
      }
    }
    return String.join(",", labels.values());
  }

  @Test
  void theOwnCompanyReadsAllButRedAndTheReporterAll() {
    for (Tlp tlp : Tlp.values()) {
      Shared ours = new Shared(tlp, false, MINE, 2L);
      assertEquals(tlp != Tlp.RED, SharingPolicy.mayRead(reader(1, Role.MEMBER), ours), tlp::label);
      assertTrue(SharingPolicy.mayRead(reader(2, Role.MEMBER), ours), tlp::label);
      assertTrue(SharingPolicy.mayRead(reader(2), ours), tlp::label);
      assertFalse(SharingPolicy.mayRead(reader(1, Role.APPLICANT), ours), tlp::label);
      assertFalse(SharingPolicy.mayRead(reader(1, Role.ADMINISTRATOR), ours), tlp::label);
    }
  }

  @Test
  void reporterAndShipAreForTheOwnSideUnlessShown() {
    Shared theirs = other(Tlp.GREEN, true);
    Reader member = reader(1, Role.MEMBER);
    assertFalse(SharingPolicy.mayKnowReporter(member, theirs));
    assertFalse(SharingPolicy.mayKnowShip(member, theirs, false));
    assertTrue(SharingPolicy.mayKnowShip(member, theirs, true));
    assertFalse(SharingPolicy.mayKnowShip(Reader.VISITOR, theirs, true), "cannot read it at all");
    assertTrue(SharingPolicy.mayKnowReporter(reader(1, Role.EDITOR), theirs));
    assertTrue(
        SharingPolicy.mayKnowShip(member, new Shared(Tlp.AMBER_STRICT, false, MINE, 2L), false));
  }

  @Test
  void nobodyIsNotTheReporterOfWhatNobodyReported() {
    Shared imported = new Shared(Tlp.CLEAR, true, null, null);
    assertFalse(SharingPolicy.mayKnowReporter(Reader.VISITOR, imported));
    assertFalse(SharingPolicy.mayKnowReporter(Reader.SYSTEM, imported));
    assertFalse(
        SharingPolicy.mayKnowReporter(
            new Reader(1L, "R", null, EnumSet.of(Role.MEMBER)), imported));
  }
}
