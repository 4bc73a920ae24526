package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.ContainerSession;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Json;
import org.csoalliance.it.harness.Site;
import org.csoalliance.run.CaughtMail;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A report through the interface, its confirmation, and the mail that leaves the server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReportToMailIT {
  private static final String CRUISE = "cruise@demo.example";

  private final Api member = Api.as(Site.base(), "member");
  private final Api editor = Api.as(Site.base(), "editor");

  @Test
  void whatIsConfirmedIsMailedToThoseWhoWatchAndOnlyOnce() {
    watch("-35.5", "-20.5", "60");
    String reference = report("-35.4", "-20.4", "GREEN", null);

    HttpResponse<String> confirmed = judge(reference, "CONFIRMED");
    assertEquals(200, confirmed.statusCode(), confirmed.body());

    CaughtMail mail =
        Eventually.get(
            "a mail about " + reference,
            Duration.ofSeconds(60),
            () ->
                mailsAbout(reference).stream()
                    .filter(each -> each.mailbox().equals(CRUISE))
                    .findFirst()
                    .orElse(null));
    assertTrue(mail.text().contains("TLP:GREEN"), mail.text());
    assertTrue(mail.text().contains("35°24.0′S 020°24.0′W"), mail.text());
    assertTrue(mail.source().getBytes(StandardCharsets.UTF_8).length < 20_480);
    assertFalse(mail.text().contains("<"), "plain text");
    assertEquals(1, mailsAbout(reference).stream().filter(m -> m.mailbox().equals(CRUISE)).count());
    assertEquals(409, judge(reference, "CONFIRMED").statusCode(), "a second confirmation");
  }

  @Test
  void aRedReportIsNeverMailedAndLeavesNoTrace() {
    watch("-45.5", "-30.5", "60");
    String word = "zanzibarite" + System.nanoTime();
    String reference = report("-45.4", "-30.4", "RED", word);
    assertEquals(200, judge(reference, "CONFIRMED").statusCode());

    Api other = Api.as(Site.base(), "cruise");
    assertEquals(404, other.get("incidents/" + reference).statusCode());
    for (String path :
        List.of(
            "incidents?text=" + word,
            "incidents.geojson?text=" + word,
            "incidents.csv?text=" + word,
            "incidents.atom?text=" + word,
            "map?zoom=8&bbox=-31,-46,-30,-45&text=" + word)) {
      HttpResponse<String> answer = other.get(path);
      assertEquals(200, answer.statusCode(), path);
      assertFalse(answer.body().contains(reference), path);
    }
    assertTrue(editor.get("incidents?text=" + word).body().contains(reference));
    assertEquals(
        "0", Site.query("select count(*) from outbox_mail where object_ref = '" + reference + "'"));
  }

  @Test
  void onlyEditorsJudgeAndNobodyTheirOwn() {
    String reference = report("-25.4", "-10.4", "GREEN", null);
    assertEquals(403, judge(member, reference).statusCode());
    assertEquals(401, judge(Api.visitor(Site.base()), reference).statusCode());
    assertEquals(
        401, Api.visitor(Site.base()).post("incidents", json("0", "0", "GREEN", "x")).statusCode());
    assertEquals(
        403,
        Api.as(Site.base(), "administrator")
            .post("incidents", json("0", "0", "GREEN", "Four men came over the stern."))
            .statusCode());
  }

  @Test
  void oneKeyIsOneReportAndARefusedOneLeavesNothing() {
    String key = UUID.randomUUID().toString();
    String body = json("-15.4", "-10.4", "GREEN", "Three men with knives on the poop deck.");
    HttpResponse<String> first = member.post("incidents", body, "Idempotency-Key", key);
    HttpResponse<String> second = member.post("incidents", body, "Idempotency-Key", key);
    assertEquals(201, first.statusCode(), first.body());
    assertEquals(first.headers().firstValue("Location"), second.headers().firstValue("Location"));

    String before = Site.query("select count(*) from incident");
    String audit = Site.query("select number from audit_head");
    HttpResponse<String> refused = member.post("incidents", json("91", "0", "GREEN", "x"));
    assertEquals(400, refused.statusCode());
    assertTrue(refused.headers().firstValue("Content-Type").orElse("").contains("problem+json"));
    assertEquals(before, Site.query("select count(*) from incident"));
    assertEquals(audit, Site.query("select number from audit_head"));
  }

  @Test
  void aFaultInTheMiddleUndoesAllOfIt() {
    watch("-55.5", "-40.5", "60");
    String reference = report("-55.4", "-40.4", "GREEN", null);
    String audit = Site.query("select number from audit_head");
    Site.sql(
        """
        create function refuse_alert() returns trigger language plpgsql as
        $$ begin raise exception 'no alert today'; end $$""");
    Site.sql(
        "create trigger refuse_alert before insert on alert_delivery execute function"
            + " refuse_alert()");
    try {
      HttpResponse<String> fault = judge(reference, "CONFIRMED");
      assertEquals(500, fault.statusCode(), fault.body());
      assertFalse(fault.body().contains("no alert today"), fault.body());
    } finally {
      Site.sql("drop function refuse_alert() cascade");
    }
    assertEquals(
        "REPORTED",
        Site.query("select status from incident where reference = '" + reference + "'"));
    assertEquals(audit, Site.query("select number from audit_head"));
    assertEquals(200, judge(reference, "CONFIRMED").statusCode(), "and again, once it works");
  }

  private HttpResponse<String> judge(String reference, String status) {
    return editor.post(
        "incidents/" + reference + "/status",
        "{\"status\":\"" + status + "\",\"reason\":\"Two independent sources agree.\"}");
  }

  private static HttpResponse<String> judge(Api as, String reference) {
    return as.post(
        "incidents/" + reference + "/status",
        "{\"status\":\"CONFIRMED\",\"reason\":\"I say so myself.\"}");
  }

  private String report(String latitude, String longitude, String tlp, String word) {
    HttpResponse<String> answer =
        member.post(
            "incidents",
            json(latitude, longitude, tlp, "Four men with knives came over the stern. " + word));
    assertEquals(201, answer.statusCode(), answer.body());
    JsonNode incident = Json.read(answer.body());
    return incident.get("reference").asText();
  }

  private static String json(String latitude, String longitude, String tlp, String text) {
    return """
        {"kind":"ROBBERY","occurred_at":"%s","occurred_precision":"HOUR","utc_offset_minutes":-60,
         "latitude":%s,"longitude":%s,"area":"South Atlantic","text":"%s",
         "persons_harmed":"NO","tlp":"TLP:%s"}"""
        .formatted(
            Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES),
            latitude,
            longitude,
            text,
            tlp);
  }

  private static void watch(String latitude, String longitude, String radius) {
    Site.sql(
        """
        insert into alert_subscription (account_id, name, shape, latitude, longitude, radius_nm,
                                        south, west, north, east, created_at)
        select id, 'Test water', 'CIRCLE', %1$s, %2$s, %3$s, %1$s - 2, %2$s - 2, %1$s + 2, %2$s + 2,
               now()
        from account where email_key = '%4$s'"""
            .formatted(latitude, longitude, radius, CRUISE));
  }

  private static List<CaughtMail> mailsAbout(String reference) {
    return ContainerSession.mail().mails().stream()
        .filter(mail -> mail.text().contains(reference) || mail.subject().contains(reference))
        .toList();
  }
}
