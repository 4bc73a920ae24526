package org.csoalliance.event;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/**
 * Who may do what at one event. Every service of the rooms of an event asks here; whoever has none
 * of the duties is answered as if there were no such event. The services themselves admit the roles
 * of {@link #HOLDERS}, since a member may have a duty at one event without being an organiser of
 * the alliance.
 */
@Dependent
public class EventAccess {
  /** Who may have a duty. A person who holds none of these any more has no duty either. */
  public static final Set<Role> HOLDERS =
      Set.of(Role.MEMBER, Role.PARTNER, Role.EDITOR, Role.ORGANISER);

  private EventDutyRepository duties;
  private CallerContext caller;

  /** For CDI. */
  protected EventAccess() {}

  /** Asks for the given caller. */
  @Inject
  public EventAccess(EventDutyRepository duties, CallerContext caller) {
    this.duties = duties;
    this.caller = caller;
  }

  /**
   * The event, if the caller has one of these duties at it: one statement.
   *
   * @param slug the part of its address; may be null
   * @param any at least one duty
   * @throws NotFoundException when there is no such event, or the caller has none of these duties
   */
  public EventDesk require(String slug, EventDuty... any) {
    return allowed(duties.desk(slug == null ? "" : slug, caller.reader()), any);
  }

  /**
   * The event, if the caller has one of these duties at it: one statement.
   *
   * @param eventId its number
   * @param any at least one duty
   * @throws NotFoundException when there is no such event, or the caller has none of these duties
   */
  public EventDesk require(long eventId, EventDuty... any) {
    return allowed(duties.desk(eventId, caller.reader()), any);
  }

  private EventDesk allowed(Optional<EventDesk> desk, EventDuty... any) {
    return desk.filter(found -> mayHold(caller.reader()) && found.has(any))
        .orElseThrow(() -> new NotFoundException("There is no such event."));
  }

  /** Whether the person may have duties at all. */
  public static boolean mayHold(Reader reader) {
    return reader.signedIn() && !Collections.disjoint(reader.roles(), HOLDERS);
  }

  /**
   * Whether the person is among the organisers that a repository read with an event.
   *
   * @param organisers accounts with the duty ORGANISER at it
   */
  public static boolean organises(Reader reader, Set<Long> organisers) {
    return mayHold(reader) && organisers.contains(reader.accountId());
  }
}
