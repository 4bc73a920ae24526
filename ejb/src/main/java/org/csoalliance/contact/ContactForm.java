package org.csoalliance.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.security.SignedLink;

/**
 * The signed mark of a form that was handed out: when, and which one. A machine that posts without
 * asking for the form has none; one that posts within three seconds has not read it; and a form
 * that is sent twice is one message.
 *
 * @param key of this form alone
 */
record ContactForm(Instant at, String key) {
  private static final String USE = "contact-form";
  private static final Duration READING = Duration.ofSeconds(3);
  private static final Duration VALID = Duration.ofDays(2);

  /** A fresh one. */
  static String make(SignedLink links, Instant now) {
    return links.of(USE, now.getEpochSecond() + ":" + UUID.randomUUID());
  }

  /** Reads the mark; empty when it is none of ours. */
  static Optional<ContactForm> read(SignedLink links, String token) {
    return links
        .read(USE, token)
        .map(text -> text.split(":", 2))
        .filter(parts -> parts.length == 2 && parts[0].matches("[0-9]{1,12}"))
        .map(parts -> new ContactForm(Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1]));
  }

  boolean tooSoon(Instant now) {
    return now.isBefore(at.plus(READING));
  }

  boolean tooOld(Instant now) {
    return now.isAfter(at.plus(VALID));
  }
}
