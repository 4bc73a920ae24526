package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.ContainerSession;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Http;
import org.csoalliance.it.harness.Site;
import org.csoalliance.run.CaughtMail;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The links in an alert are posted by a mail program: no session, no cookie, no origin of ours. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MailLinksIT {
  private static final Http HTTP = new Http(null);
  private static final String WHO = "deputy@demo.example";

  @AfterEach
  void mailsAgain() {
    Site.sql("delete from mail_stop");
    Site.sql("delete from alert_subscription where name = 'Links'");
  }

  private static CaughtMail alert() {
    Site.sql(
        """
        insert into alert_subscription (account_id, name, shape, south, west, north, east, created_at)
        select id, 'Links', 'BOX', -41, 61, -40, 62, now() from account where email_key = '%s'"""
            .formatted(WHO));
    HttpResponse<String> reported =
        Api.as(Site.base(), "cruise")
            .post(
                "incidents",
                """
                {"kind":"ROBBERY","occurred_at":"%s","occurred_precision":"HOUR",
                 "utc_offset_minutes":0,"latitude":-40.5,"longitude":61.5,"area":"Indian Ocean",
                 "text":"Two men came over the side and left.","persons_harmed":"NO",
                 "tlp":"TLP:GREEN"}"""
                    .formatted(java.time.Instant.now().minusSeconds(7200)));
    assertEquals(201, reported.statusCode(), reported.body());
    String reference =
        org.csoalliance.it.harness.Json.read(reported.body()).get("reference").asText();
    assertEquals(
        200,
        Api.as(Site.base(), "editor")
            .post(
                "incidents/" + reference + "/status",
                "{\"status\":\"CONFIRMED\",\"reason\":\"Two sources agree.\"}")
            .statusCode());
    return Eventually.get(
        "a mail about " + reference,
        Duration.ofSeconds(60),
        () ->
            ContainerSession.mail().mails().stream()
                .filter(mail -> mail.mailbox().equals(WHO) && mail.text().contains(reference))
                .findFirst()
                .orElse(null));
  }

  private static URI link(String text, String path) {
    String unfolded = text.replaceAll("=\r?\n", "").replaceAll("\r?\n ", "").replace("=3D", "=");
    Matcher found = Pattern.compile(path + "\\?t=[A-Za-z0-9_.-]+").matcher(unfolded);
    assertTrue(found.find(), text);
    return Site.base().resolve(found.group());
  }

  private static HttpResponse<String> post(URI link, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(link)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request);
  }

  private static HttpResponse<String> get(URI link) {
    return HTTP.send(HttpRequest.newBuilder(link).GET());
  }

  private static String stopped() {
    return Site.query(
        "select count(*) from mail_stop s join account a on a.id = s.account_id where a.email_key = '"
            + WHO
            + "'");
  }

  @Test
  void oneClickStopsTheMails() {
    CaughtMail mail = alert();
    String source = mail.source();
    assertTrue(source.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), source);
    URI link = link(source, "/unsubscribe");
    HttpResponse<String> asked = get(link);
    assertEquals(200, asked.statusCode());
    assertTrue(asked.headers().firstValue("Set-Cookie").isEmpty(), "no session");
    assertEquals("0", stopped(), "opening it changes nothing");
    HttpResponse<String> done = post(link, "Origin", "https://webmail.example");
    assertEquals(200, done.statusCode(), "not a redirect");
    assertTrue(done.headers().firstValue("Set-Cookie").isEmpty(), "no session");
    assertEquals("1", stopped());
    assertEquals(200, post(link).statusCode(), "twice is no fault");
    URI forged = URI.create(link.toString().replaceFirst("t=.", "t=Z"));
    assertEquals(404, post(forged).statusCode());
    assertEquals(404, get(forged).statusCode());
    assertEquals(404, post(Site.base().resolve("/unsubscribe")).statusCode());
  }

  @Test
  void readingIsToldWithoutSigningIn() {
    CaughtMail mail = alert();
    URI link = link(mail.text(), "/acknowledge");
    String answered =
        "select count(*) from alert_delivery d join account a on a.id = d.account_id where"
            + " a.email_key = '"
            + WHO
            + "' and d.acknowledged_at is not null";
    String before = Site.query(answered);
    assertEquals(200, get(link).statusCode());
    assertEquals(before, Site.query(answered), "opening it changes nothing");
    assertEquals(200, post(link).statusCode());
    assertEquals(Integer.parseInt(before) + 1, Integer.parseInt(Site.query(answered)));
    URI unsubscribe = link(mail.source(), "/unsubscribe");
    assertEquals(
        404,
        post(URI.create(unsubscribe.toString().replace("/unsubscribe", "/acknowledge")))
            .statusCode(),
        "a link does one thing");
    assertFalse(stopped().equals("1"));
  }
}
