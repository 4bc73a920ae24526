package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.function.Consumer;
import org.csoalliance.incident.DetailedIncident;
import org.csoalliance.incident.DetailedPage;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentPage;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.platform.settings.Settings;

/** Incidents for other programs: maps, spreadsheets, feed readers. The filter is the list's. */
@RequestScoped
@Path("/")
public class IncidentExportResource {
  private static final int FEED_LIMIT = 100;

  @Inject private IncidentListService incidents;
  @Inject private Settings settings;

  /** GeoJSON: the whole selection as a stream, or one page of it where limit or cursor is given. */
  @GET
  @Path("incidents.geojson")
  @Produces("application/geo+json")
  public Response geoJson(@Context UriInfo uri) {
    IncidentQuery query = IncidentQuery.ofList(uri.getQueryParameters());
    Selection selection = select(query);
    IncidentGeoJson writer = new IncidentGeoJson(Links.of(uri));
    StreamingOutput body =
        out -> {
          JsonGenerator json = JsonText.generator(out);
          writer.start(json);
          selection.rows().accept(incident -> writer.feature(json, incident));
          writer.end(json, selection.next());
          json.close();
        };
    return Response.ok(body, "application/geo+json").build();
  }

  /**
   * CSV: the whole selection as a stream, or one page of it where limit or cursor is given. A
   * selection of named kinds has a column for each open field of their long forms.
   */
  @GET
  @Path("incidents.csv")
  @Produces("text/csv")
  public Response csv(@Context UriInfo uri) {
    IncidentQuery query = IncidentQuery.ofList(uri.getQueryParameters());
    Selection selection = select(query);
    StreamingOutput body =
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 16 * 1024);
          IncidentCsv writer =
              new IncidentCsv(
                  text, IncidentCsv.details(FormCatalog.shipped(), query.filter().kinds()));
          writer.header();
          selection.rows().accept(writer::row);
          text.flush();
        };
    Response.ResponseBuilder answer =
        Response.ok(body, "text/csv;charset=utf-8")
            .header("Content-Disposition", "attachment; filename=\"incidents.csv\"");
    if (selection.next() != null) {
      answer.link(
          uri.getRequestUriBuilder()
              .replaceQueryParam("cursor", "{cursor}")
              .build(selection.next()),
          "next");
    }
    return answer.build();
  }

  /** KML: the whole selection as a stream, or one page of it where limit or cursor is given. */
  @GET
  @Path("incidents.kml")
  @Produces("application/vnd.google-earth.kml+xml")
  public Response kml(@Context UriInfo uri) {
    IncidentQuery query = IncidentQuery.ofList(uri.getQueryParameters());
    Selection selection = select(query);
    StreamingOutput body =
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 16 * 1024);
          IncidentKml writer = new IncidentKml(text, settings.baseUrl());
          writer.start();
          selection.rows().accept(row -> writer.placemark(row.incident()));
          writer.end();
          text.flush();
        };
    Response.ResponseBuilder answer =
        Response.ok(body, "application/vnd.google-earth.kml+xml")
            .header("Content-Disposition", "attachment; filename=\"incidents.kml\"");
    if (selection.next() != null) {
      answer.link(
          uri.getRequestUriBuilder()
              .replaceQueryParam("cursor", "{cursor}")
              .build(selection.next()),
          "next");
    }
    return answer.build();
  }

  /** Atom: what changed last, a hundred entries unless a limit says otherwise. */
  @GET
  @Path("incidents.atom")
  @Produces("application/atom+xml")
  public Response atom(@Context UriInfo uri, @Context Request request) {
    IncidentQuery query = IncidentQuery.ofList(uri.getQueryParameters());
    int limit = query.limit() == null ? FEED_LIMIT : query.limit();
    IncidentFilter filter = query.filter().sorted(IncidentFilter.Sort.UPDATED);
    IncidentPage page = incidents.page(filter, limit, query.cursor(), false);
    // the order is the feed's own and no part of its name
    String named = query.filter().sorted(IncidentFilter.Sort.NEWEST).toQuery();
    String feed = new IncidentAtom(settings.baseUrl()).feed(page.items(), named);
    return Conditional.answer(request, "application/atom+xml;charset=utf-8", feed.getBytes(UTF_8));
  }

  private Selection select(IncidentQuery query) {
    if (query.limit() == null && query.cursor() == null) {
      return new Selection(rows -> incidents.stream(query.filter(), rows), null);
    }
    int limit = query.limit() == null ? IncidentQuery.LIMIT : query.limit();
    DetailedPage page = incidents.pageDetails(query.filter(), limit, query.cursor());
    return new Selection(page.items()::forEach, page.next());
  }

  private record Selection(Consumer<Consumer<DetailedIncident>> rows, String next) {}
}
