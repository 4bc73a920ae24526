package org.csoalliance.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of this deployment. A setting {@code alliance.some.name} is read from the system
 * property of that name, else from the environment variable {@code ALLIANCE_SOME_NAME}, else the
 * default holds. config/README.md lists them for administrators.
 */
@ApplicationScoped
public class Settings {
  /** The source of what nobody has set. */
  static final String DEFAULT = "Default";

  private static final int MOST_IDLE_MINUTES = 480;

  private final Function<String, String> properties;
  private final Function<String, String> environment;

  /** Reads the system properties and the environment of this process. */
  public Settings() {
    this(System::getProperty, System::getenv);
  }

  /** For tests: reads from the given sources; a source answers null for what it does not know. */
  public Settings(Function<String, String> properties, Function<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /** Whether the demonstration data and its banner are wanted; false unless set. */
  public boolean demo() {
    return text("alliance.demo").map(Boolean::parseBoolean).orElse(false);
  }

  /** The address people reach the platform under, without a slash at the end; for mails. */
  public String baseUrl() {
    String url = text("alliance.base.url").orElse("http://localhost:8080");
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The sender of mails. */
  public String mailFrom() {
    return text("alliance.mail.from").orElse("alerts@alliance.example");
  }

  /** Where visitors write to. */
  public String contactMail() {
    return text("alliance.contact.mail").orElse("office@alliance.example");
  }

  /** The duty editor's telephone, shown in the footer; a number reserved for fiction by default. */
  public String contactTelephone() {
    return text("alliance.contact.telephone").orElse("+44 20 7946 0102");
  }

  /** {@code alliance.session.hours}: a session is over after this, however busy; 12 unless set. */
  public Duration sessionLifetime() {
    return Duration.ofHours(number("alliance.session.hours", 12, 1, 24));
  }

  /** {@code alliance.session.idle.minutes}: a session is over after this without a request; 30. */
  public Duration sessionIdle() {
    return Duration.ofMinutes(number("alliance.session.idle.minutes", 30, 1, MOST_IDLE_MINUTES));
  }

  /**
   * A setting as text.
   *
   * @param name such as {@code alliance.base.url}
   * @return what was set, stripped; empty when unset or blank
   */
  public Optional<String> text(String name) {
    String value = properties.apply(name);
    if (value == null || value.isBlank()) {
      value = environment.apply(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Where a setting comes from, in words. */
  public String source(String name) {
    String property = properties.apply(name);
    if (property != null && !property.isBlank()) {
      return "System property";
    }
    String variable = environment.apply(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    return variable != null && !variable.isBlank() ? "Environment" : DEFAULT;
  }

  /**
   * A setting as a whole number.
   *
   * @throws IllegalStateException when what was set is not a whole number between the bounds
   */
  public int number(String name, int byDefault, int least, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return byDefault;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      // told below, with the bounds
    }
    throw new IllegalStateException(
        name + " must be a whole number from " + least + " to " + most + ", not " + text.get());
  }
}
