package org.csoalliance.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class RedirectTest {
  @Test
  void ownAddressesLoseSchemeAndHost() {
    assertEquals("/me?a=b", Redirect.path("http://alliance.example/me?a=b", "alliance.example"));
    assertEquals("/me", Redirect.path("HTTPS://Alliance.Example/me", "alliance.example"));
    assertEquals("/", Redirect.path("http://localhost:8080/", "localhost:8080"));
  }

  @Test
  void allOthersStay() {
    for (String other :
        new String[] {
          "/me",
          "join",
          "https://sso.example/realm?x=http://alliance.example/",
          "http://alliance.example.evil/me",
          "http://alliance.example:81/me",
          "http://alliance.example"
        }) {
      assertEquals(other, Redirect.path(other, "alliance.example"));
    }
    assertEquals("http://a/me", Redirect.path("http://a/me", null));
    assertNull(Redirect.path(null, "a"));
  }
}
