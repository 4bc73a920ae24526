package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/** Accounts in the database. */
@Dependent
public class AccountRepository {
  private static final String READER =
      "r.account_id, r.name, r.company_id, r.roles, r.read_only, r.groups, r.agreement";

  private static final String OF_ACCOUNT = " join account_reader r on r.account_id = a.id";

  private static final String SECOND_FACTOR =
      "(exists (select 1 from passkey p where p.account_id = a.id) or exists (select 1 from"
          + " authenticator_app t where t.account_id = a.id and t.confirmed_at is not null))";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AccountRepository() {}

  /** For tests. */
  public AccountRepository(EntityManager em) {
    this.em = em;
  }

  /** What a sign-in needs to know of an account. */
  public record Credentials(
      long accountId,
      String email,
      String passwordHash,
      int sessionStamp,
      boolean secondFactor,
      Reader reader) {}

  /** Keeps a new account; its id is set from here on. */
  public void add(Account account) {
    em.persist(account);
    em.flush(); // others refer to it by its id, which JPA does not see
  }

  Optional<Account> find(long id) {
    return Optional.ofNullable(em.find(Account.class, id));
  }

  /** An active account by the key of its address, with its roles, in one statement. */
  Optional<Credentials> credentials(String emailKey) {
    return credentials("a.email_key = ?", emailKey);
  }

  /** An active account by its id, with its roles, in one statement. */
  public Optional<Credentials> credentials(long accountId) {
    return credentials("a.id = ?", accountId);
  }

  private Optional<Credentials> credentials(String condition, Object value) {
    return rows(em.createNativeQuery(
                "select "
                    + READER
                    + ", a.session_stamp, a.password_hash, "
                    + SECOND_FACTOR
                    + ", a.email from account a"
                    + OF_ACCOUNT
                    + " where "
                    + condition
                    + " and a.state = 'ACTIVE'")
            .setParameter(1, value)
            .getResultList())
        .findFirst()
        .map(
            row ->
                new Credentials(
                    number(row[0]),
                    (String) row[10],
                    (String) row[8],
                    ((Number) row[7]).intValue(),
                    (Boolean) row[9],
                    reader(row)));
  }

  /** The owner of a session, in one statement; empty when the account or the session has ended. */
  Optional<OpenSession> ofSession(long accountId, int sessionStamp, UUID session) {
    return rows(em.createNativeQuery(
                "select "
                    + READER
                    + ", s.last_seen_at from account a"
                    + OF_ACCOUNT
                    + " join account_session s on s.account_id = a.id"
                    + " where a.id = ? and a.session_stamp = ? and a.state = 'ACTIVE'"
                    + " and s.id = ? and s.ended_at is null")
            .setParameter(1, accountId)
            .setParameter(2, sessionStamp)
            .setParameter(3, session)
            .getResultList())
        .findFirst()
        .map(row -> new OpenSession(reader(row), AccountSessionRepository.instant(row[7])));
  }

  /** The account as it is now; empty when it has ended or its stamp is another. */
  Optional<Reader> ofSession(long accountId, int sessionStamp) {
    return rows(em.createNativeQuery(
                "select "
                    + READER
                    + " from account a"
                    + OF_ACCOUNT
                    + " where a.id = ? and a.session_stamp = ? and a.state = 'ACTIVE'")
            .setParameter(1, accountId)
            .setParameter(2, sessionStamp)
            .getResultList())
        .findFirst()
        .map(AccountRepository::reader);
  }

  /** The owners of live tokens and their scopes by the hash of the token, in one statement. */
  Map<ByteBuffer, TokenReader> ofTokens(List<byte[]> hashes, Instant now) {
    String array =
        hashes.stream()
            .map(hash -> "\"\\\\x" + HexFormat.of().formatHex(hash) + '"')
            .collect(Collectors.joining(",", "{", "}"));
    Map<ByteBuffer, TokenReader> found = new HashMap<>();
    rows(em.createNativeQuery(
                "select "
                    + READER
                    + ", t.scopes, t.strong, t.token_hash from access_token t join account a on a.id"
                    + " = t.account_id"
                    + OF_ACCOUNT
                    + " where t.token_hash = any (cast(? as bytea[])) and t.revoked_at is null and"
                    + " t.expires_at > ? and a.state = 'ACTIVE'")
            .setParameter(1, array)
            .setParameter(2, now.atOffset(ZoneOffset.UTC))
            .getResultList())
        .forEach(
            row ->
                found.put(
                    ByteBuffer.wrap((byte[]) row[9]),
                    new TokenReader(
                        reader(row), Set.of(((String) row[7]).split(" ")), (Boolean) row[8])));
    return found;
  }

  /** Whether there is no account at all: an empty system. */
  public boolean isEmpty() {
    return em.createQuery("select a.id from Account a").setMaxResults(1).getResultList().isEmpty();
  }

  /** Whether an account that can be used holds the role. */
  public boolean holds(Role role) {
    return !em.createQuery(
            "select a.id from Account a join a.roles r where r = :role and a.state = :active")
        .setParameter("role", role)
        .setParameter("active", AccountState.ACTIVE)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Whether an account has the address. */
  boolean taken(String emailKey) {
    return !em.createQuery("select a.id from Account a where a.emailKey = :key")
        .setParameter("key", emailKey)
        .getResultList()
        .isEmpty();
  }

  /**
   * Lets one transaction at a time of all nodes pass; released at its end.
   *
   * @param lock a number of the caller's own
   */
  public void lock(long lock) {
    em.createNativeQuery("select cast(pg_advisory_xact_lock(?) as text)")
        .setParameter(1, lock)
        .getSingleResult();
  }

  private static java.util.stream.Stream<Object[]> rows(List<?> result) {
    return result.stream().map(row -> (Object[]) row);
  }

  private static Reader reader(Object[] row) {
    return Reader.of(
        number(row[0]),
        (String) row[1],
        number(row[2]),
        (String) row[3],
        (Boolean) row[4],
        (String) row[5],
        (String) row[6]);
  }

  private static Long number(Object value) {
    return value == null ? null : ((Number) value).longValue();
  }
}
