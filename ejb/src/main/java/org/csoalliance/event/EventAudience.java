package org.csoalliance.event;

import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/** Whom an event is for. */
public enum EventAudience {
  /** Members and partners see it, and register. */
  MEMBERS,
  /** Everybody sees it; people who are no members are vetted before they are let in. */
  MEMBERS_AND_GUESTS,
  /** Everybody sees it, and registers. */
  PUBLIC;

  /** Whether the reader may know of such an event once it is no draft. */
  public boolean seenBy(Reader reader) {
    return this != MEMBERS || insider(reader);
  }

  /** Whether the person counts as one of the alliance. */
  public static boolean insider(Reader reader) {
    return reader.is(Role.MEMBER)
        || reader.is(Role.PARTNER)
        || reader.is(Role.ORGANISER)
        || reader.is(Role.EDITOR);
  }
}
