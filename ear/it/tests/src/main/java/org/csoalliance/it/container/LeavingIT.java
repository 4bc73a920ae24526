package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who leaves the company is out everywhere at the next request, and keeps the right to their data.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LeavingIT {

  @BeforeEach
  void member() {
    Lent.make();
  }

  @AfterEach
  void away() {
    Lent.away();
  }

  @Test
  void theOpenSessionOfAnotherBrowserAnswersNo() {
    WebSession here = Lent.browser();
    WebSession there = Lent.browser();
    assertEquals(200, there.get("/me/fleet").statusCode());
    assertTrue(there.get("/it/probe?role=MEMBER").body().startsWith("yes"));
    Api program = Api.with(Site.base(), Lent.TOKEN);
    assertEquals(200, program.get("groups").statusCode());

    assertEquals(
        200, here.submit("/me/company?leave=1", "leave-now", Map.of("reason", "x")).statusCode());
    assertEquals(200, there.get("/me/fleet").statusCode(), "a reason is asked first");
    HttpResponse<String> left =
        here.submit("/me/company?leave=1", "leave-now", Map.of("reason", "Moves to another line"));
    assertEquals(302, left.statusCode());

    HttpResponse<String> next = there.get("/me/fleet");
    assertEquals(302, next.statusCode());
    assertTrue(next.headers().firstValue("Location").orElse("").contains("/sign-in"));
    assertEquals("no", there.get("/it/probe?role=MEMBER").body());
    assertEquals(302, here.get("/me").statusCode());
    assertEquals(401, program.get("groups").statusCode());
    assertEquals(
        "0",
        Lent.value(
            "select count(*) from company_service s left join service_ship p on p.service_id = s.id"
                + " where s.account_id = %s and (s.to_day is null or p.to_day is null)"));
  }

  @Test
  void whoHasLeftReadsWhyAndStillGetsTheirData() {
    Lent.browser()
        .submit("/me/company?leave=1", "leave-now", Map.of("reason", "Moves to another line"));
    WebSession again = Lent.browser();
    for (String closed : new String[] {"/me/fleet", "/me/company", "/members", "/alerts"}) {
      assertEquals(403, again.get(closed).statusCode(), closed);
    }
    assertEquals(200, again.get("/me").statusCode());
    assertTrue(again.get("/me/data").body().contains("Companies you served"));
    HttpResponse<String> file = again.get("/me/data?download=1");
    assertEquals(200, file.statusCode());
    assertEquals("application/zip", file.headers().firstValue("Content-Type").orElse(""));
    assertEquals(200, again.get("/me/data/erase").statusCode());
    assertEquals(302, new WebSession(Site.base()).get("/me/data?download=1").statusCode());
  }
}
