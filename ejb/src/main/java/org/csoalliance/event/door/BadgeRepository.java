package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.sql.Rows;

/** What stands on badges, and how often they were printed. */
@Dependent
public class BadgeRepository {
  /** Colours of bands by the order of the categories; white letters read well on each (4.5:1). */
  static final List<String> COLOURS =
      List.of("#0a5a80", "#9c1a66", "#17653f", "#7d4b00", "#ad1f1a", "#425560");

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public BadgeRepository() {}

  /** For tests. */
  public BadgeRepository(EntityManager em) {
    this.em = em;
  }

  /** A badge whose code is not signed yet. */
  record Row(Badge badge, UUID ticket, int generation) {}

  /** The band of each category; of an event without categories there is none. */
  List<BadgeDesk.Style> styles(long eventId) {
    List<BadgeDesk.Style> styles = new ArrayList<>();
    Rows.list(
        connection(),
        "select q.id, q.name, s.colour, s.role from event_quota q left join badge_style s on"
            + " s.quota_id = q.id where q.event_id = ? and q.kind = 'CATEGORY' order by q.place,"
            + " q.id",
        List.of(eventId),
        row -> {
          String colour = row.getString("colour");
          String role = row.getString("role");
          styles.add(
              new BadgeDesk.Style(
                  row.getLong("id"),
                  row.getString("name"),
                  colour == null ? COLOURS.get(styles.size() % COLOURS.size()) : colour,
                  role == null ? shortened(row.getString("name")) : role));
          return null;
        });
    return styles;
  }

  private static String shortened(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40);
  }

  /** Changes the band of a category of the event. */
  int style(long eventId, long category, String colour, String role) {
    return Rows.change(
        connection(),
        "insert into badge_style (quota_id, colour, role) select id, ?, ? from event_quota where"
            + " event_id = ? and id = ? and kind = 'CATEGORY' on conflict (quota_id) do update set"
            + " colour = excluded.colour, role = excluded.role",
        colour,
        role,
        eventId,
        category);
  }

  /** Everybody with a seat in person, by name. */
  List<Row> badges(long eventId, List<BadgeDesk.Style> styles) {
    return Rows.list(
        connection(),
        "select r.id, r.name, r.company, coalesce(r.category_id, 0) as category, r.ticket,"
            + " r.ticket_generation, r.badge_prints from registration r where r.event_id = ? and"
            + " r.mode = 'IN_PERSON' and r.state in ('ACCEPTED', 'CONFIRMED', 'ATTENDED',"
            + " 'NO_SHOW') order by lower(r.name), r.id",
        List.of(eventId),
        row -> {
          long category = row.getLong("category");
          BadgeDesk.Style style =
              styles.stream()
                  .filter(each -> each.id() == category)
                  .findFirst()
                  .orElse(new BadgeDesk.Style(0, "", COLOURS.get(0), "Participant"));
          return new Row(
              new Badge(
                  row.getLong("id"),
                  row.getString("name"),
                  row.getString("company"),
                  style.category(),
                  style.colour(),
                  style.role(),
                  null,
                  row.getInt("badge_prints")),
              row.getObject("ticket", UUID.class),
              row.getInt("ticket_generation"));
        });
  }

  /** Counts one more print of each. */
  void printed(Collection<Long> registrations) {
    for (Long id : registrations) {
      Rows.change(
          connection(), "update registration set badge_prints = badge_prints + 1 where id = ?", id);
    }
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
