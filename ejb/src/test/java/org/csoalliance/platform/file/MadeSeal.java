package org.csoalliance.platform.file;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.csoalliance.platform.settings.Settings;

/** Sealed files with a key, for tests. */
public final class MadeSeal {
  private MadeSeal() {}

  /** Sealed with 32 zeros. */
  public static SealedFiles files(EntityManager em, Clock clock) {
    return new SealedFiles(new SealedFileRepository(em), key(), clock);
  }

  /** Texts sealed with 32 zeros. */
  public static SealedText text() {
    return new SealedText(key());
  }

  /** No key is set. */
  public static SealedText none() {
    return new SealedText(new SealKey(new Settings(name -> null, name -> null)));
  }

  private static SealKey key() {
    Settings settings =
        new Settings(
            Map.of("alliance.seal.key", Base64.getEncoder().encodeToString(new byte[32]))::get,
            name -> null);
    return new SealKey(settings);
  }
}
