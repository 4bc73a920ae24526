package org.csoalliance.platform.gather;

/**
 * What became of one among several: a value, or why not.
 *
 * @param refused null where there is a value
 */
public record Outcome<R>(R value, RuntimeException refused) {
  /** It was done. */
  public static <R> Outcome<R> of(R value) {
    return new Outcome<>(value, null);
  }

  /** It was not. */
  public static <R> Outcome<R> refused(RuntimeException why) {
    return new Outcome<>(null, why);
  }

  /** The value; throws why there is none. */
  public R get() {
    if (refused != null) {
      throw refused;
    }
    return value;
  }
}
