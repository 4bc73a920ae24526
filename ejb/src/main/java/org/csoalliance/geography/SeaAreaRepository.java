package org.csoalliance.geography;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Outline;
import org.csoalliance.platform.sql.Rows;

/** Named sea areas, as rows. */
@Dependent
public class SeaAreaRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public SeaAreaRepository() {}

  /** For tests: works in the transaction of the given entity manager. */
  public SeaAreaRepository(EntityManager em) {
    this.em = em;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** All of them by name; a number in a name counts as a number. */
  List<SeaArea.Summary> all() {
    return Rows.list(
        connection(),
        "select slug, name, note, source, points, changed_at from sea_area"
            + " order by source desc, regexp_replace(name, '\\d.*', ''),"
            + " cast(substring(name from '\\d+') as numeric), name",
        List.of(),
        row ->
            new SeaArea.Summary(
                row.getString("slug"),
                row.getString("name"),
                row.getString("note"),
                SeaArea.Source.valueOf(row.getString("source")),
                row.getInt("points"),
                Rows.time(row, "changed_at")));
  }

  /** The area of a slug. */
  Optional<SeaArea> find(String slug) {
    return Rows.first(
        connection(),
        "select slug, name, note, source, outline, changed_by, changed_at, version from sea_area"
            + " where slug = ?",
        List.of(slug),
        row ->
            new SeaArea(
                row.getString("slug"),
                row.getString("name"),
                row.getString("note"),
                SeaArea.Source.valueOf(row.getString("source")),
                Outline.ofSql(row.getString("outline")),
                row.getString("changed_by"),
                Rows.time(row, "changed_at"),
                row.getInt("version")));
  }

  /** The name of an area. */
  Optional<String> name(String slug) {
    return Rows.first(
        connection(),
        "select name from sea_area where slug = ?",
        List.of(slug),
        row -> row.getString(1));
  }

  /** Adds an area; false when the slug is taken. */
  boolean add(
      String slug,
      String name,
      String note,
      SeaArea.Source source,
      Outline outline,
      String by,
      Instant at) {
    Box box = outline.box();
    return Rows.change(
            connection(),
            "insert into sea_area (slug, name, note, source, outline, points, south, west, north,"
                + " east, changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (slug) do nothing",
            slug,
            name,
            note,
            source,
            outline.sql(),
            outline.points().size(),
            box.south(),
            box.west(),
            box.north(),
            box.east(),
            by,
            at)
        == 1;
  }

  /** Changes an area of that version; false when it was changed meanwhile, or is gone. */
  boolean change(
      String slug, String name, String note, Outline outline, String by, Instant at, int version) {
    Box box = outline.box();
    return Rows.change(
            connection(),
            "update sea_area set name = ?, note = ?, outline = ?, points = ?, south = ?, west = ?,"
                + " north = ?, east = ?, changed_by = ?, changed_at = ?, version = version + 1"
                + " where slug = ? and version = ?",
            name,
            note,
            outline.sql(),
            outline.points().size(),
            box.south(),
            box.west(),
            box.north(),
            box.east(),
            by,
            at,
            slug,
            version)
        == 1;
  }

  /** Takes an area away; false when there is none. */
  boolean remove(String slug) {
    return Rows.change(connection(), "delete from sea_area where slug = ?", slug) == 1;
  }

  /** How many areas there are. */
  int count() {
    return Rows.list(connection(), "select count(*) from sea_area", List.of(), row -> row.getInt(1))
        .get(0);
  }
}
