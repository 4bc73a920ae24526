package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SealedFilesIT {
  private static final byte[] CONTENT = "Mrs Canary is the officer of nine ships".getBytes(UTF_8);

  @RegisterExtension static final Database database = new Database();

  private static SealedFiles files(EntityManager em, int key) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    Settings settings =
        new Settings(
            key == 0
                ? name -> null
                : Map.of("alliance.seal.key", Base64.getEncoder().encodeToString(bytes))::get,
            name -> null);
    return new SealedFiles(new SealedFileRepository(em), new SealKey(settings), Clock.systemUTC());
  }

  private static UUID seal() {
    return database.inTransaction(em -> files(em, 1).seal("TEST", CONTENT));
  }

  private static byte[] open(UUID id, int key) {
    return database.inTransaction(em -> files(em, key).open(id));
  }

  @Test
  void whatWasSealedOpensAndIsNotToBeReadInTheRow() {
    UUID id = seal();
    assertArrayEquals(CONTENT, open(id, 1));
    String row =
        new String(
            (byte[]) database.value("select content from sealed_file where id = '" + id + "'"),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    assertFalse(row.contains("Canary"), row);
    database.doInTransaction(em -> files(em, 1).delete(id));
    assertThrows(NotFoundException.class, () -> open(id, 1));
  }

  @Test
  void twoSealsOfOneContentDiffer() {
    UUID one = seal();
    UUID other = seal();
    assertEquals(
        2L,
        database.value(
            "select count(distinct content) from sealed_file where id in ('"
                + one
                + "', '"
                + other
                + "')"));
  }

  @Test
  void aChangedRowDoesNotOpen() {
    for (String change :
        new String[] {
          "content = set_byte(content, 3, get_byte(content, 3) # 1)",
          "nonce = set_byte(nonce, 0, get_byte(nonce, 0) # 1)",
          "content = substring(content from 1 for length(content) - 1)",
          "purpose = 'OTHER'"
        }) {
      UUID id = seal();
      database.sql("update sealed_file set " + change + " where id = '" + id + "'");
      assertThrows(IllegalStateException.class, () -> open(id, 1), change);
    }
  }

  @Test
  void theContentOfAnotherRowDoesNotOpen() {
    UUID one = seal();
    UUID other = seal();
    database.sql(
        "update sealed_file a set content = b.content, nonce = b.nonce from sealed_file b"
            + " where a.id = '"
            + one
            + "' and b.id = '"
            + other
            + "'");
    assertThrows(IllegalStateException.class, () -> open(one, 1));
  }

  @Test
  void anotherKeyOpensNothingAndWithoutOneNothingIsSealed() {
    UUID id = seal();
    assertThrows(IllegalStateException.class, () -> open(id, 2));
    assertThrows(IllegalStateException.class, () -> open(id, 0));
    assertThrows(
        ConflictException.class,
        () -> database.inTransaction(em -> files(em, 0).seal("TEST", CONTENT)));
  }
}
