package org.csoalliance.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventFilter;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventPage;
import org.csoalliance.event.EventService;
import org.csoalliance.event.calendar.EventCalendarService;
import org.csoalliance.event.door.TicketService;
import org.csoalliance.event.registration.OwnRegistrationService;
import org.csoalliance.event.registration.Register;
import org.csoalliance.event.registration.Registered;
import org.csoalliance.event.registration.RegistrationService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;

/**
 * Events: the list, one of them, a new one, and who comes. One for all requests: to look six
 * services up by their names anew took a tenth of what a request costs.
 */
@ApplicationScoped
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
  private static final String CALENDAR = "text/calendar;charset=UTF-8";

  @Inject private EventListService events;
  @Inject private EventCalendarService calendars;
  @Inject private EventService organising;
  @Inject private RegistrationService registrations;
  @Inject private OwnRegistrationService own;
  @Inject private TicketService tickets;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /**
   * One page of what comes, the next first; with {@code past=true} what is over, the last first.
   */
  @GET
  public Response list(
      @QueryParam("text") String text,
      @QueryParam("past") String past,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("series") String series,
      @QueryParam("city") String city,
      @QueryParam("mode") String mode,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri,
      @Context Request request) {
    EventFilter filter =
        EventJson.narrowed(
            EventJson.filter(text, past, clock.instant()), from, to, series, city, mode);
    EventPage page = events.page(filter, EventJson.limit(limit), cursor);
    EventJson writer = new EventJson(Links.of(uri));
    return Conditional.answer(
        request, MediaType.APPLICATION_JSON, JsonText.bytes(json -> writer.page(json, page)));
  }

  /** One event; 404 when there is none or the caller may not know of it. */
  @GET
  @Path("{slug}")
  public Response one(
      @PathParam("slug") String slug, @Context UriInfo uri, @Context Request request) {
    return Conditional.answer(
        request, MediaType.APPLICATION_JSON, body(events.detail(slug), Links.of(uri)));
  }

  /** One event for a calendar program; 404 as above. */
  @GET
  @Path("{slug}.ics")
  @Produces(CALENDAR)
  public Response calendar(@PathParam("slug") String slug, @Context Request request) {
    return Conditional.answer(request, CALENDAR, calendars.one(slug));
  }

  /** An organiser makes an event. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    signedIn();
    organiser();
    NewEventJson read = NewEventJson.read(JsonBody.read(headers, body));
    String slug;
    try {
      slug = organising.create(read.event(), read.status());
    } catch (InvalidException invalid) {
      throw Problem.invalid(NewEventJson.renamed(invalid.fields())).thrown();
    }
    Links links = Links.of(uri);
    return Response.created(uri.getBaseUri().resolve(links.event(slug)))
        .type(MediaType.APPLICATION_JSON)
        .entity(body(events.detail(slug), links))
        .build();
  }

  /**
   * Registers the caller, or with a name and an address somebody else. The same person or the same
   * key again is answered with the same registration.
   */
  @POST
  @Path("{slug}/registrations")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response register(
      @PathParam("slug") String slug,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    signedIn();
    Register wanted =
        RegisterJson.read(
            JsonBody.read(headers, body),
            IdempotencyKey.of(idempotencyKey, caller.reader().accountId()));
    Registered made = registrations.register(slug, wanted);
    Links links = Links.of(uri);
    return Response.created(uri.getBaseUri().resolve(links.registration(slug, made.id())))
        .type(MediaType.APPLICATION_JSON)
        .entity(JsonText.bytes(json -> writer(links, made).registration(json, made)))
        .build();
  }

  /** Everybody who registered, for the organiser. */
  @GET
  @Path("{slug}/registrations")
  public Response registrations(
      @PathParam("slug") String slug, @Context UriInfo uri, @Context Request request) {
    signedIn();
    List<Registered> all = registrations.all(slug);
    EventJson writer = writer(Links.of(uri), all.toArray(Registered[]::new));
    return Conditional.answer(
        request,
        MediaType.APPLICATION_JSON,
        JsonText.bytes(json -> writer.registrations(json, all)));
  }

  /** Takes the seat that was offered. */
  @POST
  @Path("{slug}/registrations/{id}/accept")
  public Response accept(
      @PathParam("slug") String slug, @PathParam("id") String id, @Context UriInfo uri) {
    signedIn();
    Registered made = own.accept(slug, EventJson.registrationNumber(id));
    EventJson writer = writer(Links.of(uri), made);
    return Response.ok(
            JsonText.bytes(json -> writer.registration(json, made)), MediaType.APPLICATION_JSON)
        .build();
  }

  /** The person, or the organiser with a reason, cancels. */
  @DELETE
  @Path("{slug}/registrations/{id}")
  public Response cancel(
      @PathParam("slug") String slug,
      @PathParam("id") String id,
      @QueryParam("reason") String reason) {
    signedIn();
    own.cancel(slug, EventJson.registrationNumber(id), reason);
    return Response.noContent().build();
  }

  private byte[] body(EventDetail event, Links links) {
    List<String> mine = event.mine() == null ? List.of() : Arrays.asList(event.mine().ticket());
    EventJson writer = new EventJson(links, mine.isEmpty() ? Map.of() : tickets.tokens(mine));
    return JsonText.bytes(json -> writer.detail(json, event));
  }

  private EventJson writer(Links links, Registered... registered) {
    List<String> held =
        Arrays.stream(registered).map(Registered::ticket).filter(Objects::nonNull).toList();
    return new EventJson(links, held.isEmpty() ? Map.of() : tickets.tokens(held));
  }

  private void organiser() {
    if (!caller.reader().is(Role.ORGANISER)) {
      throw new RefusedException("Organisers alone may do this.");
    }
  }

  private void signedIn() {
    if (!caller.reader().signedIn()) {
      throw Problem.of(401, Problems.SIGN_IN).thrown();
    }
  }
}
