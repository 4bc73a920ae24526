package org.csoalliance.web.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.csoalliance.platform.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lying provider, or somebody between, can try. */
class OidcProviderTest {
  private final Map<String, String> set = new HashMap<>();
  private FakeProvider fake;
  private OidcProvider provider;
  private OidcAttempt attempt;

  @BeforeEach
  void start() throws Exception {
    fake = new FakeProvider();
    set.put("alliance.oidc.issuer", fake.issuer());
    set.put("alliance.oidc.client.id", "alliance");
    set.put("alliance.oidc.client.secret", "a secret of the test");
    set.put("alliance.base.url", "https://alliance.example");
    provider =
        new OidcProvider(new OidcSettings(new Settings(set::get, n -> null)), Clock.systemUTC());
    attempt = provider.attempt("/alerts");
    fake.nonce = attempt.nonce();
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void asksWithStateNonceAndChallengeAndNeverWithTheVerifier() throws Exception {
    String address = provider.authorization(attempt).toString();
    assertTrue(address.startsWith(fake.issuer() + "/authorize?"), address);
    assertTrue(address.contains("state=" + attempt.state()));
    assertTrue(address.contains("nonce=" + attempt.nonce()));
    assertTrue(address.contains("code_challenge_method=S256"));
    assertFalse(address.contains(attempt.verifier()));
    OidcAttempt other = provider.attempt(null);
    assertNotEquals(attempt.state(), other.state());
    assertNotEquals(attempt.nonce(), other.nonce());
  }

  @Test
  void takesAGoodToken() throws Exception {
    OidcProvider.Proved proved = redeem("code-1");
    assertEquals("sub-1", proved.claims().getSubject().getValue());
    assertEquals(attempt.verifier(), fake.lastForm.get("code_verifier"));
    assertTrue(
        provider
            .signOut(proved.text())
            .orElseThrow()
            .toString()
            .startsWith(fake.issuer() + "/end"));
  }

  @Test
  void aCodeCountsOnce() throws Exception {
    redeem("code-1");
    assertThrows(ProviderRefused.class, () -> redeem("code-1"));
  }

  @Test
  void refusesTokensThatWereNotSignedByThePublishedKey() {
    fake.unsigned = true;
    assertThrows(ProviderRefused.class, () -> redeem("none"));
    fake.unsigned = false;
    fake.foreignKey = true;
    assertThrows(ProviderRefused.class, () -> redeem("foreign"));
    fake.foreignKey = false;
    fake.hmac = true;
    assertThrows(ProviderRefused.class, () -> redeem("public key as secret"));
  }

  @Test
  void refusesTokensOfAnotherSignInClientIssuerOrTime() {
    refused(claims -> claims.claim("nonce", "another"));
    refused(claims -> claims.claim("nonce", null));
    refused(claims -> claims.audience("another"));
    refused(claims -> claims.audience(List.of("alliance", "another")));
    refused(claims -> claims.audience(List.of("alliance", "other")).claim("azp", "other"));
    refused(claims -> claims.issuer("https://evil.example"));
    refused(claims -> claims.subject(null));
    refused(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))));
    refused(claims -> claims.expirationTime(null));
  }

  @Test
  void refusesTheAnswerOfAnotherIssuer() {
    assertThrows(
        ProviderRefused.class, () -> provider.redeem(attempt, "c", "https://evil.example"));
    assertThrows(ProviderRefused.class, () -> provider.redeem(attempt, "c", null));
  }

  @Test
  void refusesAnAttemptThatBeganWithAnotherProvider() throws Exception {
    try (FakeProvider evil = new FakeProvider()) {
      set.put("alliance.oidc.issuer", evil.issuer());
      evil.nonce = attempt.nonce();
      assertThrows(ProviderRefused.class, () -> provider.redeem(attempt, "c", evil.issuer()));
    }
  }

  @Test
  void followsNobodyElsewhere() {
    fake.issuerOfMetadata = "https://evil.example";
    assertThrows(ProviderUnreachable.class, () -> provider.authorization(attempt));
    fake.issuerOfMetadata = null;
    fake.redirectOfMetadata = "http://169.254.169.254/latest/meta-data";
    assertThrows(ProviderUnreachable.class, () -> provider.authorization(attempt));
    set.put("alliance.oidc.issuer", "http://provider.example");
    assertThrows(java.util.NoSuchElementException.class, () -> provider.attempt(null));
  }

  @Test
  void aProviderThatIsDownIsSaidSoAndNeverHoldsUpSigningOut() throws Exception {
    fake.close();
    assertThrows(ProviderUnreachable.class, () -> provider.authorization(attempt));
    assertTrue(provider.signOut("x").isEmpty());
  }

  @Test
  void groupsStandInAListAWordOrAnObject() {
    assertEquals(
        Set.of("a", "b"), ProvidedClaims.groups(Map.of("groups", List.of("a", "b")), "groups"));
    assertEquals(Set.of("a"), ProvidedClaims.groups(Map.of("groups", "a"), "groups"));
    assertEquals(
        Set.of("r"),
        ProvidedClaims.groups(
            Map.of("realm_access", Map.of("roles", List.of("r"))), "realm_access.roles"));
    assertEquals(Set.of(), ProvidedClaims.groups(Map.of(), "realm_access.roles"));
  }

  private void refused(UnaryOperator<JWTClaimsSet.Builder> lie) {
    fake.lie = lie;
    assertThrows(ProviderRefused.class, () -> redeem(java.util.UUID.randomUUID().toString()));
  }

  private OidcProvider.Proved redeem(String code) throws Exception {
    return provider.redeem(attempt, code, fake.issuer());
  }
}
