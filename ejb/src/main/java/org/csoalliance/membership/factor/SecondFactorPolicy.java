package org.csoalliance.membership.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;

/**
 * Who must prove a second factor. {@code alliance.second.factor} is {@code staff} unless set: a
 * session of staff that proved none holds none of the staff's roles. {@code all} asks everybody,
 * {@code none} nobody. A demonstration asks nobody unless told to, because its password is public
 * and protects nothing.
 */
@ApplicationScoped
public class SecondFactorPolicy {
  /** The roles that decide about other people's data. */
  private static final Set<Role> STAFF =
      Set.copyOf(
          EnumSet.of(
              Role.EDITOR,
              Role.VETTING_OFFICER,
              Role.ORGANISER,
              Role.AUTHORITY,
              Role.AUDITOR,
              Role.ADMINISTRATOR));

  @Inject private Settings settings;

  /** Made by the container. */
  public SecondFactorPolicy() {}

  /** For tests. */
  public SecondFactorPolicy(Settings settings) {
    this.settings = settings;
  }

  /** The roles that need a second factor. */
  private Set<Role> guarded() {
    String wanted =
        settings
            .text("alliance.second.factor")
            .map(text -> text.toLowerCase(Locale.ROOT))
            .orElse(settings.demo() ? "none" : "staff");
    return switch (wanted) {
      case "none" -> Set.of();
      case "all" -> EnumSet.allOf(Role.class);
      default -> STAFF; // what is mistyped must not open anything
    };
  }

  /** Whether somebody with these roles must have a second factor. */
  public boolean requires(Set<Role> roles) {
    Set<Role> guarded = guarded();
    return roles.stream().anyMatch(guarded::contains);
  }

  /** The person with the roles alone that count without a second factor. */
  public Reader limit(Reader reader) {
    Set<Role> guarded = guarded();
    return reader.with(
        reader.roles().stream()
            .filter(role -> !guarded.contains(role))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
