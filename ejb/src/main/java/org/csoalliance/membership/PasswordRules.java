package org.csoalliance.membership;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a new password must be: long, and not one of those tried first. No rule about kinds of
 * characters, as NIST SP 800-63B asks.
 */
final class PasswordRules {
  static final int LEAST = 15;

  /** Words that, repeated or with digits, are the long passwords tried first. */
  private static final List<String> BLOCKED =
      List.of(
          "password",
          "passwort",
          "motdepasse",
          "contraseña",
          "qwertyuiop",
          "qwerty",
          "asdfghjkl",
          "administrator",
          "admin",
          "letmein",
          "welcome",
          "iloveyou",
          "csoalliance",
          "alliance",
          "security",
          "maritime",
          "demonstration",
          "changeme",
          "secret",
          "abcdefghijklmnop");

  private PasswordRules() {}

  /**
   * What is wrong with a password.
   *
   * @param email the address of the account, of which it must not be made
   * @return a sentence, empty when nothing is wrong
   */
  static Optional<String> objection(String password, String email) {
    if (password == null || password.isEmpty()) {
      return Optional.of("Enter a password");
    }
    if (password.codePointCount(0, password.length()) < LEAST) {
      return Optional.of("The password must have 15 characters or more");
    }
    if (password.length() > PasswordHashing.MOST_CHARACTERS) {
      return Optional.of("The password must have 1,000 characters or fewer");
    }
    String rest = password.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    for (String word : BLOCKED) {
      rest = rest.replace(word, "");
    }
    String local = email == null ? "" : Account.emailKey(email).replaceAll("@.*", "");
    String unlike = local.length() < 3 ? rest : rest.replace(local.replaceAll("[^\\p{L}]", ""), "");
    if (unlike.chars().distinct().count() < 5) {
      return Optional.of(
          "That password is easy to guess. Three or four unrelated words are better");
    }
    return Optional.empty();
  }
}
