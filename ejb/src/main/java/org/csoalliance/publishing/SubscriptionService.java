package org.csoalliance.publishing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.mail.BulkMail;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.text.PlainText;

/**
 * Bulletins for the public, by double opt-in: an address is asked once, by a mail, and gets nothing
 * until somebody who reads that mail agrees. Whether an address is known shows nowhere. Anyone may
 * call; links are signed.
 */
@Stateless
@PermitAll
public class SubscriptionService {
  /** The use of a link that agrees. */
  static final String CONFIRM = "news-confirm";

  /** The use of a link that stops. */
  static final String STOP = "news-stop";

  @Inject private SubscriberRepository subscribers;
  @Inject private BulkMail bulk;
  @Inject private Clock clock;

  /** Made by the container. */
  public SubscriptionService() {}

  /** For tests. */
  public SubscriptionService(SubscriberRepository subscribers, BulkMail bulk, Clock clock) {
    this.subscribers = subscribers;
    this.bulk = bulk;
    this.clock = clock;
  }

  /**
   * Notes that an address asks for bulletins; one statement, whether it is known or not.
   *
   * @param typed the address as typed, null as nothing
   * @param source where it is asked from, at most 64 characters
   * @throws InvalidException with a sentence for {@code email} when it is no address
   */
  public void ask(String typed, String source) {
    String address = PlainText.line(typed, 320);
    if (!MailAddress.valid(address) || !address.contains(".")) {
      throw new InvalidException("email", "Write a mail address, such as name@company.example.");
    }
    subscribers.ask(address, key(address), PlainText.line(source, 64), clock.instant());
  }

  private static String key(String address) {
    try {
      byte[] plain = address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private Optional<Long> read(String use, String token) {
    return bulk.links()
        .read(use, token)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::valueOf);
  }

  /** Whether a link to agree is one of ours. Changes nothing. */
  public boolean known(String token) {
    return read(CONFIRM, token).flatMap(subscribers::state).isPresent();
  }

  /** Whether a link to stop is one of ours. Changes nothing. */
  public boolean knownStop(String token) {
    return read(STOP, token).flatMap(subscribers::state).isPresent();
  }

  /**
   * Agrees by the link of the mail. Twice is no fault.
   *
   * @return whether bulletins come from now on
   */
  public boolean confirm(String token) {
    return read(CONFIRM, token)
        .map(id -> subscribers.move(id, "ACTIVE", List.of("PENDING", "SUSPENDED"), clock.instant()))
        .orElse(false);
  }

  /** Never writes to the address again. */
  public boolean block(String token) {
    return read(CONFIRM, token)
        .map(
            id ->
                subscribers.move(
                    id,
                    "BLOCKED",
                    List.of("PENDING", "ACTIVE", "SUSPENDED", "STOPPED"),
                    clock.instant()))
        .orElse(false);
  }

  /** Stops by the link of a bulletin (RFC 8058). Twice is no fault. */
  public boolean stop(String token) {
    return read(STOP, token)
        .map(
            id ->
                subscribers.move(
                    id, "STOPPED", List.of("PENDING", "ACTIVE", "SUSPENDED"), clock.instant()))
        .orElse(false);
  }
}
