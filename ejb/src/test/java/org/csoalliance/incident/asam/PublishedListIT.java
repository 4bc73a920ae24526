package org.csoalliance.incident.asam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;
import org.csoalliance.incident.importing.ImportProgress;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The list as NGA published it, when it lies beside the project: in the file that the system
 * property {@code alliance.asam} names, else in {@code shared/data/asam.csv} of a folder above.
 */
class PublishedListIT {
  private static final Logger LOG = Logger.getLogger(PublishedListIT.class.getName());
  private static final double SECOND_OF_ARC = 1.0 / 3600;

  @RegisterExtension static final Database database = new Database();

  private final ImportBench bench = new ImportBench(database);

  private static Path published() {
    String named = System.getProperty("alliance.asam");
    if (named != null) {
      return Path.of(named);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path file = up.resolve("shared/data/asam.csv");
      if (Files.isReadable(file)) {
        return file;
      }
    }
    return null;
  }

  @Test
  void theWholeListIsImportedOnce() throws IOException, SQLException {
    Path path = published();
    assumeTrue(
        path != null, "The published ASAM list does not lie beside the project; nothing is read.");
    byte[] content = Files.readAllBytes(path);
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    boolean busy = machine.getSystemLoadAverage() > machine.getAvailableProcessors() * 1.5;
    long started = System.nanoTime();
    ImportProgress first = bench.run("asam.csv", content);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    LOG.info(() -> "Published list in " + took.toMillis() + " ms: " + counts(first));
    assertEquals(ImportProgress.State.DONE, first.state(), first.failure());
    assertEquals(6_935, first.total());
    assertEquals(
        first.total(),
        first.imported()
            + first.updated()
            + first.duplicates()
            + first.unchanged()
            + first.refused());
    assertEquals(0, first.refused(), () -> first.refusals().toString());
    assertTrue(first.imported() > 6_600, counts(first));
    // On a machine that is busy with other things the measure says nothing of the import.
    assertTrue(took.toSeconds() < (busy ? 120 : 15), () -> "took " + took);
    assertPositions(content);
    assertKinds(first.imported());

    bench.later();
    Object before =
        database.value("select md5(string_agg(i::text, '' order by id)) from incident i");
    ImportProgress second = bench.run("asam.csv", content);
    assertEquals(6_935, second.unchanged());
    assertEquals(
        before, database.value("select md5(string_agg(i::text, '' order by id)) from incident i"));
  }

  private static String counts(ImportProgress p) {
    return p.imported()
        + " imported, "
        + p.updated()
        + " updated, "
        + p.duplicates()
        + " possible duplicates, "
        + p.unchanged()
        + " unchanged, "
        + p.refused()
        + " refused";
  }

  private static void assertPositions(byte[] content) throws SQLException {
    AsamFile file = AsamFile.read(content);
    AsamReader reader = new AsamReader(file.columns(), LocalDate.of(2026, 11, 22));
    Map<String, Position> expected = new HashMap<>();
    for (AsamFile.Row row : file.rows()) {
      AsamEvent event = reader.read(row).event();
      expected.put(event.reference() + ' ' + event.day() + ' ' + event.text(), event.position());
    }
    int checked = 0;
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select source_reference || ' ' || (occurred_at at time zone 'UTC')::date || ' '"
                    + " || text, latitude, longitude from incident where version = 0")) {
      while (rows.next()) {
        Position position = expected.get(rows.getString(1));
        assertEquals(position.latitude(), rows.getDouble(2), SECOND_OF_ARC);
        assertEquals(position.longitude(), rows.getDouble(3), SECOND_OF_ARC);
        checked++;
      }
    }
    assertTrue(checked > 6_600, checked + " positions");
  }

  /** Less than one row in fifty is not understood, and none of the great kinds is empty. */
  private static void assertKinds(int imported) {
    long other = (Long) database.value("select count(*) from incident where kind = 'OTHER'");
    LOG.info(() -> "Kind OTHER: " + other + " of " + imported);
    assertTrue(other * 50 < imported, other + " of kind OTHER");
    for (String kind : new String[] {"ROBBERY", "ATTACK", "HIJACK", "ATTEMPT", "SUSPICIOUS"}) {
      long count =
          (Long) database.value("select count(*) from incident where kind = '" + kind + "'");
      assertTrue(count > 300, kind + ": " + count);
    }
  }
}
