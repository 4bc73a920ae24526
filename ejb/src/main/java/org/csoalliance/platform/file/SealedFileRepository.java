package org.csoalliance.platform.file;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Sealed files in the database: plain JDBC over the connection of the running transaction. */
@Dependent
public class SealedFileRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public SealedFileRepository() {}

  /** For tests. */
  public SealedFileRepository(EntityManager em) {
    this.em = em;
  }

  /** A file as it lies there; size is that of the plain content in bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(UUID id, String purpose, String keyId, byte[] nonce, byte[] content, long size) {}

  void add(Row row, byte[] sha256, Instant now) {
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                "insert into sealed_file (id, purpose, key_id, nonce, content, size, sha256,"
                    + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, row.id());
      insert.setString(2, row.purpose());
      insert.setString(3, row.keyId());
      insert.setBytes(4, row.nonce());
      insert.setBytes(5, row.content());
      insert.setLong(6, row.size());
      insert.setBytes(7, sha256);
      insert.setObject(8, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  Optional<Row> find(UUID id) {
    try (PreparedStatement select =
        connection()
            .prepareStatement(
                "select purpose, key_id, nonce, content, size from sealed_file where id = ?")) {
      select.setObject(1, id);
      ResultSet row = select.executeQuery();
      return row.next()
          ? Optional.of(
              new Row(
                  id,
                  row.getString(1),
                  row.getString(2),
                  row.getBytes(3),
                  row.getBytes(4),
                  row.getLong(5)))
          : Optional.empty();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void delete(UUID id) {
    try (PreparedStatement delete =
        connection().prepareStatement("delete from sealed_file where id = ?")) {
      delete.setObject(1, id);
      delete.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Connection connection() {
    em.flush(); // what JPA still holds comes first
    return em.unwrap(Connection.class);
  }
}
