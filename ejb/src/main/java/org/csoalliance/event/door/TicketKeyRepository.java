package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.sql.Rows;

/** The keys that sign tickets. */
@Dependent
public class TicketKeyRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public TicketKeyRepository() {}

  /** For tests. */
  public TicketKeyRepository(EntityManager em) {
    this.em = em;
  }

  /** A key as it is kept: its private half lies sealed, or here where there is no seal. */
  record Row(int id, byte[] publicKey, UUID sealedId, byte[] privateKey, Instant madeAt) {}

  /** The keys whose tickets count, the newest first. */
  List<Row> all() {
    return Rows.list(
        connection(),
        "select * from ticket_key where withdrawn_at is null order by id desc",
        TicketKeyRepository::row);
  }

  /** One of them. */
  Optional<Row> find(int id) {
    return Rows.first(
        connection(),
        "select * from ticket_key where withdrawn_at is null and id = ?",
        List.of(id),
        TicketKeyRepository::row);
  }

  /** Lets one maker of keys at a time pass. */
  void lock() {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?) as text)",
        List.of(0x0A11_1A9C_E000_2120L),
        row -> row.getString(1));
  }

  /** The number for a new key. */
  int next() {
    return Rows.first(
            connection(),
            "select coalesce(max(id), 0) + 1 from ticket_key",
            List.of(),
            row -> row.getInt(1))
        .orElseThrow();
  }

  /** Keeps a new key. */
  void add(Row key) {
    Rows.change(
        connection(),
        "insert into ticket_key (id, public_key, sealed_id, private_key, made_at) values (?, ?,"
            + " cast(? as uuid), cast(? as bytea), ?)",
        Arrays.asList(
            key.id(),
            key.publicKey(),
            key.sealedId() == null ? null : key.sealedId().toString(),
            key.privateKey(),
            key.madeAt()));
  }

  /** Signs the links to ticket pages, and what a device keeps its list under. */
  SignedLink links() {
    return new SignedLink(secret());
  }

  /** The secret of this deployment for the door, 32 bytes. */
  byte[] secret() {
    return Rows.first(
            connection(),
            "select secret from signing_key where purpose = 'door'",
            List.of(),
            row -> row.getBytes(1))
        .orElseThrow();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getInt("id"),
        row.getBytes("public_key"),
        row.getObject("sealed_id", UUID.class),
        row.getBytes("private_key"),
        Rows.time(row, "made_at"));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
