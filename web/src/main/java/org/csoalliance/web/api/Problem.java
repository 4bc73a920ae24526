package org.csoalliance.web.api;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem document (RFC 9457). The type is about:blank: the title is the status in words, and the
 * detail says what is wrong and how to mend it.
 *
 * @param status the HTTP status, 400 to 599
 * @param detail one or more sentences for whoever reads the program's log
 * @param instance the reference of a fault as an URI, null unless it was our fault
 * @param errors sentences by field or parameter, never null
 */
record Problem(int status, String detail, String instance, Map<String, String> errors) {
  /** The media type of a problem document. */
  static final String TYPE = "application/problem+json";

  Problem {
    errors = new LinkedHashMap<>(errors);
  }

  /** A problem without fields. */
  static Problem of(int status, String detail) {
    return new Problem(status, detail, null, Map.of());
  }

  /** Wrong fields or parameters, a sentence for each. */
  static Problem invalid(Map<String, String> errors) {
    return new Problem(400, String.join(" ", errors.values()), null, errors);
  }

  /** The same, to be thrown. */
  ProblemException thrown() {
    return new ProblemException(this);
  }

  /** The document. */
  byte[] json() {
    return JsonText.bytes(
        json -> {
          json.writeStartObject();
          json.write("type", "about:blank");
          json.write("title", title(status));
          json.write("status", status);
          JsonText.text(json, "detail", detail);
          JsonText.text(json, "instance", instance);
          if (!errors.isEmpty()) {
            json.writeStartArray("errors");
            errors.forEach(
                (field, sentence) -> {
                  json.writeStartObject();
                  json.write("field", field);
                  json.write("detail", sentence);
                  json.writeEnd();
                });
            json.writeEnd();
          }
          json.writeEnd();
        });
  }

  /** The answer. */
  Response response() {
    Response.ResponseBuilder answer = Response.status(status).type(TYPE).entity(json());
    if (status == 401) {
      answer.header("WWW-Authenticate", "Bearer realm=\"CSO Alliance\"");
    }
    return answer.build();
  }

  /** Writes it as the answer of a servlet. */
  void write(HttpServletResponse response) throws IOException {
    byte[] body = json();
    response.setStatus(status);
    response.setContentType(TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> status < 500 ? "Request Refused" : "Internal Server Error";
    };
  }
}
