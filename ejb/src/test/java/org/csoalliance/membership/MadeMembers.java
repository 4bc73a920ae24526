package org.csoalliance.membership;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;

/** Members with companies and ships, for tests of what becomes of them. */
public final class MadeMembers {
  /** When the tests take place. */
  public static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

  /** The clock of the tests. */
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private MadeMembers() {}

  /** A company. */
  public static void company(Database database, long id, String name) {
    database.sql(
        "insert into company (id, name, sector) values (" + id + ", '" + name + "', 'TANKER')");
  }

  /** A member of the company since the day given, answering for the ships, with a token. */
  public static Reader member(
      Database database, long id, long company, Capacity capacity, String since, String... imos) {
    account(database, id, company, Role.MEMBER);
    database.sql(
        "update account set attest_by = date '2027-03-01' where id = " + id,
        "insert into access_token (account_id, label, token_hash, scopes, created_at, expires_at)"
            + " values (%1$d, 'T', decode(lpad('%1$d', 64, '0'), 'hex'), 'read', now(),"
                .formatted(id)
            + " now() + interval '1 year')",
        "insert into company_service (id, account_id, company_id, capacity, from_day) values"
            + " (%d, %d, %d, '%s', date '%s')".formatted(id, id, company, capacity, since));
    for (String imo : imos) {
      database.sql(
          "insert into ship (imo, name, type, flag, company_id) values ('%s', 'Ship %s', 'CRUISE',"
                  .formatted(imo, imo)
              + " 'GB', "
              + company
              + ") on conflict do nothing",
          "insert into service_ship (service_id, imo, from_day) values (%d, '%s', date '%s')"
              .formatted(id, imo, since));
    }
    return new Reader(id, "Person " + id, company, Set.of(Role.MEMBER));
  }

  /** An account with roles; company null for none. */
  public static Reader account(Database database, long id, Long company, Role... roles) {
    database.sql(
        "insert into account (id, email, email_key, name, company_id, created_at) values"
            + " (%1$d, 'p%1$d@test.example', 'p%1$d@test.example', 'Person %1$d', %2$s, now())"
                .formatted(id, company));
    for (Role role : roles) {
      database.sql("insert into account_role values (" + id + ", '" + role + "')");
    }
    return new Reader(id, "Person " + id, company, Set.copyOf(Arrays.asList(roles)));
  }

  /** A caller. */
  public static CallerContext caller(Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return caller;
  }

  /** An audit log. */
  public static AuditLog audit(EntityManager em) {
    return new AuditLog(em, CLOCK);
  }

  /** Settings without any value of their own. */
  public static Settings settings() {
    return new Settings(name -> null, name -> null);
  }

  /** What the account may do now; empty when its session has ended. */
  public static java.util.Optional<Reader> session(Database database, long id, int stamp) {
    return database.inTransaction(em -> new AccountRepository(em).ofSession(id, stamp));
  }

  /** Whether the token that {@link #member} made opens anything. */
  public static boolean tokenLives(Database database, long id) {
    return (Long)
            database.value(
                "select count(*) from access_token where revoked_at is null and account_id = " + id)
        > 0;
  }
}
