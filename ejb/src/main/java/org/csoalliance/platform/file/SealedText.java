package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.csoalliance.platform.error.ConflictException;

/**
 * Seals text that is kept in a column of its own row, under the key and in the way of {@link
 * SealedFiles}: AES-256 in Galois counter mode, a nonce of its own for each text, purpose and row
 * bound to the content, so that it does not open under another row. A sealed text is one byte for
 * the form, eight that name the key, twelve of the nonce, then the content.
 */
@Dependent
public class SealedText {
  private static final byte FORM = 1;
  private static final int KEY_BYTES = 8;
  private static final int NONCE_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealKey key;

  /** For CDI. */
  protected SealedText() {}

  /** Seals with the given key. */
  @Inject
  public SealedText(SealKey key) {
    this.key = key;
  }

  /** Whether a key is set. */
  public boolean ready() {
    return key.current().isPresent();
  }

  /**
   * Seals a text.
   *
   * @param purpose what it is, such as {@code INCIDENT_ANNEX}
   * @param row which row it belongs to; the same is needed to open it
   * @throws ConflictException when no key is set
   */
  public byte[] seal(String purpose, String row, String text) {
    SealKey.Key with =
        key.current().orElseThrow(() -> new ConflictException("No key to seal with is set."));
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] content =
          SealedFiles.cipher(Cipher.ENCRYPT_MODE, with, nonce, row, purpose)
              .doFinal(text.getBytes(UTF_8));
      return ByteBuffer.allocate(1 + KEY_BYTES + NONCE_BYTES + content.length)
          .put(FORM)
          .put(HexFormat.of().parseHex(with.id()))
          .put(nonce)
          .put(content)
          .array();
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("A text could not be sealed", failed);
    }
  }

  /**
   * Opens a text.
   *
   * @throws IllegalStateException when it was sealed with another key or for another row, or was
   *     changed since
   */
  public String open(String purpose, String row, byte[] sealed) {
    String name = purpose + " " + row;
    if (sealed.length < 1 + KEY_BYTES + NONCE_BYTES || sealed[0] != FORM) {
      throw new IllegalStateException(name + " is no sealed text");
    }
    String id = HexFormat.of().formatHex(sealed, 1, 1 + KEY_BYTES);
    SealKey.Key with =
        key.current()
            .filter(ours -> ours.id().equals(id))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        name + " was sealed with the key " + id + ", which is not set"));
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 1 + KEY_BYTES, nonce, 0, NONCE_BYTES);
    int from = 1 + KEY_BYTES + NONCE_BYTES;
    try {
      Cipher cipher = SealedFiles.cipher(Cipher.DECRYPT_MODE, with, nonce, row, purpose);
      return new String(cipher.doFinal(sealed, from, sealed.length - from), UTF_8);
    } catch (AEADBadTagException changed) {
      throw new IllegalStateException(name + " was changed since it was sealed", changed);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(name + " could not be opened", failed);
    }
  }
}
