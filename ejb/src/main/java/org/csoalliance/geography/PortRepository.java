package org.csoalliance.geography;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sql.Rows;

/** Ports and the rows of their sources, as rows. */
@Dependent
public class PortRepository {
  private static final String COLUMNS =
      "p.code, p.wpi_number, p.name, p.country, p.latitude, p.longitude, p.position_source,"
          + " p.doubtful, p.zone, p.zone_own, p.harbour_size, p.harbour_type, p.shelter,"
          + " p.pilot_required";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public PortRepository() {}

  /** For tests: works in the transaction of the given entity manager. */
  public PortRepository(EntityManager em) {
    this.em = em;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** The port of a code. */
  Optional<Port> find(String code) {
    return Rows.first(
        connection(),
        "select " + COLUMNS + " from port p where p.code = ?",
        List.of(code),
        PortRepository::port);
  }

  /** Ports whose code is, or whose name holds, what was typed; those that begin with it first. */
  List<Port> search(String typed, int most) {
    String folded = PortName.folded(typed);
    return Rows.list(
        connection(),
        "select "
            + COLUMNS
            + " from port p where p.code = upper(?) or (? <> '' and p.folded like '%' || ? || '%')"
            + " order by p.code <> upper(?), p.folded not like ? || '%', p.wpi_number is null,"
            + " p.name, p.code limit ?",
        PortRepository::port,
        typed,
        folded,
        folded,
        typed,
        folded,
        most);
  }

  /** The port nearest to the position, by the great circle; a doubtful position does not count. */
  Optional<Port> nearest(Position at) {
    return Rows.first(
        connection(),
        "select "
            + COLUMNS
            + " from port p where p.latitude is not null and not p.doubtful order by"
            + " power(sin(radians(p.latitude - ?) / 2), 2) + cos(radians(?))"
            + " * cos(radians(p.latitude)) * power(sin(radians(p.longitude - ?) / 2), 2), p.code"
            + " limit 1",
        List.of(at.latitude(), at.latitude(), at.longitude()),
        PortRepository::port);
  }

  /** How many rows each source gave, by its name. */
  Map<PortSource, Long> counts() {
    Map<PortSource, Long> counts = new HashMap<>();
    Rows.list(
        connection(),
        "select source, count(*) from port_record group by source",
        List.of(),
        row -> counts.put(PortSource.valueOf(row.getString(1)), row.getLong(2)));
    return counts;
  }

  /** Every row of every source. */
  List<PortRecord> records() {
    return Rows.list(
        connection(),
        "select * from port_record",
        List.of(),
        row ->
            new PortRecord(
                PortSource.valueOf(row.getString("source")),
                row.getString("key"),
                row.getString("name"),
                row.getString("country"),
                position(row),
                row.getBoolean("doubtful"),
                row.getString("zone"),
                facts(row)));
  }

  /**
   * How many rows of a source became new or changed.
   *
   * @param imported rows that were not there
   * @param updated rows that said something else before
   */
  record Kept(int imported, int updated) {}

  /** Keeps rows of one source, each key once; what is the same already is left as it is. */
  Kept keep(PortSource source, List<PortRecord> rows) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      columns.add(new ArrayList<>());
    }
    for (PortRecord row : rows) {
      List<String> cells =
          Arrays.asList(
              row.key(),
              row.name(),
              row.country(),
              row.position() == null ? null : String.valueOf(row.position().latitude()),
              row.position() == null ? null : String.valueOf(row.position().longitude()),
              String.valueOf(row.doubtful()),
              row.facts().size(),
              row.facts().type(),
              row.facts().shelter(),
              row.facts().pilotRequired() == null ? null : row.facts().pilotRequired().toString());
      for (int i = 0; i < cells.size(); i++) {
        columns.get(i).add(cells.get(i));
      }
    }
    List<Object> values = new ArrayList<>();
    values.add(source);
    values.addAll(columns);
    List<Boolean> changed =
        Rows.list(
            connection(),
            "insert into port_record (source, key, name, country, latitude, longitude, doubtful,"
                + " harbour_size, harbour_type, shelter, pilot_required)"
                + " select ?, k, n, c, la::float8, lo::float8, d::boolean, s, t, h, p::boolean"
                + " from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
                + " ?::text[], ?::text[], ?::text[], ?::text[]) v (k, n, c, la, lo, d, s, t, h, p)"
                + " on conflict (source, key) do update set name = excluded.name,"
                + " country = excluded.country, latitude = excluded.latitude,"
                + " longitude = excluded.longitude, doubtful = excluded.doubtful,"
                + " harbour_size = excluded.harbour_size, harbour_type = excluded.harbour_type,"
                + " shelter = excluded.shelter, pilot_required = excluded.pilot_required"
                + " where (port_record.name, port_record.country, port_record.latitude,"
                + " port_record.longitude, port_record.doubtful, port_record.harbour_size,"
                + " port_record.harbour_type, port_record.shelter, port_record.pilot_required)"
                + " is distinct from (excluded.name, excluded.country, excluded.latitude,"
                + " excluded.longitude, excluded.doubtful, excluded.harbour_size,"
                + " excluded.harbour_type, excluded.shelter, excluded.pilot_required)"
                + " returning (xmax = 0)",
            values,
            row -> row.getBoolean(1));
    int imported = (int) changed.stream().filter(isNew -> isNew).count();
    return new Kept(imported, changed.size() - imported);
  }

  /** Puts these ports in the place of all there were; those that stay the same are not touched. */
  void replace(List<Port> ports) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      columns.add(new ArrayList<>());
    }
    for (Port port : ports) {
      List<String> cells =
          Arrays.asList(
              port.code(),
              text(port.wpiNumber()),
              port.name(),
              port.country(),
              port.position() == null ? null : text(port.position().latitude()),
              port.position() == null ? null : text(port.position().longitude()),
              text(port.positionSource()),
              text(port.doubtful()),
              port.zone(),
              text(port.zoneOwn()),
              port.facts().size(),
              port.facts().type(),
              port.facts().shelter(),
              text(port.facts().pilotRequired()),
              PortName.folded(port.name()));
      for (int i = 0; i < cells.size(); i++) {
        columns.get(i).add(cells.get(i));
      }
    }
    String names =
        "code, wpi_number, name, country, latitude, longitude, position_source, doubtful, zone,"
            + " zone_own, harbour_size, harbour_type, shelter, pilot_required, folded";
    String set =
        Arrays.stream(names.split(", "))
            .skip(1)
            .map(name -> name + " = excluded." + name)
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    Rows.change(
        connection(), "delete from port where code <> all (?)", List.<Object>of(columns.get(0)));
    Rows.change(
        connection(),
        "insert into port ("
            + names
            + ") select c, w::int, n, k, la::float8, lo::float8, ps, d::boolean, z, zo::boolean,"
            + " s, t, h, p::boolean, f from unnest("
            + "?::text[], ".repeat(14)
            + "?::text[]) v (c, w, n, k, la, lo, ps, d, z, zo, s, t, h, p, f)"
            + " on conflict (code) do update set "
            + set
            + " where port.* is distinct from excluded.*",
        new ArrayList<Object>(columns));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static Position position(ResultSet row) throws SQLException {
    return row.getObject("latitude") == null
        ? null
        : new Position(row.getDouble("latitude"), row.getDouble("longitude"));
  }

  private static PortFacts facts(ResultSet row) throws SQLException {
    return new PortFacts(
        row.getString("harbour_size"),
        row.getString("harbour_type"),
        row.getString("shelter"),
        row.getObject("pilot_required", Boolean.class));
  }

  private static Port port(ResultSet row) throws SQLException {
    String source = row.getString("position_source");
    return new Port(
        row.getString("code"),
        row.getObject("wpi_number", Integer.class),
        row.getString("name"),
        row.getString("country"),
        position(row),
        source == null ? null : PortSource.valueOf(source),
        row.getBoolean("doubtful"),
        row.getString("zone"),
        row.getBoolean("zone_own"),
        facts(row));
  }
}
