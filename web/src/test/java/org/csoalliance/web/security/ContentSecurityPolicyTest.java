package org.csoalliance.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentSecurityPolicyTest {
  @Test
  void plainPagesAllowNothingInline() {
    String policy = ContentSecurityPolicy.plain();
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
    assertFalse(policy.contains("unsafe"));
    assertFalse(policy.contains("nonce"));
  }

  @Test
  void takesTheNonceOfPrimeFacesAndNothingElse() {
    String foreign = "script-src 'self' 'unsafe-eval' 'nonce-YWJj=='; img-src *";
    assertEquals(Optional.of("YWJj=="), ContentSecurityPolicy.nonce(foreign));
    String policy = ContentSecurityPolicy.widgets("YWJj==");
    assertTrue(policy.contains("script-src 'self' 'nonce-YWJj==';"));
    assertTrue(policy.contains("style-src-attr 'unsafe-inline'"));
    assertFalse(policy.contains("unsafe-eval"));
    assertFalse(policy.contains("img-src *"));
  }

  @Test
  void aNonceThatCouldBreakOutIsNone() {
    assertEquals(Optional.empty(), ContentSecurityPolicy.nonce("script-src 'nonce-a; *'"));
    assertEquals(Optional.empty(), ContentSecurityPolicy.nonce(null));
  }

  @Test
  void tilesAllowTheirOwnOriginAndNoOther() {
    String policy = ContentSecurityPolicy.plain("https://{s}.tiles.example/{z}/{x}/{y}.png");
    assertTrue(policy.contains("img-src 'self' data: https://*.tiles.example;"), policy);
    for (String wrong :
        new String[] {"javascript:alert(1)", "https://x; script-src */", "*", null}) {
      assertEquals(ContentSecurityPolicy.plain(), ContentSecurityPolicy.plain(wrong));
    }
  }
}
