package org.csoalliance.membership.legal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;
import org.csoalliance.platform.settings.DemonstrationStarted;

/** Acceptances as data of a person, and those of the demonstration. */
@Dependent
public class LegalHeld {
  private LegalRepository legal;

  /** For CDI. */
  protected LegalHeld() {}

  /** Reads and removes through the given repository. */
  @Inject
  public LegalHeld(LegalRepository legal) {
    this.legal = legal;
  }

  /** Adds what the person accepted. */
  public void asked(@Observes DataAsked asked) {
    asked.add("texts-accepted", legal.held(asked.accountId()));
  }

  /** Removes it. */
  public void erased(@Observes AccountErased erased) {
    legal.erase(erased.accountId());
  }

  /** How long it stays. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "acceptances",
            "Who accepted which version of code, notice and terms",
            "Until the account is erased",
            "To show what a person agreed to, and when.",
            "Erasure of the account",
            null));
  }

  /** The made-up people have accepted what stood when they came. */
  public void create(@Observes DemonstrationStarted started) {
    for (LegalDocument document : LegalDocument.values()) {
      if (document.asked()) {
        legal.acceptForAll(document, document.current(), started.at().minus(Duration.ofDays(20)));
      }
    }
  }
}
