package org.csoalliance.membership.join;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.membership.ShipType;

/** Applications with their ships, proofs and vouchers in the database. */
@Dependent
public class ApplicationRepository {
  private static final int BATCH = 500;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ApplicationRepository() {}

  /** For tests. */
  public ApplicationRepository(EntityManager em) {
    this.em = em;
  }

  /** Keeps a new one; its id is set from here on. */
  public void add(Application application) {
    em.persist(application);
    em.flush(); // others refer to it by its id, which JPA does not see
  }

  /** The application of an id. */
  public Optional<Application> find(long id) {
    return Optional.ofNullable(em.find(Application.class, id));
  }

  /** The application as it is now, locked until the end of the transaction. */
  public Optional<Application> lock(long id) {
    return Optional.ofNullable(em.find(Application.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The application as it is now, locked until the end of the transaction. */
  public Optional<Application> lock(String reference) {
    return em.createQuery(
            "select a from Application a where a.reference = :reference", Application.class)
        .setParameter("reference", reference)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The application of a reference. */
  public Optional<Application> byReference(String reference) {
    return em.createQuery(
            "select a from Application a where a.reference = :reference", Application.class)
        .setParameter("reference", reference)
        .getResultStream()
        .findFirst();
  }

  /** The newest application of an account. */
  public Optional<Application> ofAccount(long accountId) {
    return em.createQuery(
            "select a from Application a where a.accountId = :account order by a.id desc",
            Application.class)
        .setParameter("account", accountId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Writes what waits. */
  public void flush() {
    em.flush();
  }

  /** The next reference of the year, such as {@code APP-2026-00018}; no gap, no double. */
  public String nextReference(int year) {
    Object last =
        em.createNativeQuery(
                "insert into reference_counter (prefix, year, last) values ('APP', ?1, 1)"
                    + " on conflict (prefix, year)"
                    + " do update set last = reference_counter.last + 1 returning last")
            .setParameter(1, year)
            .getSingleResult();
    return String.format(Locale.ROOT, "APP-%04d-%05d", year, ((Number) last).intValue());
  }

  /** The ships, as typed one after the other. */
  public List<ApplicationShip> ships(long applicationId) {
    return select(
        "select imo, name, type, flag from application_ship where application_id = ?"
            + " order by position",
        row ->
            new ApplicationShip(
                row.getString(1),
                row.getString(2),
                ShipType.valueOf(row.getString(3)),
                row.getString(4)),
        applicationId);
  }

  /** Puts these ships in the place of those that were there. */
  public void ships(long applicationId, List<ApplicationShip> ships) {
    update("delete from application_ship where application_id = ?", applicationId);
    try (PreparedStatement insert =
        prepare(
            "insert into application_ship (application_id, imo, name, type, flag, position)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      int position = 0;
      for (ApplicationShip ship : ships) {
        position++;
        bind(
            insert,
            applicationId,
            ship.imo(),
            ship.name(),
            ship.type().name(),
            ship.flag(),
            position);
        insert.addBatch();
        if (position % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The proofs, also those whose file is gone, the oldest first. */
  public List<Proof> proofs(long applicationId) {
    return select(
        "select id, kind, file_id, file_name, media_type, size, sha256, added_at, removed_at"
            + " from application_proof where application_id = ? order by id",
        row ->
            new Proof(
                row.getLong(1),
                ProofKind.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                HexFormat.of().formatHex(row.getBytes(7)),
                instant(row, 8),
                instant(row, 9)),
        applicationId);
  }

  /** Keeps a proof whose file lies sealed. */
  public void add(
      long applicationId,
      ProofKind kind,
      UUID fileId,
      String fileName,
      String mediaType,
      long size,
      byte[] sha256,
      Instant now) {
    update(
        "insert into application_proof (application_id, kind, file_id, file_name, media_type, size,"
            + " sha256, added_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        applicationId,
        kind.name(),
        fileId,
        fileName,
        mediaType,
        size,
        sha256,
        now);
  }

  /** Takes a proof out of a draft altogether, its row too; the file itself stays. */
  public void dropProof(long applicationId, long proofId) {
    update(
        "delete from application_proof where application_id = ? and id = ?",
        applicationId,
        proofId);
  }

  /** Notes that the file of a proof is gone; the row stays, as the fact of it. */
  public void fileRemoved(long proofId, Instant now) {
    update(
        "update application_proof set file_id = null, removed_at = ? where id = ?", now, proofId);
  }

  /** Those who were named to vouch, as typed one after the other. */
  public List<Voucher> vouchers(long applicationId) {
    return select(
        "select email, account_id, answer, answered_at from application_voucher"
            + " where application_id = ? order by position",
        row ->
            new Voucher(
                row.getString(1),
                row.getObject(2, Long.class),
                row.getString(3) == null ? null : Voucher.Answer.valueOf(row.getString(3)),
                instant(row, 4)),
        applicationId);
  }

  /** Reads a row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> select(String sql, RowReader<T> reader, Object... values) {
    em.flush(); // what JPA still holds comes first
    try (PreparedStatement select = prepare(sql)) {
      bind(select, values);
      ResultSet rows = select.executeQuery();
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  int update(String sql, Object... values) {
    em.flush();
    try (PreparedStatement update = prepare(sql)) {
      bind(update, values);
      return update.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return em.unwrap(Connection.class).prepareStatement(sql);
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
