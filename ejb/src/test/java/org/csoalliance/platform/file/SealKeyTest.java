package org.csoalliance.platform.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.csoalliance.platform.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeyTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private static SealKey key(String name, String value) {
    return new SealKey(new Settings(Map.of(name, value)::get, variable -> null));
  }

  @Test
  void theKeyIsReadFromTheSettingOrAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
    String id = key("alliance.seal.key", KEY).current().orElseThrow().id();
    assertEquals(16, id.length());
    assertEquals(id, key("alliance.seal.key.file", file.toString()).current().orElseThrow().id());
  }

  @Test
  void withoutAKeyThereIsNone() {
    assertFalse(key("alliance.other", "x").current().isPresent());
  }

  @Test
  void aWrongKeyStopsTheStartAndIsNotRepeated() {
    String message =
        assertThrows(IllegalStateException.class, () -> key("alliance.seal.key", "c2hvcnQ="))
            .getMessage();
    assertFalse(message.contains("c2hvcnQ"));
    assertThrows(IllegalStateException.class, () -> key("alliance.seal.key", "no base64 at all"));
    assertThrows(IllegalStateException.class, () -> key("alliance.seal.key.file", "/nowhere/key"));
  }
}
