package org.csoalliance.membership.factor;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sql.Rows;

/** Authenticator apps and recovery codes in the database. */
@Dependent
public class FactorRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public FactorRepository() {}

  /** For tests. */
  public FactorRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * An authenticator app.
   *
   * @param sealedId the secret among the sealed files
   * @param confirmedAt null until a code of it was given
   */
  record App(UUID sealedId, Instant confirmedAt) {}

  /** Lets one change of an account's factors at a time pass. */
  void lock(long accountId) {
    em.createNativeQuery("select id from account where id = ? for update")
        .setParameter(1, accountId)
        .getResultList();
  }

  Optional<App> app(long accountId) {
    List<?> rows =
        em.createNativeQuery(
                "select cast(sealed_id as text), confirmed_at from authenticator_app"
                    + " where account_id = ?")
            .setParameter(1, accountId)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .findFirst()
        .map(row -> new App(UUID.fromString((String) row[0]), instant(row[1])));
  }

  /**
   * How a person signs in, in one statement.
   *
   * @param required whether somebody with these roles must have a second factor
   */
  FactorOverview overview(long accountId, Instant now, Predicate<Set<Role>> required) {
    List<PasskeySummary> passkeys = new ArrayList<>();
    return Rows.list(
            em.unwrap(Connection.class),
            "select a.email, (select e.new_email from email_change e where e.account_id = a.id"
                + " and e.confirmed_at is null and e.expires_at > ?"
                + " order by e.id desc limit 1) as waiting,"
                + " (select t.confirmed_at from authenticator_app t where t.account_id = a.id)"
                + " as app, (select count(*) from recovery_code c where c.account_id = a.id"
                + " and c.used_at is null) as codes, (select string_agg(r.role, ' ')"
                + " from account_right r where r.account_id = a.id) as roles,"
                + " p.id, p.label, p.created_at, p.last_used_at from account a"
                + " left join passkey p on p.account_id = a.id where a.id = ?"
                + " order by p.created_at, p.id",
            row -> {
              if (row.getString("label") != null) {
                passkeys.add(
                    new PasskeySummary(
                        row.getLong("id"),
                        row.getString("label"),
                        Rows.time(row, "created_at"),
                        Rows.time(row, "last_used_at")));
              }
              return new FactorOverview(
                  row.getString("email"),
                  row.getString("waiting"),
                  passkeys,
                  Rows.time(row, "app"),
                  row.getInt("codes"),
                  required.test(roles(row.getString("roles"))));
            },
            now,
            accountId)
        .stream()
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static Set<Role> roles(String words) {
    return words == null
        ? Set.of()
        : Arrays.stream(words.split(" ")).map(Role::valueOf).collect(Collectors.toSet());
  }

  void putApp(long accountId, UUID sealedId, Instant now) {
    em.createNativeQuery(
            "insert into authenticator_app (account_id, sealed_id, made_at) values (?, ?, ?)"
                + " on conflict (account_id) do update set sealed_id = excluded.sealed_id,"
                + " made_at = excluded.made_at, confirmed_at = null, last_step = 0")
        .setParameter(1, accountId)
        .setParameter(2, sealedId)
        .setParameter(3, now.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  void confirmApp(long accountId, Instant now) {
    em.createNativeQuery("update authenticator_app set confirmed_at = ? where account_id = ?")
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .setParameter(2, accountId)
        .executeUpdate();
  }

  /** Takes a time step; false when it, or a later one, was taken before. */
  boolean takeStep(long accountId, long step) {
    return em.createNativeQuery(
                "update authenticator_app set last_step = ? where account_id = ?"
                    + " and last_step < ?")
            .setParameter(1, step)
            .setParameter(2, accountId)
            .setParameter(3, step)
            .executeUpdate()
        == 1;
  }

  void removeApp(long accountId) {
    em.createNativeQuery("delete from authenticator_app where account_id = ?")
        .setParameter(1, accountId)
        .executeUpdate();
  }

  /** Puts new recovery codes in the place of all that there were. */
  void putRecoveryCodes(long accountId, List<byte[]> hashes) {
    em.createNativeQuery("delete from recovery_code where account_id = ?")
        .setParameter(1, accountId)
        .executeUpdate();
    for (byte[] hash : hashes) {
      em.createNativeQuery("insert into recovery_code (account_id, code_hash) values (?, ?)")
          .setParameter(1, accountId)
          .setParameter(2, hash)
          .executeUpdate();
    }
  }

  /** Uses a recovery code up; false when there is no such unused one. */
  boolean takeRecoveryCode(long accountId, byte[] hash, Instant now) {
    return em.createNativeQuery(
                "update recovery_code set used_at = ? where account_id = ? and code_hash = ?"
                    + " and used_at is null")
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, accountId)
            .setParameter(3, hash)
            .executeUpdate()
        == 1;
  }

  int recoveryCodesLeft(long accountId) {
    return ((Number)
            em.createNativeQuery(
                    "select count(*) from recovery_code where account_id = ? and used_at is null")
                .setParameter(1, accountId)
                .getSingleResult())
        .intValue();
  }

  /** Servers differ in the class that a timestamptz of a native query comes as. */
  @SuppressWarnings("JavaUtilDate")
  static Instant instant(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return value == null ? null : ((Date) value).toInstant();
  }
}
