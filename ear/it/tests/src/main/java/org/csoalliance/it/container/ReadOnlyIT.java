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
 * A membership that was not confirmed in time reads for thirty days, changes nothing, and is out.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReadOnlyIT {
  private static final String REPORT =
      "{\"kind\": \"ROBBERY\", \"occurred_at\": \"2026-11-20T02:00:00Z\", \"title\": \"Thieves\","
          + " \"text\": \"Two men with knives came over the stern and took paint.\"}";
  private static final Map<String, String> SHIP = Map.of("release", "9900007");

  @BeforeEach
  void member() {
    Lent.make();
  }

  @AfterEach
  void away() {
    Lent.away();
  }

  @Test
  void whoDidNotConfirmReadsAndChangesNothingUntilTheyDo() {
    WebSession browser = Lent.browser();
    Api program = Api.with(Site.base(), Lent.TOKEN);
    Lent.holds(-1);

    assertTrue(browser.get("/me/fleet").body().contains("You read only"));
    assertEquals(200, browser.get("/incidents").statusCode());
    assertEquals(200, program.get("incidents").statusCode());
    HttpResponse<String> refused = browser.submit("/me/fleet", "release", SHIP);
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("Confirm your membership"), refused.body());
    HttpResponse<String> problem = program.post("incidents", REPORT);
    assertEquals(403, problem.statusCode());
    assertTrue(problem.headers().firstValue("Content-Type").orElse("").contains("problem+json"));
    assertEquals("1", answered());

    assertEquals(302, browser.submit("/me/attest", "confirm", Map.of()).statusCode());
    assertEquals(302, browser.submit("/me/fleet", "release", SHIP).statusCode());
    assertEquals("0", answered());
  }

  @Test
  void afterThirtyDaysNothingOfAMemberIsOpen() {
    WebSession browser = Lent.browser();
    Lent.holds(-30);
    assertEquals(200, browser.get("/me/fleet").statusCode());
    Lent.holds(-31);
    assertEquals(403, browser.get("/me/fleet").statusCode());
    assertEquals(200, browser.get("/me/data").statusCode());
  }

  private static String answered() {
    return Lent.value(
        "select count(*) from service_ship p join company_service s on s.id = p.service_id"
            + " where s.account_id = %s and p.to_day is null");
  }
}
