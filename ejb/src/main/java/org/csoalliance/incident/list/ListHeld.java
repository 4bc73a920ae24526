package org.csoalliance.incident.list;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** How long files of lists wait to be imported. */
@Dependent
public class ListHeld {
  private static final Duration WAITS = Duration.ofDays(1);

  private ListRepository lists;

  /** For CDI. */
  protected ListHeld() {}

  /** Deletes through the given repository. */
  @Inject
  public ListHeld(ListRepository lists) {
    this.lists = lists;
  }

  /** A day. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "import-drafts",
            "Files of lists whose columns were not mapped",
            "1 day",
            "So that an editor can come back to it.",
            RetentionRule.JOB,
            now -> lists.dropDrafts(now.minus(WAITS))));
  }
}
