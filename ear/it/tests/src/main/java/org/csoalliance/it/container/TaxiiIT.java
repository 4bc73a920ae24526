package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.csoalliance.it.harness.Http;
import org.csoalliance.it.harness.Json;
import org.csoalliance.it.harness.Site;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a TAXII 2.1 client does, from discovery to an object. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TaxiiIT {
  private static final String TYPE = "application/taxii+json;version=2.1";
  private static final String ALL =
      "/taxii2/indicators/collections/ca500648-8f01-4e68-848c-416c2560757c/";
  private static final Http HTTP = new Http(null);

  @BeforeEach
  void indicators() {
    Site.sql("delete from incident where reference like 'CSOA-1999-%'");
    incident(1, "GREEN", "[{\"type\":\"IP\",\"value\":\"192.0.2.1\"}]");
    incident(2, "AMBER", "[{\"type\":\"DOMAIN\",\"value\":\"two.example\"}]");
    incident(3, "RED", "[{\"type\":\"FILE\",\"value\":\"secret.exe\"}]");
    incident(4, "CLEAR", "[{\"type\":\"URL\",\"value\":\"http://four.example/\"}]");
  }

  private static void incident(int n, String tlp, String indicators) {
    Site.sql(
        """
        insert into incident (reference, kind, status, occurred_at, occurred_precision, latitude,
                              longitude, tlp, title, text, details, created_at, updated_at)
        values ('CSOA-1999-0000%1$d', 'CYBER', 'CONFIRMED', now(), 'EXACT', 1, 104, '%2$s', 'T',
                'X', '{"indicators": %3$s}', now(), now() + interval '%1$d s')"""
            .formatted(n, tlp, indicators));
  }

  private static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(Site.base().resolve(path)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request);
  }

  private static HttpResponse<String> as(String who, String path) {
    return get(path, "Authorization", basic("anybody", "demo-" + who), "Accept", TYPE);
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static JsonNode body(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(TYPE, answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
    return Json.read(answer.body());
  }

  @Test
  void fromDiscoveryToAnObject() {
    JsonNode discovery = body(as("member", "/taxii2/"));
    assertTrue(discovery.get("api_roots").get(0).asText().endsWith("/taxii2/indicators/"));
    JsonNode root = body(as("member", "/taxii2/indicators/"));
    assertEquals(TYPE, root.get("versions").get(0).asText());
    JsonNode collections = body(as("member", "/taxii2/indicators/collections/"));
    assertEquals(2, collections.get("collections").size());
    assertTrue(body(as("member", ALL)).get("can_read").asBoolean());
    HttpResponse<String> answer = as("member", ALL + "objects/?match[type]=indicator&limit=1000");
    JsonNode objects = body(answer);
    assertTrue(answer.headers().firstValue("X-TAXII-Date-Added-First").isPresent());
    assertTrue(answer.headers().firstValue("X-TAXII-Date-Added-Last").isPresent());
    String id = objects.get("objects").get(0).get("id").asText();
    assertEquals(
        id,
        body(as("member", ALL + "objects/" + id + "/")).get("objects").get(0).get("id").asText());
    assertEquals(
        1, body(as("member", ALL + "objects/" + id + "/versions/")).get("versions").size());
    JsonNode manifest = body(as("member", ALL + "manifest/?match[id]=" + id));
    assertEquals(id, manifest.get("objects").get(0).get("id").asText());
    assertEquals(404, as("member", ALL + "objects/indicator--nothing/").statusCode());
    assertEquals(404, as("member", "/taxii2/indicators/collections/other/objects/").statusCode());
  }

  @Test
  void eachReaderGetsWhatTheLabelsAllow() {
    assertEquals(Set.of("192.0.2.1", "two.example", "four.example"), found("member", ALL));
    assertEquals(
        Set.of("192.0.2.1", "two.example", "secret.exe", "four.example"), found("editor", ALL));
    String clear = "/taxii2/indicators/collections/clear/";
    assertEquals(Set.of("four.example"), found("editor", clear));
  }

  private static Set<String> found(String who, String collection) {
    String all = body(as(who, collection + "objects/?limit=1000&match[type]=indicator")).toString();
    Set<String> found = new HashSet<>();
    for (String value : new String[] {"192.0.2.1", "two.example", "secret.exe", "four.example"}) {
      if (all.contains(value)) {
        found.add(value);
      }
    }
    return found;
  }

  @Test
  void pagesEndAndAddedAfterGoesOn() {
    Set<String> ids = new HashSet<>();
    String next = "";
    int pages = 0;
    String last = "";
    while (next != null && pages++ < 200) {
      HttpResponse<String> answer =
          as("member", ALL + "objects/?limit=2" + (next.isEmpty() ? "" : "&next=" + next));
      JsonNode page = body(answer);
      page.path("objects").forEach(each -> assertTrue(ids.add(each.get("id").asText())));
      next = page.path("more").asBoolean() ? page.get("next").asText() : null;
      last = answer.headers().firstValue("X-TAXII-Date-Added-Last").orElse(last);
    }
    assertTrue(ids.size() > 15, () -> "" + ids.size());
    assertEquals("{}", as("member", ALL + "objects/?added_after=" + last).body());
  }

  @Test
  void whoIsNotKnownIsAskedToSignIn() {
    for (String authorization :
        new String[] {
          null, "Bearer nothing", basic("member@demo.example", "Demonstration-2026"), "Basic ###"
        }) {
      HttpResponse<String> answer =
          authorization == null ? get("/taxii2/") : get("/taxii2/", "Authorization", authorization);
      assertEquals(401, answer.statusCode(), authorization);
      assertTrue(
          answer.headers().allValues("WWW-Authenticate").toString().contains("Basic"),
          () -> answer.headers().map().toString());
      assertTrue(Json.read(answer.body()).has("title"));
    }
    assertEquals(200, get("/taxii2/", "Authorization", "Bearer demo-member").statusCode());
    assertEquals(403, as("administrator", "/taxii2/").statusCode());
  }

  @Test
  void formatsAreKept() {
    String bearer = "Bearer demo-member";
    HttpResponse<String> html = get("/taxii2/", "Authorization", bearer, "Accept", "text/html");
    assertEquals(406, html.statusCode());
    assertEquals(
        406,
        get("/taxii2/", "Authorization", bearer, "Accept", "application/taxii+json;version=2.0")
            .statusCode());
    assertEquals(400, as("member", ALL + "objects/?limit=0").statusCode());
    assertEquals(415, post("text/xml").statusCode());
    assertEquals(403, post(TYPE).statusCode());
    assertFalse(post("text/xml").body().contains("ENTITY"));
  }

  /** A body is never parsed, whatever it holds. */
  private static HttpResponse<String> post(String type) {
    return HTTP.send(
        HttpRequest.newBuilder(Site.base().resolve(ALL + "objects/"))
            .header("Authorization", "Bearer demo-member")
            .header("Content-Type", type)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")));
  }
}
