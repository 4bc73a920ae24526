package org.csoalliance.it.harness;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A program at the REST interface. */
public final class Api {
  private static final Http HTTP = new Http(null);

  private final URI base;
  private final String token;

  private Api(URI base, String token) {
    this.base = base.resolve("/api/v1/");
    this.token = token;
  }

  /** With the token of a demonstration sign-in, such as {@code member}. */
  public static Api as(URI base, String who) {
    return new Api(base, "demo-" + who);
  }

  /** With a token of any person. */
  public static Api with(URI base, String token) {
    return new Api(base, token);
  }

  /** Without a token. */
  public static Api visitor(URI base) {
    return new Api(base, null);
  }

  /** GET of a path below {@code /api/v1/}. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  /** POST of JSON. */
  public HttpResponse<String> post(String path, String json, String... headers) {
    return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** POST of any body; headers as name, value, name, value. */
  public HttpResponse<String> post(String path, String type, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request);
  }
}
