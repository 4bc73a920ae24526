package org.csoalliance.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/report",
        "/alerts",
        "/me/fleet",
        "/me/fleet/add",
        "/me/companys",
        "/me/profile",
        "/me/attestation",
        "/api/v1/incidents",
        "/groups/cruise",
        "/REPORT",
        "/"
      })
  void changesAreRefusedAndReadingIsNot(String path) {
    for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH", "post"}) {
      assertTrue(ReadOnlyFilter.refuses(true, method, path), method + " " + path);
      assertFalse(ReadOnlyFilter.refuses(false, method, path), method + " " + path);
    }
    for (String method : new String[] {"GET", "HEAD", "OPTIONS"}) {
      assertFalse(ReadOnlyFilter.refuses(true, method, path), method + " " + path);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me/attest",
        "/me/company",
        "/me/security",
        "/me/security/factors",
        "/me/data",
        "/sign-in/confirm",
        "/sign-in",
        "/sign-out"
      })
  void whatIsNeededStaysOpen(String path) {
    assertEquals(false, ReadOnlyFilter.refuses(true, "POST", path));
  }
}
