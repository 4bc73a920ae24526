package org.csoalliance.membership.legal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that stands in versions. A new version is a new file in {@code legal/} and a word at the
 * end of the list here; everybody with an account is then asked again. Earlier files never change.
 */
public enum LegalDocument {
  PRIVACY("Privacy notice", true, "2026-11"),
  TERMS("Terms of use", true, "2026-11"),
  CONDUCT("Code of conduct", true, "2026-11"),
  ACCESSIBILITY("Accessibility", false, "2026-11");

  private final String words;
  private final boolean asked;
  private final List<String> versions;

  LegalDocument(String words, boolean asked, String... versions) {
    this.words = words;
    this.asked = asked;
    this.versions = List.of(versions);
  }

  /** Its name for people. */
  public String words() {
    return words;
  }

  /** Whether people with an account are asked to accept it. */
  public boolean asked() {
    return asked;
  }

  /** Every version, the oldest first. */
  public List<String> versions() {
    return versions;
  }

  /** The version of now. */
  public String current() {
    return versions.get(versions.size() - 1);
  }

  /** As it stands in an address, such as {@code privacy}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The document of an address; empty for what is none, and for null. */
  public static Optional<LegalDocument> of(String slug) {
    return Arrays.stream(values()).filter(each -> each.slug().equals(slug)).findFirst();
  }
}
