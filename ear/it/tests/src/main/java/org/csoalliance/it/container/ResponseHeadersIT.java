package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The security headers stand on every response: pages, errors, files and the interface. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ResponseHeadersIT {

  /** WildFly answers for WEB-INF before any application is asked, with 404 and no body. */
  @Test
  void everyResponseOfTheApplicationCarriesThem() {
    WebSession visitor = new WebSession(Site.base());
    WebSession administrator = WebSession.signedIn(Site.base(), "administrator");
    for (String path :
        List.of(
            "/",
            "/why",
            "/sign-in",
            "/incidents",
            "/incidents/CSOA-1900-00001",
            "/nothing/here",
            "/home.xhtml",
            "/me",
            "/api/v1/incidents",
            "/api/v1/nothing",
            "/api/v1/openapi.json",
            "/health/ready")) {
      check(path, visitor.get(path));
    }
    for (String path : List.of("/admin/mail", "/me", "/editor/queue", "/me/security")) {
      check(path + " as administrator", administrator.get(path));
    }
  }

  @Test
  void nobodySeesAStackTraceOrAView() {
    WebSession visitor = new WebSession(Site.base());
    assertEquals(404, visitor.get("/home.xhtml").statusCode());
    assertEquals(404, visitor.get("/nothing/here").statusCode());
    assertEquals(404, visitor.get("/WEB-INF/web.xml").statusCode());
    for (String path : List.of("/nothing/here", "/api/v1/nothing", "/it/fault")) {
      String body = visitor.get(path).body();
      assertFalse(body.contains("Exception"), path);
      assertFalse(body.contains("\tat "), path);
      assertFalse(body.contains("Payara") || body.contains("WildFly"), path);
    }
  }

  @Test
  void whoIsRefusedIsCalledByTheirName() {
    WebSession administrator = WebSession.signedIn(Site.base(), "administrator");
    for (String path : List.of("/groups", "/members", "/audit", "/vetting", "/me/fleet")) {
      HttpResponse<String> refused = administrator.get(path);
      assertEquals(403, refused.statusCode(), path);
      assertTrue(refused.body().contains("N. Administrator"), path);
      assertFalse(refused.body().contains("Visitor"), path);
    }
  }

  /** A server puts an upload aside on its disk before a page is asked. */
  @Test
  void noAddressTakesAFileThatItHasNoUseFor() throws IOException {
    for (String path : List.of("/contact", "/sign-in", "/join", "/news/subscribe")) {
      assertEquals("HTTP/1.1 413", firstWords(path), path);
    }
  }

  private static String firstWords(String path) throws IOException {
    URI base = Site.base();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      String head =
          "POST %s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nContent-Type: multipart/form-data;"
              + " boundary=x\r\nContent-Length: 209715200\r\n\r\n";
      String origin = base.getScheme() + "://" + base.getAuthority();
      socket
          .getOutputStream()
          .write(
              head.formatted(
                      base.getPath().replaceAll("/$", "") + path, base.getAuthority(), origin)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void aFaultShowsAReferenceNumber() {
    HttpResponse<String> fault = new WebSession(Site.base()).get("/it/fault");
    assertEquals(500, fault.statusCode());
    assertTrue(fault.body().matches("(?s).*F-[0-9A-Z]{4}-[0-9A-Z]{4}.*"), fault.body());
    check("/it/fault", fault);
  }

  private static void check(String what, HttpResponse<String> response) {
    assertAll(
        what,
        () -> {
          List<String> policies = response.headers().allValues("Content-Security-Policy");
          assertEquals(1, policies.size(), what + ": one policy");
          assertTrue(policies.get(0).contains("default-src 'none'"), what + policies);
          assertTrue(policies.get(0).contains("frame-ancestors 'none'"), what + policies);
          assertFalse(policies.get(0).contains("script-src 'unsafe-inline'"), what + policies);
        },
        () -> assertHeader(what, response, "X-Content-Type-Options", "nosniff"),
        () -> assertHeader(what, response, "Referrer-Policy", "same-origin"),
        () -> assertTrue(response.headers().firstValue("X-Powered-By").isEmpty(), what));
  }

  private static void assertHeader(
      String what, HttpResponse<String> response, String name, String value) {
    assertEquals(value, response.headers().firstValue(name).orElse(""), what + " " + name);
  }
}
