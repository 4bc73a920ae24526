package org.csoalliance.membership;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new password must be: long, and not one of those tried first. No rule about kinds of
 * characters and none about age, as NIST SP 800-63B-4 asks (section 3.1.1.2): 15 characters where
 * the password is all there is, 8 where a second factor stands beside it.
 */
final class PasswordRules {
  /** Where the password is all there is. */
  static final int LEAST = 15;

  /** Beside a second factor. */
  static final int LEAST_WITH_FACTOR = 8;

  /** A name of fewer letters would take too much out of a good password. */
  private static final int LEAST_WORD = 3;

  /** What is left beside blocked words must have so many different letters. */
  private static final int LEAST_LETTERS = 5;

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
          "officer",
          "maritime",
          "shipping",
          "company",
          "demonstration",
          "changeme",
          "secret",
          "abcdefghijklmnop");

  private PasswordRules() {}

  /** The common passwords, read at the first use. */
  private static final class Common {
    static final Set<String> PASSWORDS = read();

    private static Set<String> read() {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  PasswordRules.class.getResourceAsStream("common-passwords.txt"),
                  StandardCharsets.UTF_8))) {
        return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /**
   * What is wrong with a password that is all there is.
   *
   * @param context as {@link #context} gives it
   * @return a sentence, empty when nothing is wrong
   */
  static Optional<String> objection(String password, Collection<String> context) {
    return objection(password, context, false);
  }

  /**
   * What somebody who knows a person tries first.
   *
   * @param email both parts count, without the last label of the domain; null as nothing
   * @param names of the person and the company; nulls are left out
   */
  static List<String> context(String email, String... names) {
    List<String> context = new ArrayList<>();
    context.add(email == null ? "" : email.strip().replaceAll("\\.[^.@]*$", ""));
    Arrays.stream(names).filter(Objects::nonNull).forEach(context::add);
    return context;
  }

  /**
   * What is wrong with a password.
   *
   * @param context the person's and the company's names and the like, of which it must not be made
   * @param secondFactor whether a second factor stands beside it
   * @return a sentence, empty when nothing is wrong
   */
  static Optional<String> objection(
      String password, Collection<String> context, boolean secondFactor) {
    if (password == null || password.isEmpty()) {
      return Optional.of("Enter a password");
    }
    int least = secondFactor ? LEAST_WITH_FACTOR : LEAST;
    if (password.codePointCount(0, password.length()) < least) {
      return Optional.of("The password must have " + least + " characters or more");
    }
    if (password.length() > PasswordHashing.MOST_CHARACTERS) {
      return Optional.of("The password must have 1,000 characters or fewer");
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (Common.PASSWORDS.contains(lower) || isMadeOf(lower, context)) {
      return Optional.of(
          "That password is easy to guess. Three or four unrelated words are better");
    }
    return Optional.empty();
  }

  /** Whether little is left of it without blocked words, digits and signs. */
  private static boolean isMadeOf(String lower, Collection<String> context) {
    if (lower.chars().distinct().count() < LEAST_LETTERS || isRun(lower)) {
      return true;
    }
    String letters = letters(lower);
    String rest = letters;
    for (String word : BLOCKED) {
      rest = rest.replace(word, "");
    }
    for (String given : context) {
      for (String word : words(given)) {
        rest = rest.replace(word, "");
      }
    }
    boolean longEnough = lower.length() >= LEAST;
    // a short password may be digits for the most part; only what was taken out speaks against it
    return longEnough || !rest.equals(letters)
        ? rest.chars().distinct().count() < LEAST_LETTERS
        : false;
  }

  /** Such as abcdefgh and 98765432. */
  private static boolean isRun(String text) {
    for (int i = 2; i < text.length(); i++) {
      int step = text.charAt(i) - text.charAt(i - 1);
      if (Math.abs(step) > 1 || step != text.charAt(1) - text.charAt(0)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(String given) {
    if (given == null) {
      return List.of();
    }
    String lower = given.toLowerCase(Locale.ROOT);
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(letters(lower)), Arrays.stream(lower.split("[^\\p{L}]+")))
        .filter(word -> word.length() >= LEAST_WORD)
        .toList();
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}]", "");
  }
}
