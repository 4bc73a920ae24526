package org.csoalliance.publishing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A bulletin on the editors' desk: the version that is worked on, else the one that is read.
 *
 * @param slug the last part of its address; never changes once published
 * @param stage of the version that is worked on; PUBLISHED or WITHDRAWN where there is none
 * @param lock what the editor has seen
 * @param current the version that is read; 0: never published
 * @param begun whether there is a version that is worked on
 * @param wrote whether the caller wrote in it, and so may not approve it
 * @param held why it came back to be worked on; empty when it did not
 * @param withdrawnAt null unless withdrawn
 */
public record Draft(
    long id,
    String slug,
    Stage stage,
    int lock,
    int current,
    boolean begun,
    Content content,
    Plan plan,
    boolean wrote,
    String editor,
    String reviewer,
    Instant savedAt,
    String held,
    Instant publishedAt,
    Instant withdrawnAt,
    List<Picture> pictures)
    implements Serializable {
  /** Copies the pictures. */
  public Draft {
    pictures = List.copyOf(pictures);
  }
}
