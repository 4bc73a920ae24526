package org.csoalliance.web.security;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one Content-Security-Policy of the product. Nothing inline runs; a page with PrimeFaces
 * widgets allows what carries the nonce that PrimeFaces drew, and style attributes, which the
 * widgets write.
 */
final class ContentSecurityPolicy {
  private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/_=-]{1,128})'");

  private static final Pattern TILES =
      Pattern.compile("(https?://)([A-Za-z0-9{][A-Za-z0-9.{}-]*(?::\\d{1,5})?)/.*");

  private ContentSecurityPolicy() {}

  /** The policy of plain pages, files and answers of the interface. */
  static String plain() {
    return policy("", "", "");
  }

  /**
   * The policy of a plain page with a map.
   *
   * @param tiles the address pattern of map tiles, such as {@code
   *     https://{s}.tiles.example/{z}/{x}/{y}.png}; null or of another form: none
   */
  static String plain(String tiles) {
    Matcher matcher = TILES.matcher(tiles == null ? "" : tiles);
    return matcher.matches()
        ? policy("", "", " " + matcher.group(1) + matcher.group(2).replace("{s}", "*"))
        : plain();
  }

  /**
   * The policy of a page with widgets.
   *
   * @param nonce as PrimeFaces drew it, null when it drew none
   */
  static String widgets(String nonce) {
    return policy(
        nonce == null ? "" : " 'nonce-" + nonce + "'", "; style-src-attr 'unsafe-inline'", "");
  }

  /** The policy of files that people uploaded. */
  static String sandboxed() {
    return "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** The nonce in a policy that somebody else wants to set; the rest of it is not taken over. */
  static Optional<String> nonce(String foreignPolicy) {
    Matcher matcher = NONCE.matcher(foreignPolicy == null ? "" : foreignPolicy);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String policy(String script, String style, String images) {
    return "default-src 'none'; script-src 'self'"
        + script
        + "; style-src 'self'"
        + style
        + "; img-src 'self' data:"
        + images
        + "; font-src 'self'; connect-src 'self'; manifest-src 'self';"
        + " object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }
}
