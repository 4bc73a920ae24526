package org.csoalliance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {
  @TempDir Path home;

  @Test
  void takesMailForAnyoneShowsItAndKeepsIt() throws Exception {
    Ports ports = ports();
    try (MailCatcher catcher = MailCatcher.start(home, ports.smtp(), ports.mailApi())) {
      GreenMailUtil.sendTextEmail(
          "nobody@example.org",
          "alliance@example.org",
          "Robbery <off> Tuas",
          "At 01 14 N",
          new com.icegreen.greenmail.util.ServerSetup(
              ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      assertEquals("At 01 14 N", catcher.mailsTo("Nobody@example.org").get(0).text().strip());
      assertTrue(get(catcher, "").contains("Robbery &lt;off&gt; Tuas"));
      assertEquals(
          "[{\"login\":\"nobody@example.org\",\"email\":\"nobody@example.org\"}]",
          get(catcher, "api/user"));
      assertTrue(
          get(catcher, "api/user/nobody@example.org/messages/INBOX/")
              .contains("\"subject\":\"Robbery <off> Tuas\""));
      assertEquals(
          get(catcher, "api/user/nobody@example.org/messages"),
          get(catcher, "api/user/nobody%40example.org/messages/"));
    }
    try (MailCatcher again = MailCatcher.start(home, ports.smtp(), ports.mailApi())) {
      assertEquals("Robbery <off> Tuas", again.mailsTo("nobody@example.org").get(0).subject());
    }
  }

  @Test
  void isReadWhileMailComes() throws Exception {
    Ports ports = ports();
    try (MailCatcher catcher = MailCatcher.start(home, ports.smtp(), ports.mailApi())) {
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 60; i++) {
                  GreenMailUtil.sendTextEmail(
                      "nobody@example.org",
                      "alliance@example.org",
                      "Mail " + i,
                      "Text",
                      new com.icegreen.greenmail.util.ServerSetup(
                          ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
                }
              });
      while (!sending.isDone()) {
        catcher.mails();
      }
      sending.join();
      assertEquals(60, catcher.mails().size());
    }
  }

  private Ports ports() {
    return Ports.choose(
        RunSettings.of(
            new ProjectFiles(home),
            Map.of(
                "alliance.home", home.toString(),
                "alliance.http.port", "0",
                "alliance.smtp.port", "0",
                "alliance.mail.api.port", "0")));
  }

  private static String get(MailCatcher catcher, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(catcher.pageUrl() + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
