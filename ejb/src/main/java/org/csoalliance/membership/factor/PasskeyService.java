package org.csoalliance.membership.factor;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.csoalliance.membership.AccountNotice;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;

/** A person's own passkeys; who may call is as with {@link FactorService}. */
@Stateless
@PermitAll
public class PasskeyService {
  private static final int MOST_LABEL = 100;
  private static final int HANDLE_BYTES = 32;
  private static final int CHALLENGE_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private FactorGuard guard;
  @Inject private PasskeyRepository passkeys;
  @Inject private Passkeys checks;
  @Inject private AccountNotice notice;
  @Inject private Clock clock;

  /**
   * What a browser needs to know to make a passkey.
   *
   * @param userHandle random, the same for all passkeys of the account
   * @param userName the address signed in with
   * @param known ids of passkeys that must not be made twice on one device
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Registration(
      PasskeyCeremony ceremony, byte[] userHandle, String userName, List<byte[]> known) {}

  /** Begins a ceremony: a fresh challenge for a page at that origin. */
  public PasskeyCeremony ceremony(String origin) {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    RANDOM.nextBytes(challenge);
    return new PasskeyCeremony(origin, challenge);
  }

  /**
   * Begins the making of a passkey.
   *
   * @param handleOfNow the handle drawn before in this session, null for none
   */
  public Registration registration(String origin, byte[] handleOfNow) {
    long me = guard.change();
    byte[] fresh = new byte[HANDLE_BYTES];
    RANDOM.nextBytes(fresh);
    return new Registration(
        ceremony(origin),
        passkeys.userHandle(me).orElse(handleOfNow == null ? fresh : handleOfNow),
        notice.address(me),
        passkeys.credentialIds(me));
  }

  /**
   * Keeps a passkey that the browser made.
   *
   * @param answer the browser's, as JSON
   * @param userHandle as it was in the registration
   * @return new recovery codes, which are shown once; empty when the person has some already
   * @throws InvalidException for {@code label}, or for {@code passkey} when it does not hold
   */
  public List<String> add(
      String label, String answer, PasskeyCeremony ceremony, byte[] userHandle) {
    long me = guard.changeAlone();
    String name = label(label);
    Passkeys.Registered made =
        checks
            .registered(answer, ceremony)
            .orElseThrow(
                () ->
                    new InvalidException(
                        "passkey", "The device's answer could not be taken. Try again"));
    if (!passkeys.add(me, name, made, userHandle, clock.instant())) {
      throw new InvalidException("passkey", "This passkey is known already");
    }
    List<String> codes = guard.codesIfNone();
    guard.changed("factor.passkey_added", "The passkey “" + name + "” was added to your account.");
    return codes;
  }

  /**
   * Names a passkey of the caller anew.
   *
   * @throws NotFoundException when the caller has none of that id
   */
  public void rename(long id, String label) {
    if (!passkeys.rename(id, guard.change(), label(label))) {
      throw new NotFoundException("There is no such passkey");
    }
    guard.changed("factor.passkey_renamed", "A passkey of your account has a new name.");
  }

  /**
   * Removes a passkey of the caller; it opens nothing from now on.
   *
   * @throws NotFoundException when the caller has none of that id
   */
  public void remove(long id) {
    long me = guard.changeAlone();
    if (passkeys.list(me).stream().noneMatch(passkey -> passkey.id() == id)) {
      throw new NotFoundException("There is no such passkey");
    }
    guard.keepLast();
    passkeys.remove(id, me);
    guard.changed("factor.passkey_removed", "A passkey was removed from your account.");
  }

  /** The credential ids that an account may answer with at the second step. */
  public List<byte[]> known(long accountId) {
    return passkeys.credentialIds(accountId);
  }

  private static String label(String typed) {
    String label = typed == null ? "" : typed.strip();
    if (label.isEmpty()) {
      throw new InvalidException("label", "Enter a name, such as the device it is on");
    }
    if (label.length() > MOST_LABEL || label.matches("(?s).*[\\p{Cc}\\p{Cf}].*")) {
      throw new InvalidException(
          "label", "Enter a name of 100 characters or fewer, without control characters");
    }
    return label;
  }
}
