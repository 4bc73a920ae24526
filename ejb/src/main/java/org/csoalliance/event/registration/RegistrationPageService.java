package org.csoalliance.event.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** Reads the form, the page of a registration, and one's own events. */
@Stateless
@PermitAll
public class RegistrationPageService {
  @Inject private RoomRepository rooms;
  @Inject private RegistrationRepository rows;
  @Inject private RegistrationPageRepository lists;
  @Inject private RegistrationPages pages;
  @Inject private RegistrationEngine engine;
  @Inject private RegistrationAccess access;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public RegistrationPageService() {}

  /**
   * The form of an event, for anybody who may see the event.
   *
   * @throws NotFoundException when there is none, or the caller may not see it
   */
  public RegistrationForm form(String slug) {
    Room event = access.seen(slug);
    Reader reader = caller.reader();
    Registered mine =
        reader.signedIn()
            ? rooms
                .person(reader.accountId())
                .flatMap(person -> rows.counting(event.id(), RegistrationEngine.key(person.mail())))
                .map(engine::answer)
                .orElse(null)
            : null;
    return pages.form(event, reader, mine, false);
  }

  /**
   * The page of a registration, for the person, whoever made it, and the desk of the event.
   *
   * @throws NotFoundException when there is none for the caller
   */
  public RegistrationDetail detail(String slug, long id) {
    Reader reader = caller.reader();
    if (!reader.signedIn()) {
      throw new NotFoundException("There is no such registration.");
    }
    Room event =
        rooms
            .room(slug == null ? "" : slug)
            .orElseThrow(() -> new NotFoundException("There is no such registration."));
    Row row = access.own(event, id);
    return pages.detail(event, row, reader.accountId().equals(row.accountId()), access.desk(event));
  }

  /** The caller's registrations and those that the caller made for others, the next event first. */
  public List<MyRegistration> mine() {
    return lists.mine(caller.ownAccount());
  }
}
