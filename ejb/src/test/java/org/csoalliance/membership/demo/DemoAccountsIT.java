package org.csoalliance.membership.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.csoalliance.membership.AccessTokenRepository;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.CompanyRepository;
import org.csoalliance.membership.PasswordHash;
import org.csoalliance.membership.PasswordHashing;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.membership.ShipRepository;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoAccountsIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void makesEveryDemonstrationSignIn() {
    PasswordHashing passwords = new PasswordHashing(new Settings(name -> null, name -> null));
    database.doInTransaction(
        em -> {
          AccountRepository accounts = new AccountRepository(em);
          accounts.lock(1);
          assertTrue(accounts.isEmpty());
          new DemoAccounts(
                  accounts,
                  new CompanyRepository(em),
                  new ShipRepository(em),
                  new AccessTokenRepository(em),
                  new ServiceRepository(em),
                  passwords)
              .create(Instant.parse("2026-11-22T10:00:00Z"));
        });
    database.doInTransaction(
        em -> {
          AccountRepository accounts = new AccountRepository(em);
          assertFalse(accounts.isEmpty());
          assertTrue(accounts.holds(Role.ADMINISTRATOR));
        });
    assertEquals(15L, database.value("select count(*) from account"));
    assertEquals(15L, database.value("select count(*) from access_token"));
    assertEquals(
        1L,
        database.value(
            "select count(distinct company_id) from account where email_key in"
                + " ('member@demo.example', 'deputy@demo.example')"));
    assertEquals(3L, database.value("select count(*) from company_service where to_day is null"));
    assertEquals(10L, database.value("select count(*) from service_ship where to_day is null"));
    assertEquals(
        3L, database.value("select count(*) from membership_event where kind = 'STARTED'"));
    assertEquals(
        3L, database.value("select count(*) from account where attest_by = date '2027-11-22'"));
    String stored =
        (String) database.value("select password_hash from account where email like 'member@%'");
    assertTrue(PasswordHash.parse(stored).matches(DemoAccounts.PASSWORD));
  }
}
