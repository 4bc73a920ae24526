package org.csoalliance.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/me", "/incidents?kind=ROBBERY&from=2026-01-01", "/me/security"})
  void followsOwnAddresses(String path) {
    assertEquals(Optional.of(path), LocalPath.of(path));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "me",
        "//evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "/\t/evil.example",
        "/%2Fevil.example",
        "/%5cevil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/sign-in?from=/me",
        "/Sign-Out",
        "/api/v1/incidents",
        "/me\r\nSet-Cookie: a=b",
        "/é"
      })
  void followsNothingElse(String path) {
    assertTrue(LocalPath.of(path).isEmpty());
  }
}
