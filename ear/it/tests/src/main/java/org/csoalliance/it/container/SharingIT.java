package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Json;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody else's report over every channel of the running servers, and rights that end. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SharingIT {
  private static final String WORD = "quodlibetical";

  /** Words of the report that no channel is asked with. */
  private static final String TEXT = "hook came aboard by the stern";

  private static final List<String> CHANNELS =
      List.of(
          "incidents?limit=1000",
          "incidents?text=" + WORD,
          "incidents?near=-47.3,-120.4&radius_nm=30",
          "incidents?port=Secretroads",
          "incidents?sort=updated",
          "incidents.csv",
          "incidents.csv?text=" + WORD,
          "incidents.geojson?bbox=-121,-48,-120,-47",
          "incidents.atom?text=" + WORD,
          "map?bbox=-121,-48,-120,-47&zoom=8");

  private String reference;

  @BeforeEach
  void report() {
    HttpResponse<String> answer =
        Api.as(Site.base(), "member")
            .post(
                "incidents",
                "{\"kind\": \"ROBBERY\", \"occurred_at\": \"2026-11-20T03:10:00Z\","
                    + " \"latitude\": -47.3, \"longitude\": -120.4, \"area\": \"Secretroads\","
                    + " \"tlp\": \"TLP:RED\", \"title\": \"A "
                    + WORD
                    + " theft\", \"text\": \"Men with a "
                    + WORD
                    + " hook came aboard by the stern.\"}");
    assertEquals(201, answer.statusCode(), answer.body());
    reference = Json.read(answer.body()).get("reference").asText();
  }

  @AfterEach
  void asBefore() {
    Site.sql("delete from incident where area = 'Secretroads'");
    Site.sql("update partner_agreement set ended_at = null");
  }

  private static void label(String tlp) {
    Site.sql("update incident set tlp = '" + tlp + "' where area = 'Secretroads'");
  }

  private void assertUnknown(String who) {
    Api api = who == null ? Api.visitor(Site.base()) : Api.as(Site.base(), who);
    for (String channel : CHANNELS) {
      HttpResponse<String> answer = api.get(channel);
      assertEquals(200, answer.statusCode(), channel);
      assertFalse(
          answer.body().contains(TEXT) || answer.body().contains(reference),
          channel + " for " + who);
    }
    HttpResponse<String> there = api.get("incidents/" + reference);
    HttpResponse<String> none = api.get("incidents/CSOA-2026-99999");
    assertEquals(404, there.statusCode(), who);
    assertEquals(
        none.body().replace("CSOA-2026-99999", reference), there.body(), "as one that is not");
    WebSession session =
        who == null ? new WebSession(Site.base()) : WebSession.signedIn(Site.base(), who);
    assertEquals(404, session.get("/incidents/" + reference).statusCode(), who);
    String list = session.get("/incidents?text=" + WORD).body();
    assertFalse(list.contains(reference), who);
    assertTrue(list.contains("<b>0 incidents</b>"), who + " is told a number");
    for (String page : List.of("/", "/news", "/incidents", "/incidents?sort=updated")) {
      assertFalse(session.get(page).body().contains(TEXT), page + " for " + who);
    }
  }

  @Test
  void redLeavesNoTraceForAnyoneElse() {
    for (String who :
        new String[] {
          null, "cruise", "deputy", "partner", "applicant", "administrator", "auditor", "vetting"
        }) {
      assertUnknown(who);
    }
    for (String who : List.of("member", "editor")) {
      assertEquals(200, Api.as(Site.base(), who).get("incidents/" + reference).statusCode(), who);
      assertTrue(
          Api.as(Site.base(), who).get("incidents?text=" + WORD).body().contains(reference), who);
    }
  }

  @Test
  void aGroupReadsItUntilItIsTakenBack() {
    assertUnknown("deputy");
    Site.sql(
        "insert into incident_group (incident_id, group_id, shared_at) select i.id, g.id, now()"
            + " from incident i, member_group g where i.area = 'Secretroads' and g.slug ="
            + " 'stowaways'");
    WebSession deputy = WebSession.signedIn(Site.base(), "deputy");
    assertEquals(200, deputy.get("/incidents/" + reference).statusCode());
    assertEquals(200, Api.as(Site.base(), "deputy").get("incidents/" + reference).statusCode());
    assertUnknown("cruise");
    Site.sql("update incident_group set revoked_at = now()");
    assertEquals(404, deputy.get("/incidents/" + reference).statusCode(), "at the next request");
    assertUnknown("deputy");
  }

  @Test
  void aPartnerReadsWhileTheAgreementIsInForce() {
    label("GREEN");
    WebSession partner = WebSession.signedIn(Site.base(), "partner");
    assertEquals(200, partner.get("/incidents/" + reference).statusCode());
    assertEquals(200, Api.as(Site.base(), "partner").get("incidents/" + reference).statusCode());
    label("AMBER");
    assertUnknown("partner");
    label("GREEN");
    Site.sql("update partner_agreement set ended_at = now()");
    assertEquals(404, partner.get("/incidents/" + reference).statusCode(), "at the next request");
    assertUnknown("partner");
  }

  @Test
  void agreementsAreKeptByEditorsAndAdministrators() {
    for (String who : List.of("administrator", "editor")) {
      String page = WebSession.signedIn(Site.base(), who).get("/admin/agreements").body();
      assertTrue(page.contains("Gulf of Guinea Reporting Centre"), who);
    }
    for (String who : List.of("member", "partner", "auditor")) {
      assertEquals(
          403, WebSession.signedIn(Site.base(), who).get("/admin/agreements").statusCode(), who);
    }
  }

  @Test
  void theWordsOfOtherCompaniesAreForThoseBoundByLabels() {
    label("CLEAR");
    Site.sql("update incident set status = 'CONFIRMED' where area = 'Secretroads'");
    Site.sql(
        "insert into incident_corroboration (incident_id, company_id, account_name, stance, words,"
            + " answered_at) select i.id, a.company_id, 'C. Member', 'DIFFERS',"
            + " 'Zanthoxylum grew there', now() from incident i, account a"
            + " where i.area = 'Secretroads' and a.email_key = 'cruise@demo.example'");
    String visitor = new WebSession(Site.base()).get("/incidents/" + reference).body();
    assertTrue(visitor.contains("it was not as told"), "what it comes to");
    assertFalse(visitor.contains("Zanthoxylum"), "and no words");
    String member =
        WebSession.signedIn(Site.base(), "deputy").get("/incidents/" + reference).body();
    assertTrue(member.contains("Zanthoxylum"));
    assertFalse(member.contains("Pelagia"), "the company is hidden");
    assertTrue(
        WebSession.signedIn(Site.base(), "editor")
            .get("/editor/queue?view=disputed")
            .body()
            .contains(reference),
        "the dispute stands in the queue");
  }

  @Test
  void aBlurredPlaceIsTheShownOneOnEveryChannel() {
    label("GREEN");
    Site.sql(
        "update incident set exact_latitude = latitude, exact_longitude = longitude, blur_nm = 25,"
            + " latitude = -47.0, longitude = -120.1 where area = 'Secretroads'");
    Api cruise = Api.as(Site.base(), "cruise");
    for (String channel : CHANNELS) {
      if (channel.contains(WORD) || channel.contains("Secretroads")) {
        String body = cruise.get(channel).body();
        assertTrue(body.contains(reference), channel);
        assertFalse(body.contains("-47.3") || body.contains("-120.4"), channel);
      }
    }
    assertFalse(
        cruise.get("incidents?near=-47.3,-120.4&radius_nm=2").body().contains(reference),
        "the true place is not searched");
    String theirs = cruise.get("incidents/" + reference).body();
    assertFalse(theirs.contains("exact_"), theirs);
    assertTrue(theirs.contains("\"blur_nm\":25"), theirs);
    String own = Api.as(Site.base(), "deputy").get("incidents/" + reference).body();
    assertTrue(own.contains("\"exact_latitude\":-47.3"), own);
    String page = WebSession.signedIn(Site.base(), "cruise").get("/incidents/" + reference).body();
    assertTrue(page.contains("within 25 NM of the true place"), "the page says so");
    assertFalse(page.contains("47°18.0"), "and no more");
  }

  @Test
  void noSharedCacheKeepsAnAnswerOfAMember() {
    label("GREEN");
    HttpResponse<String> member = Api.as(Site.base(), "member").get("incidents/" + reference);
    HttpResponse<String> other = Api.as(Site.base(), "cruise").get("incidents/" + reference);
    for (HttpResponse<String> answer : List.of(member, other)) {
      String control = answer.headers().firstValue("Cache-Control").orElse("");
      assertTrue(control.contains("private") || control.contains("no-store"), control);
      assertTrue(answer.headers().firstValue("Vary").orElse("").contains("Authorization"));
    }
    assertNotEquals(
        member.headers().firstValue("ETag"),
        other.headers().firstValue("ETag"),
        "a reader who sees more gets another tag");
    String page =
        WebSession.signedIn(Site.base(), "cruise")
            .get("/incidents/" + reference)
            .headers()
            .firstValue("Cache-Control")
            .orElse("");
    assertEquals("no-store", page);
  }
}
