package org.csoalliance.membership.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondFactorPolicyTest {
  @ParameterizedTest
  @CsvSource({
    // setting, demonstration, role, needs a second factor
    ", false, EDITOR, true",
    ", false, ADMINISTRATOR, true",
    ", false, VETTING_OFFICER, true",
    ", false, ORGANISER, true",
    ", false, AUTHORITY, true",
    ", false, AUDITOR, true",
    ", false, MEMBER, false",
    ", false, PMSC, false",
    ", true, ADMINISTRATOR, false",
    "staff, true, ADMINISTRATOR, true",
    "all, false, MEMBER, true",
    "ALL, true, APPLICANT, true",
    "none, false, ADMINISTRATOR, false",
    "nobody, false, ADMINISTRATOR, true"
  })
  void asksForASecondFactor(String setting, boolean demo, Role role, boolean asked) {
    Map<String, String> set =
        setting == null
            ? Map.of("alliance.demo", Boolean.toString(demo))
            : Map.of("alliance.demo", Boolean.toString(demo), "alliance.second.factor", setting);
    SecondFactorPolicy policy = new SecondFactorPolicy(new Settings(set::get, name -> null));
    Reader reader = new Reader(1L, "Somebody", 2L, Set.of(role), true, Set.of(3L), Agreement.AMBER);

    assertEquals(asked, policy.requires(Set.of(role)));
    Reader limited = policy.limit(reader);
    assertEquals(asked ? Set.of() : Set.of(role), limited.roles());
    assertEquals(
        new Reader(1L, "Somebody", 2L, limited.roles(), true, Set.of(3L), Agreement.AMBER),
        limited);
  }
}
