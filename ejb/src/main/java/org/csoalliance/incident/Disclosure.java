package org.csoalliance.incident;

import org.csoalliance.platform.sharing.Attribution;

/**
 * What a reporter gives away beside the label, and to whom editors may pass it on.
 *
 * @param attribution how the report names its source
 * @param blurNm how far the shown position may be from the true one, in nautical miles, 0 (exact)
 *     to 100; an anonymous report is shown to {@link #ANONYMOUS_NM} at best
 * @param mayPassFlag whether editors may pass it on to the flag State
 * @param mayPassNavy whether editors may pass it on to navies and their reporting centres
 * @param mayPassImb whether editors may pass it on to the Piracy Reporting Centre of the IMB
 */
public record Disclosure(
    Attribution attribution,
    double blurNm,
    boolean mayPassFlag,
    boolean mayPassNavy,
    boolean mayPassImb) {

  /** The least blur of an anonymous report, in nautical miles. */
  public static final double ANONYMOUS_NM = 5;

  /** Without the company, exact, and not to be passed on. */
  public static final Disclosure USUAL =
      new Disclosure(Attribution.COMPANY_HIDDEN, 0, false, false, false);

  /** What comes of it: an anonymous report is blurred, whatever was chosen. */
  Disclosure shown() {
    return attribution == Attribution.ANONYMOUS && blurNm < ANONYMOUS_NM
        ? new Disclosure(attribution, ANONYMOUS_NM, mayPassFlag, mayPassNavy, mayPassImb)
        : this;
  }
}
