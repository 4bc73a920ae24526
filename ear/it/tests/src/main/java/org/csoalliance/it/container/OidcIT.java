package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.it.harness.Deployment;
import org.csoalliance.it.harness.Keycloak;
import org.csoalliance.it.harness.ProviderBrowser;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in by a real OpenID provider, Keycloak, and what somebody between can try. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OidcIT {
  private static final String WORD = "from keycloak";
  private static final String EDITOR2 =
      "(select id from account where email_key = 'editor2@demo.example')";

  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of(
              "alliance.oidc.issuer", "",
              "alliance.oidc.client.id", "alliance",
              "alliance.oidc.client.secret", "a secret of the test",
              "alliance.oidc.name", "Keycloak",
              "alliance.oidc.groups.map", "cso-editors=EDITOR",
              "alliance.oidc.strong", "true"));

  private static Keycloak keycloak;

  @BeforeEach
  void theProviderRuns() {
    if (keycloak == null) {
      keycloak = Keycloak.start();
    }
    SETTINGS.put("alliance.oidc.issuer", keycloak.issuer());
    Deployment.set(SETTINGS);
  }

  @AfterAll
  static void away() {
    if (keycloak != null) {
      keycloak.close();
      keycloak = null;
      Deployment.unset(SETTINGS.keySet());
      Site.sql("delete from account_identity");
      Site.sql("insert into account_role select " + EDITOR2 + ", 'EDITOR' on conflict do nothing");
    }
  }

  @Test
  void aPersonComesBackSignedInWithTheRolesOfTheGroups() {
    Site.sql("delete from account_role where role = 'EDITOR' and account_id = " + EDITOR2);
    WebSession here = new WebSession(Site.base());
    assertTrue(here.get("/sign-in").body().contains("Sign in with Keycloak"));
    here.get("/sign-in");
    String planted = here.sessionCookie();

    HttpResponse<String> back = back(here, "/sign-in/oidc?from=/editor/queue", "editor2");

    assertTrue(location(back).endsWith("/editor/queue"), location(back));
    assertNotEquals(planted, here.sessionCookie());
    assertEquals(200, here.get("/editor/queue").statusCode());
    assertTrue(here.get("/it/probe?role=EDITOR").body().startsWith("yes"));
    assertEquals(
        "1", Site.query("select count(*) from account_identity where account_id = " + EDITOR2));

    Deployment.set(Map.of("alliance.oidc.groups.map", "another-group=EDITOR"));
    WebSession again = new WebSession(Site.base());
    back(again, "/sign-in/oidc", "editor2");
    assertEquals(403, again.get("/editor/queue").statusCode());
    assertEquals("no", here.get("/it/probe?role=EDITOR").body(), "in the older session too");
  }

  @Test
  void anAnswerCountsOnceAndOnlyWhereItWasAskedFor() {
    WebSession here = new WebSession(Site.base());
    String answer = answer(here, "/sign-in/oidc", "editor2");

    WebSession elsewhere = new WebSession(Site.base());
    assertRefused(elsewhere.get(answer));
    elsewhere.get("/sign-in/oidc");
    assertRefused(elsewhere.get(answer));
    assertRefused(here.get(answer.replaceFirst("state=[^&]*", "state=wrong")));

    assertTrue(location(here.get(answer)).endsWith("/me"));
    assertRefused(here.get(answer));
    assertEquals(200, here.get("/me").statusCode(), "who is signed in stays so");
  }

  @Test
  void theAnswerOfAnotherIssuerIsRefused() {
    WebSession here = new WebSession(Site.base());
    String answer = answer(here, "/sign-in/oidc", "editor2");
    assertRefused(here.get(answer.replaceFirst("iss=[^&]*", "iss=https%3A%2F%2Fevil.example")));

    WebSession changed = new WebSession(Site.base());
    String before = answer(changed, "/sign-in/oidc", "editor2");
    Deployment.set(Map.of("alliance.oidc.issuer", keycloak.issuer().replace("alliance", "master")));
    assertRefused(changed.get(before));
  }

  @Test
  void aStrangerGetsNoAccount() {
    WebSession here = new WebSession(Site.base());
    assertTrue(
        location(back(here, "/sign-in/oidc", "stranger")).endsWith("/sign-in?provider=unknown"));
    assertEquals("yes Visitor", here.get("/it/probe").body());
    assertNull(Site.query("select 1 from account where email_key = 'stranger@demo.example'"));
  }

  @Test
  void signingOutEndsTheSessionAtTheProviderToo() {
    WebSession here = new WebSession(Site.base());
    ProviderBrowser there = new ProviderBrowser();
    String away = location(here.get("/sign-in/oidc"));
    here.get(there.signIn(away, "organiser", WORD));
    String next = location(here.get("/sign-in/oidc"));
    assertEquals(302, there.get(next).statusCode(), "the provider knows the person still");

    HttpResponse<String> out = here.signOut();

    String refresh = out.headers().firstValue("Refresh").orElseThrow();
    assertTrue(refresh.contains("id_token_hint="), refresh);
    HttpResponse<String> ended = there.get(refresh.substring(refresh.indexOf("http")));
    assertEquals(302, ended.statusCode());
    assertEquals("yes Visitor", here.get("/it/probe").body());
    assertEquals(200, there.get(location(here.get("/sign-in/oidc"))).statusCode(), "asked anew");
  }

  @Test
  void whileTheProviderIsDownThePasswordHereStillOpens() {
    Deployment.set(Map.of("alliance.oidc.issuer", "http://127.0.0.1:9/realms/none"));
    WebSession here = new WebSession(Site.base());
    assertTrue(location(here.get("/sign-in/oidc")).endsWith("/sign-in?provider=down"));
    assertTrue(here.get("/sign-in?provider=down").body().contains("Keycloak does not answer"));
    assertEquals(302, here.signIn("member@demo.example", WebSession.PASSWORD).statusCode());
    assertEquals(200, here.get("/me").statusCode());
  }

  @Test
  void withoutASettingThereIsNoSuchAddress() {
    Deployment.set(Map.of("alliance.oidc.issuer", ""));
    WebSession here = new WebSession(Site.base());
    assertEquals(404, here.get("/sign-in/oidc").statusCode());
    assertEquals(404, here.get("/sign-in/oidc/callback?code=x&state=y").statusCode());
  }

  private static HttpResponse<String> back(WebSession here, String start, String user) {
    return here.get(answer(here, start, user));
  }

  private static String answer(WebSession here, String start, String user) {
    return new ProviderBrowser().signIn(location(here.get(start)), user, WORD);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertTrue(location(answer).endsWith("/sign-in?provider=refused"), location(answer));
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(
            () -> new AssertionError(answer.statusCode() + " leads nowhere: " + answer.body()));
  }
}
