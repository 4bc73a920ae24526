package org.csoalliance.membership.join;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.csoalliance.membership.LinkCode;
import org.csoalliance.platform.settings.Settings;

/**
 * Makes the links that open an application, for mails to its applicant alone. Each holds for 14
 * days; older ones go on holding.
 */
@Dependent
public class ApplicationLinks {
  /** How long a link opens. */
  static final Duration VALID = Duration.ofDays(14);

  private JoinRepository links;
  private Settings settings;
  private Clock clock;

  /** For CDI. */
  protected ApplicationLinks() {}

  /** Keeps them in the given repository. */
  @Inject
  public ApplicationLinks(JoinRepository links, Settings settings, Clock clock) {
    this.links = links;
    this.settings = settings;
    this.clock = clock;
  }

  /** A new link to an application, in the caller's transaction. */
  public String issue(Application application) {
    String code = LinkCode.make();
    links.addLink(
        LinkCode.hash(code),
        application.id(),
        application.email(),
        application.emailKey(),
        application.role(),
        true,
        "",
        clock.instant(),
        clock.instant().plus(VALID));
    return url(code);
  }

  String url(String code) {
    return settings.baseUrl() + "/join/return?code=" + code;
  }

  String vouchUrl(String code) {
    return settings.baseUrl() + "/join/vouch?code=" + code;
  }

  String base() {
    return settings.baseUrl();
  }
}
