package org.csoalliance.event.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Columns of the table beside the name, which always stands. */
public enum DeskColumn {
  COMPANY("Company", true),
  CATEGORY("Category", true),
  STATE("State", true),
  REGISTERED("Registered, UTC", true),
  MAIL("Mail", false),
  MODE("Takes part", false),
  SESSIONS("Sessions", false),
  PRICE("Price", false),
  BY("Registered by", false);

  private final String words;
  private final boolean standing;

  DeskColumn(String words, boolean standing) {
    this.words = words;
    this.standing = standing;
  }

  /** The heading. */
  public String words() {
    return words;
  }

  /** As it is kept and stands in a form. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is shown to whoever chose nothing. */
  public static List<DeskColumn> standing() {
    return Arrays.stream(values()).filter(column -> column.standing).toList();
  }

  /** The columns named, in their own order; unknown names are left out; null: the standing ones. */
  public static List<DeskColumn> parse(String names) {
    if (names == null) {
      return standing();
    }
    List<String> wanted = Arrays.asList(names.split(" "));
    List<DeskColumn> columns = new ArrayList<>();
    for (DeskColumn column : values()) {
      if (wanted.contains(column.key())) {
        columns.add(column);
      }
    }
    return columns;
  }
}
