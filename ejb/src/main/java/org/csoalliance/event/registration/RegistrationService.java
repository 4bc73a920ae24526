package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;

/**
 * People register themselves and colleagues. Each change takes the quotas of the event first, in
 * the order of their numbers, so that seats are counted one after the other; the database counts
 * again and refuses one too many.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class RegistrationService {
  @Inject private RegistrationQueue queue;
  @Inject private RegistrationRepository rows;
  @Inject private RegistrationEngine engine;
  @Inject private RegistrationPreviews previews;
  @Inject private Parties parties;
  @Inject private RegistrationAccess access;

  /** Made by the container. */
  public RegistrationService() {}

  /** For tests. */
  RegistrationService(
      RegistrationQueue queue,
      RegistrationRepository rows,
      RegistrationEngine engine,
      RegistrationPreviews previews,
      Parties parties,
      RegistrationAccess access) {
    this.queue = queue;
    this.rows = rows;
    this.engine = engine;
    this.previews = previews;
    this.parties = parties;
    this.access = access;
  }

  /**
   * Registers the caller, or another person for whom the caller is the organiser or a colleague: a
   * seat while there is one, else a place in the line. The same person, or the same form, again is
   * answered with the registration there is.
   *
   * @throws NotFoundException when there is no such event, or the caller may not see it
   * @throws ConflictException when it takes no registrations
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Registered register(String slug, Register wanted) {
    return queue.join(slug == null ? "" : slug, Attempt.of(access.signedIn(), wanted)).get(0);
  }

  /**
   * Registers several of the caller's company at once.
   *
   * @param colleagues numbers of accounts, at most 20
   * @param self whether the caller comes too
   * @param together whether they want seats all at once, else wait together; false: each for itself
   * @throws InvalidException also when one of them is no colleague
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Registered> registerAll(
      String slug, Register wanted, List<Long> colleagues, boolean self, boolean together) {
    return queue.join(
        slug == null ? "" : slug,
        new Attempt(access.signedIn(), wanted, colleagues, self, together));
  }

  /**
   * What would become of it at this moment; changes nothing.
   *
   * @throws InvalidException as for registering
   */
  public Preview preview(
      String slug, Register wanted, List<Long> colleagues, boolean self, boolean together) {
    Attempt attempt = new Attempt(access.signedIn(), wanted, colleagues, self, together);
    Room event = access.seen(slug);
    return previews.preview(event, parties.of(event, attempt, parties.callers(List.of(attempt))));
  }

  /** The registrations of an event, for its organiser, in the order in which they came. */
  public List<Registered> all(String slug) {
    Room event = access.seen(slug);
    if (!access.desk(event)) {
      throw new NotFoundException("There is no such registration.");
    }
    return rows.all(event.id()).stream().map(engine::answer).toList();
  }
}
