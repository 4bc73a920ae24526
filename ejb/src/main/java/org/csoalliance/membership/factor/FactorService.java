package org.csoalliance.membership.factor;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.csoalliance.membership.AccountNotice;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.qr.QrCode;

/**
 * A person's own second factors. Each change asks for a fresh proof and is mailed to the person.
 * Everybody signed in may call it, those too whose roles are withheld until they have a factor;
 * that somebody is signed in by a browser is checked here.
 */
@Stateless
@PermitAll
public class FactorService {
  private static final String PURPOSE = "TOTP_SECRET";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private FactorGuard guard;
  @Inject private FactorRepository factors;
  @Inject private SealedFiles sealed;
  @Inject private AccountNotice notice;
  @Inject private Clock clock;

  /** Made by the container. */
  public FactorService() {}

  /** For tests. */
  FactorService(
      FactorGuard guard,
      FactorRepository factors,
      SealedFiles sealed,
      AccountNotice notice,
      Clock clock) {
    this.guard = guard;
    this.factors = factors;
    this.sealed = sealed;
    this.notice = notice;
    this.clock = clock;
  }

  /** What second factors the caller has. */
  public FactorOverview overview() {
    return guard.overview();
  }

  /** Throws unless factors may be changed in this session now, for pages to ask before a form. */
  public void mayChange() {
    guard.change();
  }

  /**
   * Makes the secret of a new authenticator app; it counts once a code of it was given.
   *
   * @throws ConflictException when there is a confirmed one, which must be removed first
   */
  public NewApp beginApp() {
    long me = guard.changeAlone();
    factors
        .app(me)
        .ifPresent(
            old -> {
              if (old.confirmedAt() != null) {
                throw new ConflictException(
                    "You have an authenticator app. Remove it before you set up another one");
              }
              sealed.delete(old.sealedId());
            });
    byte[] secret = new byte[Totp.SECRET_BYTES];
    RANDOM.nextBytes(secret);
    factors.putApp(me, sealed.seal(PURPOSE, secret), clock.instant());
    return shown(secret);
  }

  /**
   * The secret that was made and not confirmed yet, to show it again.
   *
   * @throws NotFoundException when there is none
   */
  public NewApp unconfirmedApp() {
    long me = guard.change();
    return shown(sealed.open(unconfirmed(me).sealedId()));
  }

  /**
   * Takes the first code of a new authenticator app, which counts from now on.
   *
   * @return new recovery codes, which are shown once; empty when the person has some already
   * @throws InvalidException for {@code code} when it is wrong
   * @throws NotFoundException when no app waits for its first code
   */
  public List<String> confirmApp(String code) {
    long me = guard.changeAlone();
    FactorRepository.App app = unconfirmed(me);
    OptionalLong step = Totp.stepOf(sealed.open(app.sealedId()), code, clock.instant());
    if (step.isEmpty() || !factors.takeStep(me, step.getAsLong())) {
      throw new InvalidException(
          "code", "That is not the code of now. Enter the six digits that the app shows");
    }
    factors.confirmApp(me, clock.instant());
    List<String> codes = guard.codesIfNone();
    guard.changed("factor.app_added", "An authenticator app was set up for your account.");
    return codes;
  }

  /**
   * Removes the authenticator app.
   *
   * @throws RefusedException when it is the last factor of somebody who must have one
   */
  public void removeApp() {
    long me = guard.changeAlone();
    FactorRepository.App app =
        factors.app(me).orElseThrow(() -> new NotFoundException("There is no authenticator app"));
    guard.keepLast();
    sealed.delete(app.sealedId());
    factors.removeApp(me);
    guard.changed("factor.app_removed", "The authenticator app was removed from your account.");
  }

  /**
   * Makes ten new recovery codes; the old ones open nothing any more.
   *
   * @return the codes, which are shown once and kept as hashes
   * @throws ConflictException when there is no second factor that they could stand in for
   */
  public List<String> newRecoveryCodes() {
    guard.changeAlone();
    if (!guard.overview().any()) {
      throw new ConflictException("Set up a passkey or an authenticator app first");
    }
    List<String> codes = guard.newCodes();
    guard.changed("factor.codes_made", "New recovery codes were made for your account.");
    return codes;
  }

  private FactorRepository.App unconfirmed(long me) {
    return factors
        .app(me)
        .filter(app -> app.confirmedAt() == null)
        .orElseThrow(() -> new NotFoundException("No authenticator app waits for its first code"));
  }

  private NewApp shown(byte[] secret) {
    String text = Totp.base32(secret);
    String uri =
        "otpauth://totp/CSO%20Alliance:"
            + URLEncoder.encode(notice.address(guard.me()), StandardCharsets.UTF_8)
                .replace("+", "%20")
            + "?secret="
            + text
            + "&issuer=CSO%20Alliance&algorithm=SHA1&digits=6&period=30";
    return new NewApp(text.replaceAll("(.{4})(?=.)", "$1 "), uri, QrCode.of(uri));
  }
}
