package org.csoalliance.web.taxii;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.csoalliance.incident.indicator.IndicatorService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.web.shared.Faults;

/**
 * A TAXII 2.1 server (OASIS standard of 10 June 2021) that is read and not written to. Its one API
 * root is {@code /taxii2/indicators/}. A servlet and no REST resource, since the two servers'
 * JAX-RS differ in what they make of the version in a media type and of a slash at the end.
 */
@WebServlet("/taxii2/*")
public class TaxiiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String ROOT = "indicators";

  /** Microseconds, as TAXII 2.1, 2 asks of a timestamp. */
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @EJB private transient IndicatorService service;
  @Inject private transient CallerContext caller;
  @Inject private transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (!TaxiiMedia.accepted(request.getHeader("Accept"))) {
        throw new TaxiiError(406, "Not acceptable", "This server answers " + TaxiiMedia.TYPE + ".");
      }
      answer(request, response, path(request));
    } catch (TaxiiError error) {
      send(response, error);
    } catch (RuntimeException fault) {
      String reference = Faults.record(fault, request);
      send(
          response,
          new TaxiiError(
              500,
              "Fault",
              "Something went wrong on our side. It is logged as " + reference + "."));
    }
  }

  /** Nothing is taken: what is wanted here is reported on the platform. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      reader();
      if (!TaxiiMedia.accepted(request.getHeader("Accept"))) {
        throw new TaxiiError(406, "Not acceptable", "This server answers " + TaxiiMedia.TYPE + ".");
      }
      List<String> path = path(request);
      boolean objects = path.size() == 4 && path.get(3).equals("objects");
      if (!objects) {
        response.setHeader("Allow", "GET, HEAD");
        throw new TaxiiError(405, "Method not allowed", "This address is read with GET.");
      }
      collection(path);
      if (!TaxiiMedia.readable(request.getContentType())) {
        throw new TaxiiError(
            415, "Unsupported media type", "Objects are sent as " + TaxiiMedia.TYPE + ".");
      }
      throw new TaxiiError(
          403, "Not allowed", "This collection is read only. Report a cyber incident instead.");
    } catch (TaxiiError error) {
      send(response, error);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, List<String> path)
      throws IOException {
    reader();
    if (path.isEmpty()) {
      send(response, discovery(), null);
      return;
    }
    if (!path.get(0).equals(ROOT)) {
      throw TaxiiError.notFound();
    }
    if (path.size() == 1) {
      send(response, root(), null);
    } else if (!path.get(1).equals("collections")) {
      throw TaxiiError.notFound(); // of a read-only server there is no status to ask for either
    } else if (path.size() == 2) {
      JsonArrayBuilder all = Json.createArrayBuilder();
      for (TaxiiCollection each : TaxiiCollection.values()) {
        all.add(each.json());
      }
      send(response, Json.createObjectBuilder().add("collections", all).build(), null);
    } else {
      collection(request, response, path);
    }
  }

  private void collection(
      HttpServletRequest request, HttpServletResponse response, List<String> path)
      throws IOException {
    TaxiiCollection collection = collection(path);
    if (path.size() == 3) {
      send(response, collection.json(), null);
      return;
    }
    TaxiiQuery query = TaxiiQuery.read(request.getParameterMap());
    StixObjects objects = new StixObjects(settings.baseUrl());
    String what = path.get(3);
    boolean one = what.equals("objects") && (path.size() == 5 || path.size() == 6);
    if (one) {
      TaxiiQuery.Next from = query.next();
      query = query.of(path.get(4));
      TaxiiCollection.Page page = collection.page(service, objects, query);
      if (page.entries().isEmpty() && from == null && query.addedAfter() == null) {
        throw TaxiiError.notFound();
      }
      if (path.size() == 6 && !path.get(5).equals("versions")) {
        throw TaxiiError.notFound();
      }
      send(response, path.size() == 5 ? envelope(page) : versions(page), page);
    } else if (path.size() == 4 && what.equals("objects")) {
      TaxiiCollection.Page page = collection.page(service, objects, query);
      send(response, envelope(page), page);
    } else if (path.size() == 4 && what.equals("manifest")) {
      TaxiiCollection.Page page = collection.page(service, objects, query);
      send(response, manifest(page), page);
    } else {
      throw TaxiiError.notFound();
    }
  }

  private static TaxiiCollection collection(List<String> path) {
    boolean ours = path.get(0).equals(ROOT) && path.get(1).equals("collections");
    return (ours ? TaxiiCollection.of(path.get(2)) : java.util.Optional.<TaxiiCollection>empty())
        .orElseThrow(TaxiiError::notFound);
  }

  private Reader reader() {
    Reader reader = caller.reader();
    if (!reader.signedIn()) {
      throw TaxiiError.signIn();
    }
    if (!reader.is(Role.MEMBER) && !reader.is(Role.PARTNER) && !reader.is(Role.EDITOR)) {
      throw new TaxiiError(403, "Not allowed", "Members, partners and editors read indicators.");
    }
    return reader;
  }

  private static List<String> path(HttpServletRequest request) {
    String info = request.getPathInfo() == null ? "" : request.getPathInfo();
    String inner = info.replaceAll("^/|/$", "");
    return inner.isEmpty() ? List.of() : List.of(inner.split("/", -1));
  }

  private JsonObject discovery() {
    String root = settings.baseUrl() + "/taxii2/" + ROOT + "/";
    return Json.createObjectBuilder()
        .add("title", "CSO Alliance")
        .add("description", "Cyber indicators of the alliance, for its members and partners.")
        .add("contact", settings.contactMail())
        .add("default", root)
        .add("api_roots", Json.createArrayBuilder().add(root))
        .build();
  }

  private static JsonObject root() {
    return Json.createObjectBuilder()
        .add("title", "Indicators")
        .add("description", "Cyber indicators that members reported.")
        .add("versions", Json.createArrayBuilder().add(TaxiiMedia.TYPE))
        .add("max_content_length", 65_536)
        .build();
  }

  /** TAXII 2.1, 3.7: nothing but an empty object where there is nothing. */
  private static JsonObject envelope(TaxiiCollection.Page page) {
    JsonObjectBuilder envelope = paged(page);
    if (!page.entries().isEmpty()) {
      JsonArrayBuilder objects = Json.createArrayBuilder();
      page.entries().forEach(entry -> objects.add(entry.object()));
      envelope.add("objects", objects);
    }
    return envelope.build();
  }

  private static JsonObject manifest(TaxiiCollection.Page page) {
    JsonObjectBuilder manifest = paged(page);
    if (!page.entries().isEmpty()) {
      JsonArrayBuilder objects = Json.createArrayBuilder();
      for (TaxiiQuery.Entry entry : page.entries()) {
        objects.add(
            Json.createObjectBuilder()
                .add("id", entry.object().getString("id"))
                .add("date_added", MICROS.format(entry.added()))
                .add("version", TaxiiQuery.Entry.version(entry.object()))
                .add("media_type", "application/stix+json;version=2.1"));
      }
      manifest.add("objects", objects);
    }
    return manifest.build();
  }

  private static JsonObject versions(TaxiiCollection.Page page) {
    JsonObjectBuilder answer = paged(page);
    JsonArrayBuilder versions = Json.createArrayBuilder();
    page.entries().forEach(entry -> versions.add(TaxiiQuery.Entry.version(entry.object())));
    return answer.add("versions", versions).build();
  }

  private static JsonObjectBuilder paged(TaxiiCollection.Page page) {
    JsonObjectBuilder answer = Json.createObjectBuilder();
    if (page.next() != null) {
      answer.add("more", true).add("next", page.next().token());
    } else if (!page.entries().isEmpty()) {
      answer.add("more", false);
    }
    return answer;
  }

  private static void send(HttpServletResponse response, TaxiiError error) throws IOException {
    response.setStatus(error.status());
    if (error.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.addHeader("WWW-Authenticate", "Basic realm=\"CSO Alliance\", charset=\"UTF-8\"");
      response.addHeader("WWW-Authenticate", "Bearer realm=\"CSO Alliance\"");
    }
    send(response, error.json(), null);
  }

  private static void send(HttpServletResponse response, JsonObject body, TaxiiCollection.Page page)
      throws IOException {
    if (page != null && !page.entries().isEmpty()) {
      Instant first = page.entries().get(0).added();
      Instant last = page.entries().get(page.entries().size() - 1).added();
      response.setHeader("X-TAXII-Date-Added-First", MICROS.format(first));
      response.setHeader("X-TAXII-Date-Added-Last", MICROS.format(last));
    }
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType(TaxiiMedia.TYPE);
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("Vary", "Authorization, Cookie");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
