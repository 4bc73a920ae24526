package org.csoalliance.event.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * A guest hands a registration to a colleague, and whoever handed one over reads what became of it.
 * Anybody may call it: the signed link, or the account, says who it is.
 */
@Stateless
@PermitAll
public class HandOverService {
  @Inject private RoomRepository rooms;
  @Inject private RegistrationRepository rows;
  @Inject private HandOverRepository kept;
  @Inject private RegistrationChanges changes;
  @Inject private MailListRepository lists;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public HandOverService() {}

  /** For tests. */
  HandOverService(
      RoomRepository rooms,
      RegistrationRepository rows,
      HandOverRepository kept,
      RegistrationChanges changes,
      MailListRepository lists,
      CallerContext caller) {
    this.rooms = rooms;
    this.rows = rows;
    this.kept = kept;
    this.changes = changes;
    this.lists = lists;
    this.caller = caller;
  }

  /**
   * Hands a guest's registration to somebody whose address ends as the guest's own does, so that
   * seats stay in the company, and nobody finds out about addresses elsewhere. Where guests are
   * vetted, the seat is held until the new one is.
   *
   * @param name of the person, 2 to 200 characters
   * @throws NotFoundException when the link opens nothing, or no more
   * @throws InvalidException with a sentence for each field that cannot be taken
   * @throws ConflictException when the registration has ended, or the last moment is over
   */
  public void handOver(String slug, long id, String token, String name, String mail) {
    Room event = room(slug);
    Row row =
        rows.find(event.id(), id)
            .filter(one -> one.accountId() == null)
            .filter(one -> GuestLinks.opens(lists.links(), token, one))
            .orElseThrow(HandOverService::unknown);
    Map<String, String> wrong = new LinkedHashMap<>();
    String clean = PlainText.line(name, 300);
    if (clean.length() < 2 || clean.length() > 200) {
      wrong.put("name", "Enter the name of the person, at most 200 characters.");
    }
    String address = mail == null ? "" : mail.strip();
    if (!MailAddress.valid(address)) {
      wrong.put("mail", "Enter the mail address of the person.");
    } else if (!domain(address).equals(domain(row.mail()))) {
      wrong.put(
          "mail",
          "Enter an address that ends with @"
              + domain(row.mail())
              + ", as yours does. For somebody else, ask the organiser.");
    } else if (RegistrationEngine.key(address).equals(RegistrationEngine.key(row.mail()))) {
      wrong.put("mail", "This is your own address. Enter that of the person who comes instead.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    Person to =
        rooms
            .byMail(RegistrationEngine.key(address))
            .orElse(new Person(null, null, clean, address, row.company()));
    changes.transfer(
        event, id, to, clean, "mail", new Reader(null, "Guest", null, Set.of()), false);
  }

  /**
   * To whom the caller, or the guest of the link, handed the registration.
   *
   * @param token of a guest's link; empty: the caller's account
   * @throws NotFoundException when neither handed it over
   */
  public HandedOver handedOver(String slug, long id, String token) {
    Room event = room(slug);
    Reader reader = caller.reader();
    Optional<HandOverRepository.Kept> found =
        !token.isEmpty()
            ? GuestLinks.ticket(lists.links(), token, id)
                .flatMap(ticket -> kept.byTicket(event.id(), id, ticket))
            : reader.signedIn()
                ? kept.byAccount(event.id(), id, reader.accountId())
                : Optional.empty();
    return found
        .map(one -> new HandedOver(EventHead.of(event), one.to(), one.at()))
        .orElseThrow(HandOverService::unknown);
  }

  private static String domain(String mail) {
    return mail.substring(mail.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private Room room(String slug) {
    return rooms.room(slug == null ? "" : slug).orElseThrow(HandOverService::unknown);
  }

  private static NotFoundException unknown() {
    return new NotFoundException("There is no such registration.");
  }
}
