package org.csoalliance.platform.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Logger;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.csoalliance.platform.settings.Settings;

/**
 * The key under which files lie sealed: {@code alliance.seal.key}, or the content of the file that
 * {@code alliance.seal.key.file} names; 32 bytes in Base64. It is read once. Without one the
 * platform runs and takes no files; the log says so.
 */
@ApplicationScoped
public class SealKey {
  private static final Logger LOG = Logger.getLogger(SealKey.class.getName());
  private static final int BYTES = 32;

  private final Optional<Key> key;

  /**
   * A key and its name.
   *
   * @param id the first 64 bits of the key's SHA-256 in hex: tells keys apart and gives none away
   */
  record Key(String id, SecretKey secret) {}

  /** For the container's proxy. */
  protected SealKey() {
    this.key = Optional.empty();
  }

  /**
   * Reads the key.
   *
   * @throws IllegalStateException when one is set that cannot be used
   */
  @Inject
  public SealKey(Settings settings) {
    this.key = read(settings);
    if (key.isEmpty()) {
      LOG.warning(
          "No key to seal files with: set alliance.seal.key.file (or alliance.seal.key)."
              + " Until then no uploads are taken");
    }
  }

  /** The key of this deployment, empty when none is set. */
  Optional<Key> current() {
    return key;
  }

  private static Optional<Key> read(Settings settings) {
    return settings
        .text("alliance.seal.key")
        .or(() -> settings.text("alliance.seal.key.file").map(SealKey::content))
        .map(SealKey::key);
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "alliance.seal.key.file names a file that cannot be read: " + file, unreadable);
    }
  }

  private static Key key(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException wrong) {
      bytes = new byte[0]; // told below, without the text: it may be most of a key
    }
    if (bytes.length != BYTES) {
      throw new IllegalStateException(
          "alliance.seal.key must be "
              + BYTES
              + " bytes in Base64; make one with"
              + " openssl rand -base64 32");
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Key(HexFormat.of().formatHex(digest, 0, 8), new SecretKeySpec(bytes, "AES"));
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException(every); // every Java has it
    }
  }
}
