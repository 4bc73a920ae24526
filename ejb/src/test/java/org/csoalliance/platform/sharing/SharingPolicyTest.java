package org.csoalliance.platform.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.csoalliance.platform.security.Agreement;
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
        "visitor:CLEAR* APPLICANT:CLEAR* MEMBER:AMBER,GREEN,CLEAR PARTNER:CLEAR*"
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
      assertTrue(SharingPolicy.mayRead(reader(2, Role.PARTNER), ours), tlp::label);
      // who has left or is suspended holds no role
      assertFalse(SharingPolicy.mayRead(reader(2), ours), tlp::label);
      assertFalse(SharingPolicy.mayKnowReporter(reader(2), ours), tlp::label);
      assertFalse(SharingPolicy.mayAskBack(reader(2, Role.ADMINISTRATOR), ours), tlp::label);
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

  @Test
  void aPartnerReadsAsFarAsItsAgreement() {
    assertEquals("GREEN,CLEAR", readable(partner(Agreement.GREEN)));
    assertEquals("AMBER,GREEN,CLEAR", readable(partner(Agreement.AMBER)));
    assertEquals("CLEAR*", readable(partner(Agreement.NONE)));
    Reader none = new Reader(1L, "R", null, Set.of(), false, Set.of(), Agreement.AMBER);
    assertEquals("CLEAR*", readable(none), "an agreement is for partners alone");
  }

  private static Reader partner(Agreement agreement) {
    return new Reader(1L, "R", null, Set.of(Role.PARTNER), false, Set.of(), agreement);
  }

  @Test
  void aGroupReadsWhatIsSharedWithItWhateverTheLabel() {
    Reader inside =
        new Reader(1L, "R", MINE, Set.of(Role.MEMBER), false, Set.of(7L), Agreement.NONE);
    for (Tlp tlp : Tlp.values()) {
      Shared thing = new Shared(tlp, false, OTHERS, 2L, Attribution.COMPANY_HIDDEN, Set.of(6L, 7L));
      assertTrue(SharingPolicy.mayRead(inside, thing), tlp::label);
      assertFalse(SharingPolicy.mayKnowReporter(inside, thing), tlp::label);
      assertFalse(SharingPolicy.mayRead(inside.with(Set.of()), thing) && tlp != Tlp.CLEAR);
      assertEquals(
          SharingPolicy.mayRead(reader(1, Role.MEMBER), other(tlp, false)),
          SharingPolicy.mayRead(reader(1, Role.MEMBER), thing),
          "not for those outside of the group");
    }
  }

  @Test
  void attributionSaysWhatOthersReadOfTheSource() {
    Reader member = reader(1, Role.MEMBER);
    Reader colleague = new Reader(3L, "R", OTHERS, Set.of(Role.MEMBER));
    Reader reporter = new Reader(2L, "R", OTHERS, Set.of(Role.MEMBER));
    StringBuilder found = new StringBuilder();
    for (Attribution attribution : Attribution.values()) {
      Shared thing = new Shared(Tlp.GREEN, true, OTHERS, 2L, attribution, Set.of());
      for (Reader one :
          new Reader[] {
            Reader.VISITOR,
            member,
            partner(Agreement.NONE),
            partner(Agreement.GREEN),
            colleague,
            reporter,
            reader(1, Role.EDITOR)
          }) {
        found.append(SharingPolicy.mayKnowName(one, thing) ? 'N' : '-');
        found.append(SharingPolicy.mayKnowCompany(one, thing) ? 'C' : '-');
        found.append(SharingPolicy.mayKnowShip(one, thing, true) ? 'S' : '-');
        found.append(SharingPolicy.mayAskBack(one, thing) ? "A " : "- ");
      }
      found.append('|');
    }
    assertEquals(
        "---- NCS- ---- NCS- NCSA NCSA NCSA |"
            + "---- --S- ---- --S- NCSA NCSA NCSA |"
            + "---- ---- ---- ---- -CS- NCSA NCSA |",
        found.toString());
    Shared red = new Shared(Tlp.RED, true, OTHERS, 2L, Attribution.NAMED, Set.of());
    assertFalse(SharingPolicy.mayKnowName(member, red), "what is not read names nobody");
  }
}
