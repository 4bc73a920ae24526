package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Sha256;

/**
 * Keeps files encrypted in the database, in the transaction of the caller: AES-256 in Galois
 * counter mode with a nonce of its own for each file. The id and the purpose are bound to the
 * content, so that a row's content put under another id or purpose does not open. Callers decide
 * who may read.
 */
@Dependent
public class SealedFiles {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedFileRepository files;
  private SealKey key;
  private Clock clock;

  /** For CDI. */
  protected SealedFiles() {}

  /** Keeps them in the given repository, sealed with the given key. */
  @Inject
  public SealedFiles(SealedFileRepository files, SealKey key, Clock clock) {
    this.files = files;
    this.key = key;
    this.clock = clock;
  }

  /** Whether files can be sealed here: whether a key is set. */
  public boolean ready() {
    return key.current().isPresent();
  }

  /**
   * Seals a file and keeps it.
   *
   * @param purpose what it is for, such as {@code APPLICATION_PROOF}, at most 40 characters
   * @param content never null
   * @return under which it is opened
   * @throws ConflictException when no key is set
   */
  public UUID seal(String purpose, byte[] content) {
    SealKey.Key with =
        key.current()
            .orElseThrow(
                () ->
                    new ConflictException(
                        "Files cannot be taken on this system yet: its administrator has to set a"
                            + " key for them first."));
    UUID id = UUID.randomUUID();
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed;
    try {
      sealed = cipher(Cipher.ENCRYPT_MODE, with, nonce, id.toString(), purpose).doFinal(content);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("The file could not be sealed", failed);
    }
    files.add(
        new SealedFileRepository.Row(id, purpose, with.id(), nonce, sealed, content.length),
        Sha256.of(sealed),
        clock.instant());
    return id;
  }

  /**
   * Opens a file.
   *
   * @throws NotFoundException when there is none of that id
   * @throws IllegalStateException when it was sealed with another key, or was changed since
   */
  public byte[] open(UUID id) {
    SealedFileRepository.Row row =
        files.find(id).orElseThrow(() -> new NotFoundException("There is no such file"));
    SealKey.Key with =
        key.current()
            .filter(ours -> ours.id().equals(row.keyId()))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "File "
                            + id
                            + " was sealed with the key "
                            + row.keyId()
                            + ", which is not set"));
    try {
      return cipher(Cipher.DECRYPT_MODE, with, row.nonce(), id.toString(), row.purpose())
          .doFinal(row.content());
    } catch (AEADBadTagException changed) {
      throw new IllegalStateException("File " + id + " was changed since it was sealed", changed);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("File " + id + " could not be opened", failed);
    }
  }

  /** Deletes a file; none of that id is no fault. */
  public void delete(UUID id) {
    files.delete(id);
  }

  static Cipher cipher(int mode, SealKey.Key key, byte[] nonce, String id, String purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((id + " " + purpose).getBytes(UTF_8));
    return cipher;
  }
}
