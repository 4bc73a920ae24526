package org.csoalliance.web.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A provider that speaks the protocol, and lies as a test tells it to. */
final class FakeProvider implements AutoCloseable {
  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey foreign;
  private final Set<String> used = new HashSet<>();

  /** What goes into the next token. */
  UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();

  boolean unsigned;
  boolean foreignKey;
  boolean hmac;
  String issuerOfMetadata;
  String redirectOfMetadata;
  String nonce = "";
  Map<String, String> lastForm = Map.of();

  FakeProvider() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    foreign = new RSAKeyGenerator(2048).keyID("one").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::metadata);
    server.createContext("/keys", ex -> answer(ex, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void metadata(HttpExchange exchange) throws IOException {
    if (redirectOfMetadata != null) {
      exchange.getResponseHeaders().set("Location", redirectOfMetadata);
      answer(exchange, 302, "");
      return;
    }
    String issuer = issuerOfMetadata == null ? issuer() : issuerOfMetadata;
    answer(
        exchange,
        200,
        ("{'issuer':'" + issuer + "','authorization_endpoint':'" + issuer() + "/authorize',")
                .replace('\'', '"')
            + ("'token_endpoint':'" + issuer() + "/token','jwks_uri':'" + issuer() + "/keys',")
                .replace('\'', '"')
            + ("'end_session_endpoint':'"
                    + issuer()
                    + "/end','response_types_supported':['code'],"
                    + "'subject_types_supported':['public'],"
                    + "'authorization_response_iss_parameter_supported':true,"
                    + "'id_token_signing_alg_values_supported':['RS256','HS256','none']}")
                .replace('\'', '"'));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form = new HashMap<>();
    for (String pair :
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(
          parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
    }
    lastForm = form;
    if (!used.add(form.get("code"))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    try {
      answer(
          exchange,
          200,
          "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken() + "\"}");
    } catch (Exception failed) {
      throw new IOException(failed);
    }
  }

  private String idToken() throws Exception {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        lie.apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .subject("sub-1")
                    .audience("alliance")
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(300)))
                    .claim("nonce", nonce)
                    .claim("email", "ann@fleet.example")
                    .claim("email_verified", true))
            .build();
    if (unsigned) {
      return new PlainJWT(claims).serialize();
    }
    if (hmac) {
      SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new com.nimbusds.jose.crypto.MACSigner(key.toRSAPublicKey().getEncoded()));
      return jwt.serialize();
    }
    SignedJWT jwt =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
    jwt.sign(new RSASSASigner(foreignKey ? foreign : key));
    return jwt.serialize();
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
