package org.csoalliance.listing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What the directory holds on a person: the name of the editor who checked an entry. */
@Dependent
public class ListingHeld {
  private static final Duration YEAR = Duration.ofDays(365);

  private ListingRepository listings;

  /** For CDI. */
  protected ListingHeld() {}

  /** Removes through the given repository. */
  @Inject
  public ListingHeld(ListingRepository listings) {
    this.listings = listings;
  }

  /** Takes the name away; the audit entries stand in the file of one's own data already. */
  public void erased(@Observes AccountErased erased) {
    listings.erase(erased);
  }

  /** How long entries stay. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "listings",
            "Entries that were taken out of the directory",
            "12 months",
            "So that one that was taken away by mistake can be brought back.",
            RetentionRule.JOB,
            now -> listings.forget(now.minus(YEAR))));
  }
}
