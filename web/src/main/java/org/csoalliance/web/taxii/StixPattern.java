package org.csoalliance.web.taxii;

import java.util.Locale;
import java.util.Optional;
import org.csoalliance.incident.indicator.Indicator;

/** An indicator as a pattern of STIX 2.1 (part 9): one comparison, the value quoted. */
final class StixPattern {
  private StixPattern() {}

  /** The pattern; empty when the value is none of its type, and a pattern would never match. */
  static Optional<String> of(Indicator indicator) {
    String value = indicator.value();
    return switch (indicator.type()) {
      case IP -> ip(value);
      case DOMAIN -> comparison("domain-name:value", value.toLowerCase(Locale.ROOT));
      case URL -> comparison("url:value", value);
      case EMAIL -> comparison("email-addr:value", value);
      case FILE -> comparison("file:name", value);
      case HASH -> hash(value.toLowerCase(Locale.ROOT));
    };
  }

  private static Optional<String> ip(String value) {
    if (value.matches("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?:/(?:[0-9]|[12][0-9]|3[0-2]))?")) {
      for (String part : value.split("/")[0].split("\\.")) {
        if (Integer.parseInt(part) > 255) {
          return Optional.empty();
        }
      }
      return comparison("ipv4-addr:value", value);
    }
    return value.contains(":") && value.matches("[0-9A-Fa-f:.]{2,45}(?:/[0-9]{1,3})?")
        ? comparison("ipv6-addr:value", value.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static Optional<String> hash(String value) {
    if (!value.matches("[0-9a-f]+")) {
      return Optional.empty();
    }
    return switch (value.length()) {
      case 32 -> comparison("file:hashes.MD5", value);
      case 40 -> comparison("file:hashes.'SHA-1'", value);
      case 64 -> comparison("file:hashes.'SHA-256'", value);
      case 128 -> comparison("file:hashes.'SHA-512'", value);
      default -> Optional.empty();
    };
  }

  private static Optional<String> comparison(String path, String value) {
    return Optional.of(
        "[" + path + " = '" + value.replace("\\", "\\\\").replace("'", "\\'") + "']");
  }
}
