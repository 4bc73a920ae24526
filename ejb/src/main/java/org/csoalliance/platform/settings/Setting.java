package org.csoalliance.platform.settings;

/**
 * A setting that this product knows.
 *
 * @param name such as {@code alliance.base.url}
 * @param byDefault what holds when nothing is set, in words; empty for nothing
 * @param secret whether its value is shown to nobody
 * @param meaning what it does, in one sentence
 */
public record Setting(String name, String byDefault, boolean secret, String meaning) {
  static Setting of(String name, String byDefault, String meaning) {
    return new Setting(name, byDefault, false, meaning);
  }

  static Setting secret(String name, String meaning) {
    return new Setting(name, "", true, meaning);
  }
}
