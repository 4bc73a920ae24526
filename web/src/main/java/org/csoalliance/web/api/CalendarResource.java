package org.csoalliance.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.csoalliance.event.calendar.EventCalendarService;

/** Feeds for calendar programs: all events that the caller may see, and those of one person. */
@RequestScoped
@Path("/")
public class CalendarResource {
  private static final String TYPE = "text/calendar;charset=UTF-8";

  @Inject private EventCalendarService calendars;

  /** What the caller may see, from a year back on. */
  @GET
  @Path("events.ics")
  @Produces(TYPE)
  public Response all(@Context Request request) {
    return Conditional.answer(request, TYPE, calendars.all());
  }

  /**
   * What one person comes to or waits for; the address is the secret, and 404 once it is revoked.
   */
  @GET
  @Path("calendars/{token}.ics")
  @Produces(TYPE)
  public Response own(@PathParam("token") String token, @Context Request request) {
    return Conditional.answer(request, TYPE, calendars.ofToken(token));
  }
}
