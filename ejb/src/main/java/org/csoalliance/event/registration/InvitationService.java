package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/** The organiser makes invitation codes and withdraws them. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class InvitationService {
  // without letters and digits that are taken for each other
  private static final String SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  private static final int LENGTH = 10;
  private static final int MOST = 200;

  @Inject private CodeRepository codes;
  @Inject private SetupRepository setup;
  @Inject private EventAccess access;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private final SecureRandom random = new SecureRandom();

  /** Made by the container. */
  public InvitationService() {}

  /** For tests. */
  InvitationService(
      CodeRepository codes,
      SetupRepository setup,
      EventAccess access,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.codes = codes;
    this.setup = setup;
    this.access = access;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The codes of an event, the newest first.
   *
   * @throws NotFoundException when the caller organises no such event
   */
  public List<InvitationCode> all(String slug) {
    return codes.all(desk(slug).id());
  }

  /**
   * Makes codes.
   *
   * @param many how many, 1 to 200
   * @param uses how often each can be used, 1 to 10,000
   * @param category the quota that they are bound to; null: any
   * @param expiresAt null: never
   * @param note for the organiser alone, at most 200 characters
   * @throws InvalidException with a sentence for each field that cannot be taken
   */
  public void make(String slug, int many, int uses, Long category, Instant expiresAt, String note) {
    EventDesk event = desk(slug);
    Map<String, String> wrong = new LinkedHashMap<>();
    if (many < 1 || many > MOST) {
      wrong.put("many", "Make 1 to 200 codes at once.");
    }
    if (uses < 1 || uses > 10_000) {
      wrong.put("uses", "A code is used 1 to 10,000 times.");
    }
    if (category != null
        && setup.categories(event.id()).stream().noneMatch(one -> one.id() == category)) {
      wrong.put("category", "Choose a category of this event.");
    }
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      wrong.put("expires", "The last day lies ahead.");
    }
    String words = PlainText.line(note, 400);
    if (words.length() > 200) {
      wrong.put("note", "Shorten the note to 200 characters.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    for (int i = 0; i < many; i++) {
      codes.add(event.id(), code(), words, category, uses, expiresAt, clock.instant());
    }
    audit.record(caller.reader(), "event.codes_made", "event", event.slug(), many + " for " + uses);
  }

  /** Withdraws a code; whoever used it keeps the registration. */
  public void withdraw(String slug, long id) {
    EventDesk event = desk(slug);
    if (codes.withdraw(event.id(), id) == 0) {
      throw new NotFoundException("There is no such code.");
    }
    audit.record(caller.reader(), "event.code_withdrawn", "event", event.slug(), "" + id);
  }

  /** About 49 bits: with the event's address, and a slow form, nobody guesses one. */
  private String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  private EventDesk desk(String slug) {
    return access.require(slug, EventDuty.ORGANISER);
  }
}
