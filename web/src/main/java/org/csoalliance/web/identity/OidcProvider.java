package org.csoalliance.web.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.membership.identity.IdentitySettings;

/**
 * The deployment's OpenID provider. Only the issuer of the setting is ever asked, over TLS unless
 * it is this machine, without following redirects, with time limits; what it says of itself is kept
 * for an hour.
 */
@ApplicationScoped
public class OidcProvider {
  /** A token that was checked, and its text for signing out over there. */
  record Proved(IDTokenClaimsSet claims, String text) {}

  private record Known(
      String issuer, OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {}

  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 5_000;
  private static final int MOST_BYTES = 500_000;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  @Inject private OidcSettings settings;
  @Inject private Clock clock;
  private volatile Known known;

  /** Made by the container. */
  public OidcProvider() {}

  /** For tests. */
  OidcProvider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** A fresh attempt: state, nonce and PKCE secret of 256 bits each. */
  OidcAttempt attempt(String from) {
    return new OidcAttempt(
        settings.issuer().orElseThrow(),
        new State(32).getValue(),
        new Nonce(32).getValue(),
        new CodeVerifier().getValue(),
        from,
        clock.instant());
  }

  /**
   * The address of the provider that a browser is sent to.
   *
   * @throws ProviderUnreachable when the provider does not answer
   */
  URI authorization(OidcAttempt attempt) throws ProviderUnreachable {
    return new AuthenticationRequest.Builder(
            new ResponseType(ResponseType.Value.CODE),
            Scope.parse(settings.scopes()),
            new ClientID(settings.clientId()),
            settings.callback())
        .endpointURI(provider().metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Trades a code for a token and checks it: issuer, audience, authorised party, signature by a
   * published key, times and nonce.
   *
   * @param code as it came back
   * @param issuer as it came back beside the code (RFC 9207), null when it did not
   */
  Proved redeem(OidcAttempt attempt, String code, String issuer)
      throws ProviderUnreachable, ProviderRefused {
    Known provider = provider();
    if (!attempt.issuer().equals(provider.issuer())) {
      throw new ProviderRefused("The provider was changed while this sign-in was under way");
    }
    boolean told = provider.metadata().supportsAuthorizationResponseIssuerParam();
    if ((told && issuer == null) || (issuer != null && !issuer.equals(provider.issuer()))) {
      throw new ProviderRefused("The answer is of another issuer: " + issuer);
    }
    JWT token = trade(provider, attempt, code);
    return new Proved(check(provider, token, attempt.nonce()), token.getParsedString());
  }

  /**
   * The address that ends the session over there too; empty where the provider has none, or nothing
   * is known of it at the moment: signing out here never waits for it.
   */
  Optional<URI> signOut(String token) {
    Known now = known;
    if (now == null || now.metadata().getEndSessionEndpointURI() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LogoutRequest(
                  now.metadata().getEndSessionEndpointURI(),
                  JWTParser.parse(token),
                  settings.home(),
                  null)
              .toURI());
    } catch (java.text.ParseException wrong) {
      return Optional.empty();
    }
  }

  private JWT trade(Known provider, OidcAttempt attempt, String code)
      throws ProviderUnreachable, ProviderRefused {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), settings.callback(), new CodeVerifier(attempt.verifier()));
    URI endpoint = provider.metadata().getTokenEndpointURI();
    ClientID client = new ClientID(settings.clientId());
    TokenRequest request =
        settings
            .secret()
            .map(
                secret ->
                    new TokenRequest(endpoint, authentication(provider, client, secret), grant))
            .orElseGet(() -> new TokenRequest(endpoint, client, grant));
    HTTPRequest http = request.toHTTPRequest();
    limit(http);
    TokenResponse response;
    try {
      response = OIDCTokenResponseParser.parse(http.send());
    } catch (IOException silent) {
      throw new ProviderUnreachable("The provider's token address does not answer", silent);
    } catch (ParseException wrong) {
      throw new ProviderRefused("The provider's answer to a code cannot be read", wrong);
    }
    if (!response.indicatesSuccess()) {
      throw new ProviderRefused(
          "The provider refused the code: " + response.toErrorResponse().getErrorObject());
    }
    JWT token = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
    if (!(token instanceof SignedJWT)) {
      throw new ProviderRefused("The provider's token is missing or not signed");
    }
    return token;
  }

  private static ClientAuthentication authentication(
      Known provider, ClientID client, String secret) {
    var methods = provider.metadata().getTokenEndpointAuthMethods();
    boolean post =
        methods != null
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return post
        ? new ClientSecretPost(client, new Secret(secret))
        : new ClientSecretBasic(client, new Secret(secret));
  }

  private IDTokenClaimsSet check(Known provider, JWT token, String nonce)
      throws ProviderRefused, ProviderUnreachable {
    Set<JWSAlgorithm> algorithms = new HashSet<>(SIGNATURES);
    if (provider.metadata().getIDTokenJWSAlgs() != null) {
      algorithms.retainAll(provider.metadata().getIDTokenJWSAlgs());
    }
    try {
      IDTokenValidator validator =
          new IDTokenValidator(
              new Issuer(provider.issuer()),
              new ClientID(settings.clientId()),
              new JWSVerificationKeySelector<>(algorithms, provider.keys()),
              null);
      IDTokenClaimsSet claims = validator.validate(token, new Nonce(nonce));
      // the library leaves the asking party to us (OpenID Connect Core 3.1.3.7, 4 and 5)
      AuthorizedParty asked = claims.getAuthorizedParty();
      if (asked == null
          ? claims.getAudience().size() > 1
          : !asked.getValue().equals(settings.clientId())) {
        throw new ProviderRefused("The provider's token was asked for by another: " + asked);
      }
      return claims;
    } catch (RemoteKeySourceException silent) {
      throw new ProviderUnreachable("The provider's keys cannot be read", silent);
    } catch (BadJOSEException | JOSEException | IllegalArgumentException forged) {
      if (forged.getCause() instanceof KeySourceException silent) {
        throw new ProviderUnreachable("The provider's keys cannot be read", silent);
      }
      throw new ProviderRefused(
          "The provider's token does not hold: " + forged.getMessage(), forged);
    }
  }

  private Known provider() throws ProviderUnreachable {
    String issuer = settings.issuer().orElseThrow();
    Known now = known;
    Instant instant = clock.instant();
    if (now != null && now.issuer().equals(issuer) && instant.isBefore(now.at().plus(KEPT))) {
      return now;
    }
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(new Issuer(issuer), OidcProvider::limit);
      requireSafe("authorization_endpoint", metadata.getAuthorizationEndpointURI());
      requireSafe("token_endpoint", metadata.getTokenEndpointURI());
      requireSafe("jwks_uri", metadata.getJWKSetURI());
      if (metadata.getEndSessionEndpointURI() != null) {
        requireSafe("end_session_endpoint", metadata.getEndSessionEndpointURI());
      }
      // no refresh ahead: it would keep a thread of its own after a redeployment
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
              .refreshAheadCache(false)
              .retrying(true)
              .build();
      known = new Known(issuer, metadata, keys, instant);
      return known;
    } catch (IOException | GeneralException | IllegalStateException silent) {
      throw new ProviderUnreachable("The provider does not tell about itself: " + issuer, silent);
    }
  }

  private static void requireSafe(String what, URI endpoint) {
    if (endpoint == null) {
      throw new IllegalStateException("The provider has no " + what);
    }
    IdentitySettings.requireSafe("The provider's " + what, endpoint.toString(), "https");
  }

  private static void limit(HTTPRequest request) {
    request.setConnectTimeout(CONNECT_MILLIS);
    request.setReadTimeout(READ_MILLIS);
    request.setFollowRedirects(false);
  }
}
