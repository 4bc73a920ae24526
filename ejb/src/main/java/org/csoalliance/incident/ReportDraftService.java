package org.csoalliance.incident;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * The answers of long reports between their steps, each for its author alone. A person has one
 * draft a form, and one a report that is added to.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class ReportDraftService {
  private static final int MOST_CHARACTERS = 400_000;

  @Inject private ReportDraftRepository drafts;
  @Inject private IncidentRepository incidents;
  @Inject private IncidentVersionRepository versions;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public ReportDraftService() {}

  /** For tests. */
  public ReportDraftService(
      ReportDraftRepository drafts,
      IncidentRepository incidents,
      IncidentVersionRepository versions,
      CallerContext caller,
      Clock clock) {
    this.drafts = drafts;
    this.incidents = incidents;
    this.versions = versions;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The caller's draft.
   *
   * @param reference the report that is added to; empty: a new one
   */
  public Optional<ReportDraft> draft(String form, String reference) {
    return drafts.find(account(), form, reference);
  }

  /**
   * Keeps a draft.
   *
   * @throws InvalidException when it is too long to be kept
   */
  public void keep(ReportDraft draft) {
    long length = 0;
    for (Map.Entry<String, List<String>> one : draft.answers().entrySet()) {
      length += one.getKey().length();
      for (String text : one.getValue()) {
        length += text.length();
      }
    }
    if (length > MOST_CHARACTERS) {
      throw new InvalidException(
          "text", "This is too long to be kept. Shorten what you wrote; files can follow later.");
    }
    drafts.put(account(), draft, clock.instant());
  }

  /** Removes a draft of the caller. */
  public void discard(UUID key) {
    drafts.remove(account(), key);
  }

  /**
   * What became of a draft that is gone.
   *
   * @return the reference of the report that the caller sent under this key, empty: none
   */
  public Optional<String> sent(UUID key) {
    Long account = account();
    return incidents
        .known(key)
        .filter(report -> account.equals(report.reporterId()))
        .map(IncidentRepository.Known::reference)
        .or(
            () ->
                versions
                    .known(key)
                    .filter(version -> account.equals(version.authorId()))
                    .map(IncidentVersionRepository.Known::reference));
  }

  private Long account() {
    Reader reader = caller.reader();
    if (!reader.signedIn()) {
      throw new RefusedException("Sign in to report.");
    }
    return reader.accountId();
  }
}
