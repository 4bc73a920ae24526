package org.csoalliance.membership.join;

import java.util.Locale;

/** The pages of an application, in their order. */
public enum Step {
  YOU("You"),
  COMPANY("Company"),
  SHIPS("Ships"),
  PROOFS("Proofs"),
  VOUCHERS("Vouchers"),
  RULES("Rules"),
  CHECK("Check");

  private final String words;

  Step(String words) {
    this.words = words;
  }

  /** As the list of steps calls it. */
  public String words() {
    return words;
  }

  /** Its address below {@code /join}, such as {@code /join/you}. */
  public String address() {
    return "/join/" + name().toLowerCase(Locale.ROOT);
  }
}
