package org.csoalliance.listing;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.CleanCopy;
import org.csoalliance.platform.file.FileContent;
import org.csoalliance.platform.file.FileType;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.security.CallerContext;

/** Keeps the directory: editors write entries, look at them twice a year, take them away. */
@Stateless
@RolesAllowed(EDITOR)
public class ListingDeskService {
  /** The largest logo that is taken, in bytes. */
  public static final int MOST_LOGO = 2 * 1024 * 1024;

  private static final Set<FileType> LOGOS = EnumSet.of(FileType.PNG, FileType.JPEG, FileType.WEBP);
  private static final Period REVIEW = Period.ofMonths(6);

  @Inject private ListingRepository listings;
  @Inject private MalwareScanner scanner;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public ListingDeskService() {}

  ListingDeskService(
      ListingRepository listings,
      MalwareScanner scanner,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.listings = listings;
    this.scanner = scanner;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Every entry, those whose review is due first, those that were taken away last. */
  public List<Listing> all() {
    return listings.all();
  }

  /**
   * An entry.
   *
   * @throws NotFoundException when there is none
   */
  public Listing open(long id) {
    return listings.find(id).orElseThrow(ListingDeskService::gone);
  }

  /**
   * Adds an entry, checked today.
   *
   * @param logo null or empty: none
   * @throws InvalidException field {@code logo} when it is no picture that can be taken
   */
  public long add(NewListing made, byte[] logo) {
    byte[] clean = clean(logo);
    Instant now = clock.instant();
    long id = listings.add(made, clean, today(now).plus(REVIEW), caller.reader(), now);
    record("listing.added", id, made.name());
    return id;
  }

  /**
   * Changes an entry.
   *
   * @param version that was seen
   * @param logo null or empty: the logo stays
   * @throws ConflictException when somebody changed it in the meantime
   */
  public void change(long id, int version, NewListing made, byte[] logo) {
    open(id);
    if (!listings.change(id, version, made, clean(logo), clock.instant())) {
      throw new ConflictException(
          "Somebody else changed this entry in the meantime. Open it again and look.");
    }
    record("listing.changed", id, made.name());
  }

  /** Notes that all of it is still right, and when to look again. */
  public void check(long id) {
    Instant now = clock.instant();
    if (!listings.checked(id, today(now), today(now).plus(REVIEW), caller.reader(), now)) {
      throw gone();
    }
    record("listing.checked", id, open(id).name());
  }

  /** Takes the logo away. */
  public void removeLogo(long id) {
    if (listings.removeLogo(id, clock.instant())) {
      record("listing.logo_removed", id, open(id).name());
    }
  }

  /** Takes an entry out of the directory, or brings it back. */
  public void withdraw(long id, boolean away) {
    Listing entry = open(id);
    if (listings.withdraw(id, away, clock.instant())) {
      record(away ? "listing.withdrawn" : "listing.restored", id, entry.name());
    }
  }

  private void record(String action, long id, String name) {
    audit.record(caller.reader(), action, "listing", String.valueOf(id), name);
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Paints the logo anew, without what it tells beside, at 320 pixels at most. */
  private byte[] clean(byte[] logo) {
    if (logo == null || logo.length == 0) {
      return null;
    }
    try {
      if (logo.length > MOST_LOGO) {
        throw new InvalidException("file", "A logo takes 2 MB at most. Save it smaller.");
      }
      FileType type =
          FileContent.check(
              logo,
              LOGOS,
              "A logo is a PNG, JPEG or WebP picture. SVG is not taken: save it as PNG.");
      scanner.admit(logo);
      return CleanCopy.of(logo, type)
          .copy()
          .orElseThrow(() -> new InvalidException("file", "This picture cannot be painted."))
          .thumbnail();
    } catch (InvalidException refused) {
      throw new InvalidException("logo", refused.getMessage());
    }
  }

  private static NotFoundException gone() {
    return new NotFoundException("There is no such entry.");
  }
}
