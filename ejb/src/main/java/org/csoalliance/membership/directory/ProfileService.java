package org.csoalliance.membership.directory;

import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/** What a member shows of themselves. */
@Stateless
@RolesAllowed(MEMBER)
public class ProfileService {
  @Inject private DirectoryRepository members;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public ProfileService() {}

  /** For tests. */
  public ProfileService(
      DirectoryRepository members, AuditLog audit, CallerContext caller, Clock clock) {
    this.members = members;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** What the caller has chosen; name and company until then. */
  public Profile mine() {
    return members
        .profile(caller.reader().accountId())
        .orElseGet(() -> new Profile(false, Set.of(Profile.Field.COMPANY), "", "", ""));
  }

  /**
   * Keeps what the caller has chosen.
   *
   * @throws InvalidException when a text is too long
   */
  public void keep(Profile profile) {
    Map<String, String> wrong = new LinkedHashMap<>();
    check("languages", profile.languages(), 200, wrong);
    check("waters", profile.waters(), 300, wrong);
    check("about", profile.about(), 1000, wrong);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    Reader reader = caller.reader();
    Profile clean =
        new Profile(
            profile.hidden(),
            profile.shown(),
            PlainText.line(profile.languages(), 200),
            PlainText.line(profile.waters(), 300),
            PlainText.column(profile.about() == null ? "" : profile.about().strip(), 1000));
    members.keep(reader.accountId(), clean, clock.instant());
    audit.record(reader, "profile.changed", "account", String.valueOf(reader.accountId()), "");
  }

  private static void check(String field, String text, int most, Map<String, String> wrong) {
    if (text != null && text.strip().codePointCount(0, text.strip().length()) > most) {
      wrong.put(field, "This field holds " + most + " characters at most.");
    }
  }
}
