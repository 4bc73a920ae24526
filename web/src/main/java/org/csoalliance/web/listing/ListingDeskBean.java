package org.csoalliance.web.listing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.listing.Listing;
import org.csoalliance.listing.ListingDeskService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The page {@code /editor/directory}: every entry, those to look at again first. */
@Named("listingDesk")
@RequestScoped
public class ListingDeskBean {
  @EJB private ListingDeskService service;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private List<Listing> all = List.of();

  /** Reads the list. */
  public void load() {
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(FacesContext.getCurrentInstance());
      return;
    }
    all = service.all();
  }

  /** Every entry. */
  public List<Listing> getAll() {
    return all;
  }

  /** Whether its review is due. */
  public boolean due(Listing entry) {
    return !entry.withdrawn()
        && !entry.reviewOn().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
