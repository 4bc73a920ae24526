package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.statistics.DangerClock;
import org.csoalliance.incident.statistics.Figure;
import org.csoalliance.incident.statistics.Statistics;
import org.csoalliance.incident.statistics.StatisticsService;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.platform.text.CsvCell;

/** Figures of a selection; the filter is the list's. */
@RequestScoped
@Path("/")
public class StatisticsResource {
  @Inject private StatisticsService statistics;

  /** Counts by month, kind, area, severity and the like, and the danger clock. */
  @GET
  @Path("statistics")
  @Produces(MediaType.APPLICATION_JSON)
  public Response json(@Context UriInfo uri, @Context Request request) {
    StatisticsService.Picture picture = picture(uri);
    return Conditional.answer(
        request, MediaType.APPLICATION_JSON, JsonText.bytes(json -> write(json, picture)));
  }

  /** The same as a table: what is counted, its value, the count, and whether few more stand by. */
  @GET
  @Path("statistics.csv")
  @Produces("text/csv")
  public Response csv(@Context UriInfo uri) {
    byte[] body = csv(picture(uri)).getBytes(UTF_8);
    return Response.ok(body, "text/csv;charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"statistics.csv\"")
        .build();
  }

  private StatisticsService.Picture picture(UriInfo uri) {
    return statistics.picture(IncidentQuery.ofFigures(uri.getQueryParameters()).filter());
  }

  private static Map<String, List<Figure>> tables(Statistics s) {
    Map<String, List<Figure>> tables = new LinkedHashMap<>();
    tables.put("month", s.months());
    tables.put("year", s.years());
    tables.put("kind", s.kinds());
    tables.put("severity", s.severities());
    tables.put("ship_type", s.shipTypes());
    tables.put("outcome", s.outcomes());
    tables.put("status", s.statuses());
    tables.put("taken", s.taken());
    tables.put("area", s.areas());
    return tables;
  }

  private static String key(String table, Figure figure) {
    return table.equals("month") ? figure.key().substring(0, 7) : figure.key();
  }

  static void write(JsonGenerator json, StatisticsService.Picture picture) {
    json.writeStartObject();
    count(json, picture.statistics().total());
    JsonText.time(json, "from", picture.statistics().from());
    JsonText.time(json, "to", picture.statistics().to());
    tables(picture.statistics())
        .forEach(
            (table, figures) -> {
              json.writeStartArray("by_" + table);
              figures.forEach(figure -> figure(json, table, figure));
              json.writeEnd();
            });
    clock(json, picture.clock());
    json.writeEnd();
  }

  /** A line; the value is absent where it is not known. */
  private static void figure(JsonGenerator json, String table, Figure figure) {
    json.writeStartObject();
    JsonText.text(json, table, key(table, figure));
    count(json, figure.count());
    json.writeEnd();
  }

  private static void count(JsonGenerator json, SmallCount count) {
    json.write("count", count.shown());
    if (count.few()) {
      json.write("few", true);
    }
  }

  private static void clock(JsonGenerator json, DangerClock clock) {
    json.writeStartObject("clock");
    JsonText.text(json, "zone", clock.zone());
    json.writeStartArray("days");
    for (List<SmallCount> day : clock.days()) {
      json.writeStartArray();
      day.forEach(
          cell -> {
            json.writeStartObject();
            count(json, cell);
            json.writeEnd();
          });
      json.writeEnd();
    }
    json.writeEnd();
    json.writeStartObject("placed");
    count(json, clock.placed());
    json.writeEnd();
    json.writeStartObject("untimed");
    count(json, clock.untimed());
    json.writeEnd();
    json.writeStartArray("moon");
    clock.moon().forEach(figure -> figure(json, "phase", figure));
    json.writeEnd();
    json.writeEnd();
  }

  static String csv(StatisticsService.Picture picture) {
    StringBuilder csv = new StringBuilder("table,value,count,few_more\r\n");
    row(csv, "total", "", picture.statistics().total());
    tables(picture.statistics())
        .forEach(
            (table, figures) -> figures.forEach(f -> row(csv, table, key(table, f), f.count())));
    DangerClock clock = picture.clock();
    for (int day = 0; day < 7; day++) {
      for (int hour = 0; hour < 24; hour++) {
        row(
            csv,
            "weekday_hour",
            String.format(java.util.Locale.ROOT, "%d %02d", day + 1, hour),
            clock.days().get(day).get(hour));
      }
    }
    row(csv, "no_exact_time", "", clock.untimed());
    clock.moon().forEach(f -> row(csv, "moon", f.key(), f.count()));
    return csv.toString();
  }

  private static void row(StringBuilder csv, String table, String value, SmallCount count) {
    csv.append(table)
        .append(',')
        .append(CsvCell.of(value))
        .append(',')
        .append(count.shown())
        .append(',')
        .append(count.few() ? "yes" : "")
        .append("\r\n");
  }
}
