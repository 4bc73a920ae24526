package org.csoalliance.event.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.csoalliance.event.LineSql;
import org.csoalliance.platform.text.PlainText;

/**
 * Which registrations of an event, and in which order. Read from an address; what makes no sense
 * there is left out, so that an old bookmark still opens.
 *
 * @param group null: all of them
 * @param category number of a category; null: all
 * @param session number of a session that they chose; null: all
 * @param company part of the company's name; empty: all
 * @param text part of name, mail or company; empty: all
 * @param sort the order, never null
 */
public record DeskFilter(
    DeskGroup group, Long category, Long session, String company, String text, Sort sort) {
  /** All, the newest first. */
  public static final DeskFilter ALL = new DeskFilter(null, null, null, "", "", Sort.NEWEST);

  /** The orders of the table. */
  public enum Sort {
    NEWEST("r.joined_at", true, "timestamptz"),
    OLDEST("r.joined_at", false, "timestamptz"),
    NAME("lower(r.name)", false, "text"),
    NAME_DOWN("lower(r.name)", true, "text"),
    COMPANY("lower(r.company)", false, "text"),
    COMPANY_DOWN("lower(r.company)", true, "text"),
    STATE("r.state", false, "text"),
    STATE_DOWN("r.state", true, "text"),
    /** As the waiting list has them. */
    LINE(LineSql.key("r"), false, "text");

    private final String column;
    private final boolean down;
    private final String type;

    Sort(String column, boolean down, String type) {
      this.column = column;
      this.down = down;
      this.type = type;
    }

    String column() {
      return column;
    }

    boolean down() {
      return down;
    }

    String type() {
      return type;
    }

    /** As it stands in an address. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Reads the parameters {@code group, category, session, company, text, sort} of an address. */
  public static DeskFilter parse(Map<String, String> given) {
    Sort wanted =
        Arrays.stream(Sort.values())
            .filter(sort -> sort.key().equals(given.get("sort")))
            .findFirst()
            .orElse(null);
    DeskGroup group = DeskGroup.of(given.get("group")).orElse(null);
    Sort natural = group == DeskGroup.WAITING ? Sort.LINE : Sort.NEWEST;
    return new DeskFilter(
        group,
        number(given.get("category")),
        number(given.get("session")),
        line(given.get("company")),
        line(given.get("text")),
        wanted == null ? natural : wanted);
  }

  private static Long number(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  private static String line(String text) {
    return text == null ? "" : PlainText.line(text, 100).strip();
  }

  /** The same in another order. */
  public DeskFilter sorted(Sort other) {
    return new DeskFilter(group, category, session, company, text, other);
  }

  /** Whether it leaves anything out. */
  public boolean narrows() {
    return group != null
        || category != null
        || session != null
        || !company.isEmpty()
        || !text.isEmpty();
  }

  /** The address's query that {@link #parse} reads, without a question mark; may be empty. */
  public String query() {
    StringJoiner query = new StringJoiner("&");
    add(query, "group", group == null ? null : group.key());
    add(query, "category", category);
    add(query, "session", session);
    add(query, "company", company);
    add(query, "text", text);
    Sort natural = group == DeskGroup.WAITING ? Sort.LINE : Sort.NEWEST;
    add(query, "sort", sort == natural ? null : sort.key());
    return query.toString();
  }

  private static void add(StringJoiner query, String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }
}
