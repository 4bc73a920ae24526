package org.csoalliance.web.taxii;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What a TAXII server says when it does not answer (TAXII 2.1, 3.6.1). */
final class TaxiiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;

  TaxiiError(int status, String title, String description) {
    super(description, null, false, false);
    this.status = status;
    this.title = title;
  }

  static TaxiiError signIn() {
    return new TaxiiError(
        401,
        "Sign in",
        "Send a personal access token with the scope read: as \"Authorization: Bearer …\", or as"
            + " the password of basic authentication.");
  }

  static TaxiiError notFound() {
    return new TaxiiError(404, "Not found", "There is no such thing, or you may not read it.");
  }

  static TaxiiError bad(String description) {
    return new TaxiiError(400, "Bad request", description);
  }

  int status() {
    return status;
  }

  JsonObject json() {
    return Json.createObjectBuilder()
        .add("title", title)
        .add("description", getMessage())
        .add("http_status", String.valueOf(status))
        .build();
  }
}
