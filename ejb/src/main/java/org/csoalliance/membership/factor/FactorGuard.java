package org.csoalliance.membership.factor;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.csoalliance.membership.AccountNotice;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.security.StepUpRequiredException;

/** What every change of a person's own second factors has in common. */
@Dependent
public class FactorGuard {
  /** How many recovery codes there are. */
  static final int CODES = 10;

  private static final String CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int CODE_LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FactorRepository factors;
  private SecondFactorPolicy policy;
  private StepUp stepUp;
  private AccountNotice notice;
  private AuditLog audit;
  private CallerContext caller;
  private Clock clock;

  /** For CDI. */
  protected FactorGuard() {}

  /** Guards the factors in the given repositories. */
  @Inject
  @SuppressWarnings("TooManyParameters")
  public FactorGuard(
      FactorRepository factors,
      SecondFactorPolicy policy,
      AccountNotice notice,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.factors = factors;
    this.policy = policy;
    this.stepUp = new StepUp(caller, clock);
    this.notice = notice;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The caller's account, who must be signed in by a browser. */
  long me() {
    return caller.ownAccount();
  }

  FactorOverview overview() {
    return factors.overview(me(), clock.instant(), policy::requires);
  }

  /**
   * Lets a change pass: after a fresh proof, and in a session that proved a second factor if there
   * is one, so that a session from before it was set up cannot take it away.
   *
   * @return the caller's account
   */
  long change() {
    long me = me();
    stepUp.require();
    if (!caller.strong() && overview().any()) {
      throw new StepUpRequiredException(
          "Confirm with your passkey or a code before you change how you sign in");
    }
    return me;
  }

  /** As {@link #change}, and no other change of this account's factors runs beside it. */
  long changeAlone() {
    long me = change();
    factors.lock(me);
    return me;
  }

  /** Throws when somebody who must have a second factor is about to lose the last one. */
  void keepLast() {
    FactorOverview all = overview();
    if (all.required() && all.count() <= 1) {
      throw new RefusedException(
          "Your role asks for a second factor. Set up another one before you remove this one");
    }
  }

  /** Tells the person and the audit log; last in the transaction. */
  void changed(String action, String sentence) {
    notice.factorChanged(caller.reader().accountId(), sentence);
    audit.record(caller.reader(), action, "account", caller.reader().name(), "");
  }

  /** Makes recovery codes unless some are left. */
  List<String> codesIfNone() {
    return factors.recoveryCodesLeft(me()) > 0 ? List.of() : newCodes();
  }

  /** Makes recovery codes in the place of all that there were. */
  List<String> newCodes() {
    List<String> codes = new ArrayList<>();
    List<byte[]> hashes = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      StringBuilder code = new StringBuilder();
      for (int c = 0; c < CODE_LENGTH; c++) {
        if (c > 0 && c % 4 == 0) {
          code.append('-');
        }
        code.append(CODE_LETTERS.charAt(RANDOM.nextInt(CODE_LETTERS.length())));
      }
      codes.add(code.toString());
      hashes.add(hashOf(code.toString()));
    }
    factors.putRecoveryCodes(me(), hashes);
    return codes;
  }

  /** Blanks, hyphens and capitals do not count. */
  static byte[] hashOf(String code) {
    return Sha256.of(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
  }
}
