package org.csoalliance.listing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/** Reads the directory: everybody what is for everybody, members and partners the rest too. */
@Stateless
@PermitAll
public class ListingService {
  @Inject private ListingRepository listings;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public ListingService() {}

  ListingService(ListingRepository listings, CallerContext caller, Clock clock) {
    this.listings = listings;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The entries in the order of the day (UTC); one statement.
   *
   * @param kind null: any
   * @param category null: any
   * @param text part of a name or of what it does; empty: any
   */
  public List<Listing> list(ListingKind kind, ListingCategory category, String text) {
    return listings.shown(
        caller.reader(),
        kind,
        category,
        text == null ? "" : text,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /**
   * The logo of an entry, a JPEG.
   *
   * @throws NotFoundException when there is none, or the caller may not see the entry
   */
  public byte[] logo(String slug) {
    return listings
        .logo(caller.reader(), slug == null ? "" : slug)
        .orElseThrow(() -> new NotFoundException("There is no such logo."));
  }
}
