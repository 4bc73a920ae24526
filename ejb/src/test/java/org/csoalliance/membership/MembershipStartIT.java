package org.csoalliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MembershipStartIT {
  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

  @RegisterExtension static final Database database = new Database();

  private static StartedMember begin(String email, String company, String... ships) {
    return database.inTransaction(
        em ->
            new MembershipStart(
                    new AccountRepository(em),
                    new CompanyRepository(em),
                    new ShipRepository(em),
                    new ServiceRepository(em),
                    Clock.fixed(NOW, ZoneOffset.UTC))
                .begin(
                    new NewMember(
                        null,
                        email,
                        "Z. Test",
                        "+44 20 7946 0000",
                        new NewMember.NewCompany(
                            company, "Company " + company, "GB", Sector.BULK, "test.example"),
                        Capacity.PRIMARY,
                        List.of(ships).stream()
                            .map(
                                imo ->
                                    new NewMember.NewShip(imo, "Ship", ShipType.BULK_CARRIER, "GB"))
                            .toList()),
                    Reader.SYSTEM));
  }

  @Test
  void aMemberServesTheCompanyForItsShipsAndTakesNoneFromAnother() {
    StartedMember first = begin("first@test.example", "9990034", "9900083", "9900095");
    assertEquals(List.of(), first.contested());
    StartedMember second = begin("second@test.example", "9990048", "9900095", "9900100");
    assertEquals(List.of("9900095"), second.contested());
    StartedMember colleague = begin("third@test.example", "9990034", "9900083");
    assertEquals(first.companyId(), colleague.companyId());

    Reader reader =
        database.inTransaction(
            em -> new AccountRepository(em).ofSession(first.accountId(), 1).orElseThrow());
    assertEquals(Set.of(Role.MEMBER), reader.roles());
    assertEquals(first.companyId(), reader.companyId());
    assertEquals(false, reader.readOnly());
  }

  @Test
  void theRightsFollowTheStanding() {
    StartedMember member = begin("standing@test.example", "9990051");
    assertEquals("[MEMBER] false", rights(member, "attest_by = current_date + 1"));
    assertEquals("[MEMBER] true", rights(member, "attest_by = current_date - 29"));
    assertEquals("[] true", rights(member, "attest_by = current_date - 32"));
    assertEquals("[MEMBER] false", rights(member, "attest_by = null"));
    assertEquals("[] false", rights(member, "suspended_at = now() - interval '1 minute'"));
    assertEquals("[MEMBER] false", rights(member, "suspended_until = now() - interval '1 second'"));
  }

  private static String rights(StartedMember member, String change) {
    return database.inTransaction(
        em -> {
          em.createNativeQuery("update account set " + change + " where id = " + member.accountId())
              .executeUpdate();
          Reader reader = new AccountRepository(em).ofSession(member.accountId(), 1).orElseThrow();
          return reader.roles() + " " + reader.readOnly();
        });
  }
}
