package org.csoalliance.web.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Answers 304 to whoever has the bytes already. The tag is made of the bytes, so it differs where
 * two readers see different things.
 */
final class Conditional {
  private Conditional() {}

  /** 200 with the body and its tag, or 304. */
  static Response answer(Request request, String type, byte[] body) {
    EntityTag tag = new EntityTag(digest(body));
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    if (known != null) {
      return known.tag(tag).build();
    }
    return Response.ok(body, type).tag(tag).build();
  }

  private static String digest(byte[] body) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha, 16));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
