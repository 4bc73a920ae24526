package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;
import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.text.PlainText;

/**
 * Somebody decides who is let in, one or many at once, and says why. The desk of the event decides
 * everything; a vetting officer decides guests who are being vetted.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER, VETTING_OFFICER})
public class ApprovalService {
  private static final int MOST_AT_ONCE = 1000;

  @Inject private RoomRepository rooms;
  @Inject private RegistrationRepository rows;
  @Inject private RegistrationChanges changes;
  @Inject private RegistrationAccess access;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public ApprovalService() {}

  /** For tests. */
  ApprovalService(
      RoomRepository rooms,
      RegistrationRepository rows,
      RegistrationChanges changes,
      RegistrationAccess access,
      CallerContext caller) {
    this.rooms = rooms;
    this.rows = rows;
    this.changes = changes;
    this.access = access;
    this.caller = caller;
  }

  /**
   * Lets requests in, in the order given: the seat that they hold or a free one, else a place in
   * the line.
   *
   * @param ids of registrations of the event, at most 1,000
   * @param reason the person reads it; may be empty
   * @throws NotFoundException when there is no such event at whose desk the caller sits, or one of
   *     the registrations is none of it
   */
  public Decided approve(String slug, List<Long> ids, String reason) {
    return decide(slug, ids, PlainText.line(reason, 500), true);
  }

  /**
   * Does not let requests in; the seats that they hold go on.
   *
   * @param reason 5 to 500 characters, which the person reads
   * @throws NotFoundException as for approving
   * @throws InvalidException when no reason is given
   */
  public Decided decline(String slug, List<Long> ids, String reason) {
    String words = PlainText.line(reason, 500);
    if (words.length() < 5) {
      throw new InvalidException("reason", "Say why, in 5 to 500 characters. The person reads it.");
    }
    return decide(slug, ids, words, false);
  }

  private Decided decide(String slug, List<Long> ids, String reason, boolean in) {
    Reader reader = caller.reader();
    Room event =
        rooms
            .room(slug == null ? "" : slug)
            .filter(found -> access.desk(found) || reader.is(Role.VETTING_OFFICER))
            .orElseThrow(() -> new NotFoundException("There is no such event."));
    if (ids.size() > MOST_AT_ONCE) {
      throw new ConflictException("Decide at most 1,000 at once.");
    }
    int accepted = 0;
    int waiting = 0;
    int declined = 0;
    int skipped = 0;
    for (Long id : ids.stream().distinct().toList()) {
      Row row =
          rows.find(event.id(), id)
              .filter(
                  found ->
                      access.desk(event)
                          || (found.guest() && found.state() == RegistrationState.VETTING))
              .orElseThrow(() -> new NotFoundException("There is no such registration."));
      if (row.state() != RegistrationState.REQUESTED && row.state() != RegistrationState.VETTING) {
        skipped++;
        continue;
      }
      Row now =
          in
              ? changes.approve(event, id, reason, reader)
              : changes.decline(event, id, reason, reader);
      switch (now.state()) {
        case ACCEPTED -> accepted++;
        case WAITLISTED -> waiting++;
        default -> declined++;
      }
    }
    return new Decided(accepted, waiting, declined, skipped);
  }
}
