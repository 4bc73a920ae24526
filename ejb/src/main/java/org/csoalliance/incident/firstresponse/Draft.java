package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What an editor works on: a report that was never published, or the next version of one.
 *
 * @param reference null before the first publication
 * @param slug null before the first publication
 * @param current the version that readers see; 0 before the first publication
 * @param lock what the editor has seen; handed back with every change
 * @param begun whether a draft is kept; else the content is that of the version of now
 * @param savedAt when the draft was saved, or the version of now published; UTC
 * @param savedBy by whom
 */
public record Draft(
    long id,
    String reference,
    String slug,
    State state,
    int current,
    int lock,
    boolean begun,
    Content content,
    List<Source> sources,
    Instant savedAt,
    String savedBy)
    implements Serializable {

  /** Copies the sources. */
  public Draft {
    sources = List.copyOf(sources);
  }
}
