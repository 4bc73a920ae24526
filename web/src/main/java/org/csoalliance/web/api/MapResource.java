package org.csoalliance.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.MapCell;
import org.csoalliance.platform.geo.Box;

/** The markers of the map. */
@RequestScoped
@Path("/map")
public class MapResource {
  private static final Box WORLD = new Box(-90, -180, 90, 180);
  private static final int ZOOM = 2;

  @Inject private IncidentListService incidents;

  /** Markers and clusters inside a box; the filter is the list's. */
  @GET
  @Produces("application/geo+json")
  public Response map(@Context UriInfo uri, @Context Request request) {
    IncidentQuery query = IncidentQuery.ofMap(uri.getQueryParameters());
    Box bounds = query.filter().bbox() == null ? WORLD : query.filter().bbox();
    int zoom = query.zoom() == null ? ZOOM : query.zoom();
    List<MapCell> cells = incidents.map(query.filter(), bounds, zoom);
    IncidentGeoJson writer = new IncidentGeoJson(Links.of(uri));
    return Conditional.answer(
        request, "application/geo+json", JsonText.bytes(json -> writer.cells(json, cells)));
  }
}
