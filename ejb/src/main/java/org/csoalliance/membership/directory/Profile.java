package org.csoalliance.membership.directory;

import java.util.Set;

/**
 * What a member shows of themselves to the other members; the name is always shown.
 *
 * @param hidden whether the directory leaves the person out
 * @param shown the fields that others see; company alone unless chosen otherwise
 * @param languages at most 200 characters, never null
 * @param waters waters of interest, at most 300 characters, never null
 * @param about a short text, at most 1,000 characters, never null
 */
public record Profile(
    boolean hidden, Set<Field> shown, String languages, String waters, String about) {
  /** Copies the fields. */
  public Profile {
    shown = Set.copyOf(shown);
  }

  /** What can be shown or not. */
  public enum Field {
    COMPANY("Company", "show_company"),
    CAPACITY("Capacity", "show_capacity"),
    SHIPS("Number of ships", "show_ships"),
    TELEPHONE("Telephone", "show_telephone"),
    MAIL("E-mail", "show_mail"),
    LANGUAGES("Languages", "show_languages"),
    WATERS("Waters of interest", "show_waters"),
    ABOUT("Short text", "show_about");

    private final String words;
    private final String column;

    Field(String words, String column) {
      this.words = words;
      this.column = column;
    }

    /** As people read it. */
    public String words() {
      return words;
    }

    String column() {
      return column;
    }
  }
}
