package org.csoalliance.incident.twin;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * Editors decide whether two incidents are one event. Merged, one stays the incident and the other
 * becomes an account of it: nothing of it is lost, its reference leads to the incident, its own
 * label still says who reads it, and it can be split off again.
 */
@Stateless
@RolesAllowed(EDITOR)
public class TwinService {
  private static final int MOST = 100;

  @Inject private TwinRepository twins;
  @Inject private AuditLog audit;
  @Inject private Event<Object> events;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public TwinService() {}

  /** For tests. */
  TwinService(
      TwinRepository twins,
      AuditLog audit,
      Event<Object> events,
      CallerContext caller,
      Clock clock) {
    this.twins = twins;
    this.audit = audit;
    this.events = events;
    this.caller = caller;
    this.clock = clock;
  }

  /** The pairs that nobody decided, the likeliest first, at most 100: one statement. */
  public List<TwinProposal> proposals() {
    return twins.proposals(MOST);
  }

  /**
   * How two incidents stand to each other.
   *
   * @throws NotFoundException when one is not there
   * @throws InvalidException field {@code other} when they are the same
   */
  public TwinPair pair(String oneReference, String otherReference) {
    Two two = two(oneReference, otherReference, false);
    TwinRepository.Row one = two.first();
    TwinRepository.Row other = two.second();
    List<TwinPair> known = twins.proposal(one.id(), other.id());
    TwinPair.State state;
    if (other.mergedInto() != null && other.mergedInto() == one.id()) {
      state = TwinPair.State.ONE_HOLDS_OTHER;
    } else if (one.mergedInto() != null && one.mergedInto() == other.id()) {
      state = TwinPair.State.OTHER_HOLDS_ONE;
    } else if (one.mergedInto() != null || other.mergedInto() != null) {
      state = TwinPair.State.ELSEWHERE;
    } else {
      state = known.isEmpty() ? TwinPair.State.UNKNOWN : known.get(0).state();
    }
    return new TwinPair(
        state,
        known.isEmpty() ? 0 : known.get(0).score(),
        known.isEmpty() ? List.of() : known.get(0).reasons(),
        known.isEmpty() ? null : known.get(0).decidedAt(),
        twins.steps(one.id(), other.id()),
        one.version(),
        other.version());
  }

  /**
   * Makes one incident of two: the merged one becomes an account of the survivor.
   *
   * @throws NotFoundException when one is not there
   * @throws InvalidException when the reason cannot be taken, or both are the same
   * @throws RefusedException when the editor reported one of them
   * @throws ConflictException when one has changed since, is an account already, or the merged one
   *     holds accounts of its own
   */
  public void merge(MergeTwins merge) {
    String why = reason(merge.reason());
    Two two = two(merge.survivor(), merge.merged(), true);
    TwinRepository.Row survivor = two.first();
    TwinRepository.Row merged = two.second();
    Reader editor = editor(survivor, merged);
    unchanged(survivor, merge.survivorVersion());
    unchanged(merged, merge.mergedVersion());
    for (TwinRepository.Row one : List.of(survivor, merged)) {
      if (one.mergedInto() != null) {
        throw new ConflictException(
            one.reference() + " is an account of another incident already. Split it off first.");
      }
    }
    if (merged.holds()) {
      throw new ConflictException(
          merged.reference()
              + " has accounts of its own. Keep it as the incident, or split them off first.");
    }
    Instant now = clock.instant();
    twins.merge(survivor, merged, why, editor, now);
    events.fire(new IncidentMerged(survivor.id(), merged.id()));
    // not under the survivor alone: whoever audits finds both
    audit.record(
        editor, "incident.merged", "incident", merged.reference(), "into " + survivor.reference());
  }

  /**
   * Makes an account an incident of its own again.
   *
   * @param reference of the account
   * @throws NotFoundException when it is not there
   * @throws InvalidException when the reason cannot be taken
   * @throws ConflictException when it is no account
   */
  public void split(String reference, String reason) {
    String why = reason(reason);
    TwinRepository.Row before = one(reference);
    if (before.mergedInto() == null) {
      throw new ConflictException(before.reference() + " is an incident of its own already.");
    }
    Two two = two(twins.reference(before.mergedInto()), before.reference(), true);
    TwinRepository.Row account = two.second();
    if (account.mergedInto() == null || account.mergedInto() != two.first().id()) {
      throw new ConflictException(
          "Another editor has changed this meanwhile. Read it again, then decide.");
    }
    Reader editor = editor(two.first(), account);
    twins.split(two.first().id(), account, why, editor, clock.instant());
    events.fire(new IncidentSplit(two.first().id(), account.id()));
    audit.record(
        editor,
        "incident.split",
        "incident",
        account.reference(),
        "off " + two.first().reference());
  }

  /**
   * Decides that two are two events; they are not proposed again.
   *
   * @throws NotFoundException when one is not there
   * @throws InvalidException when the reason cannot be taken
   * @throws ConflictException when they are merged
   */
  public void keepApart(String oneReference, String otherReference, String reason) {
    String why = reason(reason);
    Two two = two(oneReference, otherReference, true);
    Reader editor = editor(two.first(), two.second());
    if (Long.valueOf(two.first().id()).equals(two.second().mergedInto())
        || Long.valueOf(two.second().id()).equals(two.first().mergedInto())) {
      throw new ConflictException("These two are one incident. Split the account off instead.");
    }
    twins.decide(two.first().id(), two.second().id(), "APART", why, editor, clock.instant());
    audit.record(
        editor,
        "incident.kept_apart",
        "incident",
        two.first().reference(),
        "from " + two.second().reference());
  }

  private record Two(TwinRepository.Row first, TwinRepository.Row second) {}

  private Two two(String first, String second, boolean lock) {
    String one = reference(first);
    String other = reference(second);
    if (one.equals(other)) {
      throw new InvalidException("other", "Give the reference of another incident.");
    }
    List<TwinRepository.Row> rows = twins.rows(List.of(one, other), lock);
    if (rows.size() < 2) {
      throw none();
    }
    boolean inOrder = rows.get(0).reference().equals(one);
    return new Two(rows.get(inOrder ? 0 : 1), rows.get(inOrder ? 1 : 0));
  }

  private TwinRepository.Row one(String typed) {
    return twins.rows(List.of(reference(typed)), false).stream()
        .findFirst()
        .orElseThrow(TwinService::none);
  }

  private Reader editor(TwinRepository.Row one, TwinRepository.Row other) {
    Reader editor = caller.reader();
    if (editor.accountId() == null
        || editor.accountId().equals(one.reporterId())
        || editor.accountId().equals(other.reporterId())) {
      throw new RefusedException("You reported one of the two. Another editor has to decide.");
    }
    return editor;
  }

  private static void unchanged(TwinRepository.Row row, int seen) {
    if (seen >= 0 && seen != row.version()) {
      throw new ConflictException(
          row.reference()
              + " has changed since you opened this page. Read both again, then decide.");
    }
  }

  private static String reason(String typed) {
    String why = PlainText.column(typed == null ? "" : typed.strip(), 2001);
    int length = why.codePointCount(0, why.length());
    if (length < 5 || length > 2000) {
      throw new InvalidException(
          "reason", "Give the reason, in 5 to 2,000 characters. Members read it.");
    }
    return why;
  }

  private static String reference(String typed) {
    String reference = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    if (!reference.matches("[A-Z0-9-]{1,20}")) {
      throw none();
    }
    return reference;
  }

  private static NotFoundException none() {
    return new NotFoundException("There is no incident with this reference.");
  }
}
