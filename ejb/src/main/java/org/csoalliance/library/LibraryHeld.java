package org.csoalliance.library;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What the library holds on a person: which ships were asked. Downloads name nobody. */
@Dependent
public class LibraryHeld {
  private static final Duration YEAR = Duration.ofDays(365);

  private LibraryRepository library;
  private AskRepository asks;

  /** For CDI. */
  protected LibraryHeld() {}

  /** Reads and removes through the given repositories. */
  @Inject
  public LibraryHeld(LibraryRepository library, AskRepository asks) {
    this.library = library;
    this.asks = asks;
  }

  /** Adds which ships the person asked. */
  public void asked(@Observes DataAsked asked) {
    asked.add("ships-asked-to-read", asks.held(asked.accountId()));
  }

  /** Removes it. */
  public void erased(@Observes AccountErased erased) {
    asks.erase(erased.accountId());
  }

  /** How long things stay. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "library-asks",
            "Which ships were asked to read something, at which address, and when they confirmed",
            "24 months",
            "To show to an auditor of the ship's security plan that it was read.",
            RetentionRule.JOB,
            now -> asks.forget(now.minus(YEAR.multipliedBy(2)))));
    asked.add(
        new RetentionRule(
            "library-downloads",
            "How often a company fetched something from the library, by day",
            "24 months",
            "To see whether a campaign arrives. No person is known.",
            RetentionRule.JOB,
            now ->
                library.forgetDownloads(LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(2))));
    asked.add(
        new RetentionRule(
            "library-items",
            "Items that were taken out of the library, with their files",
            "12 months",
            "So that one that was taken back by mistake can be published again.",
            RetentionRule.JOB,
            now -> library.forget(now.minus(YEAR))));
  }
}
