package org.csoalliance.membership.admin;

import org.csoalliance.platform.security.Role;

/**
 * Which people a page shows.
 *
 * @param text part of a name, an address or a company's name; null or blank: any
 * @param role null: any
 * @param state null: any
 */
public record PeopleFilter(String text, Role role, State state) {
  /** Whether and how an account can be used. */
  public enum State {
    /** It can. */
    ACTIVE("Active"),
    /** It is suspended. */
    SUSPENDED("Suspended"),
    /** It was ended. */
    ENDED("Ended");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }
}
