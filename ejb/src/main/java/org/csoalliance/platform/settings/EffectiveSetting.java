package org.csoalliance.platform.settings;

/**
 * What holds for a setting now.
 *
 * @param value the effective value; of a secret only that it is set; empty for nothing
 * @param source where it comes from, in words
 */
public record EffectiveSetting(Setting setting, String value, String source) {
  /** Whether the deployment says something other than the default. */
  public boolean set() {
    return !source.equals(Settings.DEFAULT);
  }
}
