package org.csoalliance.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.ShipService;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.platform.sharing.Blur;
import org.csoalliance.platform.sharing.Tlp;

/**
 * Makes up the incidents of a demonstration, dated back from its start, in the transaction that
 * made its people. They tell nobody by mail: no event is fired for them.
 */
@Dependent
public class DemoIncidents {
  private static final String FILE = "/demo/incidents.txt";
  private static final int COLUMNS = 18;

  private IncidentRepository incidents;
  private ShipService ships;
  private DemoPeople people;
  private AuditLog audit;
  private final Map<String, Reader> readers = new HashMap<>();

  /** For CDI. */
  protected DemoIncidents() {}

  /** Writes through the given repository. */
  @Inject
  public DemoIncidents(
      IncidentRepository incidents, ShipService ships, DemoPeople people, AuditLog audit) {
    this.incidents = incidents;
    this.ships = ships;
    this.people = people;
    this.audit = audit;
  }

  private record Line(String[] cells, Instant at) {}

  /** Makes them all. */
  public void create(@Observes DemonstrationStarted started) {
    List<Line> lines =
        read().stream()
            .map(cells -> new Line(cells, occurred(cells, started.at())))
            .sorted(Comparator.comparing(Line::at))
            .toList();
    lines.forEach(line -> create(line, started.at()));
    audit.record(
        Reader.SYSTEM, "demonstration.made", "incident", "all", lines.size() + " made-up reports");
  }

  private void create(Line line, Instant now) {
    String[] cells = line.cells();
    boolean numbered = cells[10].matches("[0-9]{7}");
    ReportIncident report =
        ReportRules.clean(
            new ReportIncident(
                null,
                IncidentKind.valueOf(cells[3]),
                line.at(),
                OccurredPrecision.EXACT,
                Integer.valueOf(cells[2]),
                cells[8].isEmpty() ? null : Position.parse(cells[8]).orElseThrow(),
                cells[9],
                numbered ? cells[10] : null,
                numbered ? "" : cells[10],
                cells[11].equals("yes"),
                cells[12],
                cells[16],
                PersonsHarmed.valueOf(cells[13]),
                cells[14],
                cells[15],
                Tlp.valueOf(cells[6]),
                "",
                null,
                Disclosure.USUAL,
                List.of()),
            now);
    Reader reporter = person(cells[7]);
    Instant reported = line.at().plus(Duration.ofMinutes(16 + cells[12].length()));
    int year = line.at().atOffset(ZoneOffset.UTC).getYear();
    Incident incident =
        new Incident(incidents.nextReference(year), report, reporter, new Blur(), reported);
    ImoNumber.ship(report.shipImo())
        .flatMap(ships::byImo)
        .ifPresent(ship -> incident.shipAsKnown(ship.name(), ship.type(), ship.flag()));
    incidents.add(incident, null);
    incidents.add(new IncidentStatusChange(incident, null, "Reported.", reporter, reported));
    judge(incident, cells, reported);
  }

  /** A disputed one was confirmed first. */
  private void judge(Incident incident, String[] cells, Instant reported) {
    IncidentStatus last = IncidentStatus.valueOf(cells[4]);
    Integer severity = cells[5].isEmpty() ? null : Integer.valueOf(cells[5]);
    String[] reasons = cells[17].split(" // ");
    Instant at = reported;
    for (int i = 0; last != IncidentStatus.REPORTED && i < reasons.length; i++) {
      at = at.plus(Duration.ofMinutes(129 + 40L * i));
      IncidentStatus from = incident.status();
      boolean end = i == reasons.length - 1;
      incident.judge(end ? last : IncidentStatus.CONFIRMED, severity, at);
      incidents.add(
          new IncidentStatusChange(
              incident, from, reasons[i], person(i == 0 ? "editor" : "editor2"), at));
    }
  }

  private Reader person(String name) {
    return readers.computeIfAbsent(name, people::person);
  }

  private static Instant occurred(String[] cells, Instant now) {
    Duration clock = Duration.between(LocalTime.MIDNIGHT, LocalTime.parse(cells[1]));
    Instant day = now.truncatedTo(ChronoUnit.DAYS).minus(Long.parseLong(cells[0]), ChronoUnit.DAYS);
    return day.plus(clock);
  }

  private static List<String[]> read() {
    try (InputStream file = DemoIncidents.class.getResourceAsStream(FILE);
        BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(DemoIncidents::cells)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String[] cells(String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException(FILE + " has " + cells.length + " columns: " + line);
    }
    return cells;
  }
}
