package org.csoalliance.incident;

import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/**
 * Who reads an incident and what is kept back, as this reader may see it: a part of its page.
 *
 * @param disclosure for editors and the own side, else null
 * @param exactPosition where it happened, for editors and the own side where the shown position is
 *     blurred; else null
 * @param exactOccurredAt when it happened, for editors and the own side where the shown time is
 *     coarser; else null
 * @param groups the groups it is shared with that this reader may know of
 * @param choices the reader's own groups that it is not shared with, for the reporter
 * @param changes the steps of the label, the newest first
 * @param asked the widening that waits for a second editor, for editors and the own side; else null
 * @param rights what this reader may change
 */
public record IncidentSharing(
    Disclosure disclosure,
    Position exactPosition,
    Instant exactOccurredAt,
    List<Group> groups,
    List<Group> choices,
    List<LabelChange> changes,
    LabelChange asked,
    Rights rights) {

  /** Copies the lists. */
  public IncidentSharing {
    groups = List.copyOf(groups);
    choices = List.copyOf(choices);
    changes = List.copyOf(changes);
  }

  /** What a reader may do about the sharing of an incident. */
  public enum Rights {
    /** Reads, and no more. */
    NONE,
    /** An editor: narrows at once, asks another editor to widen. */
    EDITOR,
    /** The reporter: narrows and widens at once. */
    SOURCE
  }

  /**
   * A group.
   *
   * @param sharedAt null for a choice
   */
  public record Group(long id, String name, Instant sharedAt) {}

  /** What became of a change. */
  public enum State {
    ASKED,
    MADE,
    REFUSED,
    OVERTAKEN
  }

  /**
   * A step of the label.
   *
   * @param askedBy who wanted it; "The reporter" where this reader may not know
   * @param mine whether this reader asked for it
   * @param decidedBy the second editor, null where there was none
   * @param decidedReason empty where there was none
   */
  public record LabelChange(
      long id,
      Tlp from,
      Tlp to,
      State state,
      String reason,
      Instant at,
      String askedBy,
      boolean mine,
      String decidedBy,
      String decidedReason) {

    /** Whether more people read it afterwards. */
    public boolean widens() {
      return to.compareTo(from) > 0;
    }
  }
}
