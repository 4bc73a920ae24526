package org.csoalliance.event.door;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/** Organisers print badges, and those at the door print one again. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class BadgeService {
  @Inject private BadgeRepository badges;
  @Inject private DoorRepository doors;
  @Inject private DoorAccess access;
  @Inject private TicketKeys keys;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public BadgeService() {}

  /** For tests. */
  public BadgeService(
      BadgeRepository badges,
      DoorRepository doors,
      DoorAccess access,
      TicketKeys keys,
      AuditLog audit,
      CallerContext caller) {
    this.badges = badges;
    this.doors = doors;
    this.access = access;
    this.keys = keys;
    this.audit = audit;
    this.caller = caller;
  }

  /**
   * Everybody's badge.
   *
   * @throws NotFoundException when the caller checks nobody in at such an event
   */
  public BadgeDesk desk(String slug) {
    DoorRepository.Venue venue = door(slug);
    List<BadgeDesk.Style> styles = badges.styles(venue.id());
    List<Badge> all =
        badges.badges(venue.id(), styles).stream().map(BadgeRepository.Row::badge).toList();
    int unprinted = (int) all.stream().filter(each -> each.prints() == 0).count();
    return new BadgeDesk(venue.slug(), venue.title(), styles, all, unprinted);
  }

  /**
   * Changes the band of a category.
   *
   * @param colour six digits in hex after a hash
   * @param role 1 to 40 characters
   */
  public void style(String slug, long category, String colour, String role) {
    DoorRepository.Venue venue = door(slug);
    access.organising(venue.id());
    String words = PlainText.line(role, 41);
    if (words.isEmpty() || words.length() > 40) {
      throw new InvalidException("role", "Enter what stands in the band, 1 to 40 characters.");
    }
    if (!BadgeRepository.COLOURS.contains(colour)) {
      throw new InvalidException("colour", "Choose one of the colours.");
    }
    if (badges.style(venue.id(), category, colour, words) == 0) {
      throw new NotFoundException("There is no such category.");
    }
    audit.record(caller.reader(), "badge.style", "event", venue.slug(), words);
  }

  /** The colours of bands. */
  public List<String> colours() {
    return BadgeRepository.COLOURS;
  }

  /**
   * Badges to print; each counts as printed once more.
   *
   * @param only a registration; null: all
   * @param unprinted whether those that were printed before are left out
   * @throws ConflictException when there is none to print
   */
  public byte[] print(String slug, BadgeSheet sheet, Long only, boolean unprinted) {
    DoorRepository.Venue venue = door(slug);
    List<BadgeRepository.Row> rows =
        badges.badges(venue.id(), badges.styles(venue.id())).stream()
            .filter(row -> only == null || row.badge().registrationId() == only)
            .filter(row -> !unprinted || row.badge().prints() == 0)
            .toList();
    if (rows.isEmpty()) {
      throw new ConflictException("There is no badge to print.");
    }
    List<String> tokens =
        keys.sign(
            rows.stream().map(row -> new TicketToken(0, row.ticket(), row.generation())).toList());
    List<Badge> signed = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Badge b = rows.get(i).badge();
      signed.add(
          new Badge(
              b.registrationId(),
              b.name(),
              b.company(),
              b.category(),
              b.colour(),
              b.role(),
              tokens.get(i),
              b.prints()));
    }
    badges.printed(signed.stream().map(Badge::registrationId).toList());
    audit.record(
        caller.reader(), "badge.printed", "event", venue.slug(), signed.size() + " badges");
    return BadgePdf.of(venue.title(), sheet == null ? BadgeSheet.A6 : sheet, signed);
  }

  private DoorRepository.Venue door(String slug) {
    DoorRepository.Venue venue =
        doors.venue(slug == null ? "" : slug).orElseThrow(DoorAccess::unknown);
    access.checking(venue.id());
    return venue;
  }
}
