package org.csoalliance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir Path home;

  @Test
  void takenPortIsOneSentenceThatNamesThePropertyToChange() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      RunException problem =
          assertThrows(
              RunException.class,
              () -> Ports.choose(settings(Map.of("alliance.http.port", Integer.toString(port)))));
      assertEquals(
          Ports.taken(port, "the application", "alliance.http.port"), problem.getMessage());
      assertFalse(problem.getMessage().contains("\n"));
    }
  }

  @Test
  void sentenceProposesAnotherPort() {
    assertEquals(
        "Port 8080 for the application is taken by another program: stop that, or choose another"
            + " with -Dalliance.http.port=8180.",
        Ports.taken(8080, "the application", "alliance.http.port"));
  }

  @Test
  void listenerOnAnyAddressTakesThePort() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      assertFalse(Ports.free(other.getLocalPort()));
    }
  }

  @Test
  void freePortsAreRemembered() {
    Ports first = Ports.choose(settings(Map.of()));
    assertEquals(first, Ports.choose(settings(Map.of())));
    assertTrue(first.database() > 0);
  }

  @Test
  void onePortForTwoThingsIsRefused() {
    String port = Integer.toString(Ports.choose(settings(Map.of())).http());
    assertThrows(
        RunException.class,
        () ->
            Ports.choose(settings(Map.of("alliance.http.port", port, "alliance.smtp.port", port))));
  }

  private RunSettings settings(Map<String, String> ports) {
    Map<String, String> all = new java.util.HashMap<>();
    all.put("alliance.home", home.toString());
    all.put("alliance.http.port", "0");
    all.put("alliance.smtp.port", "0");
    all.put("alliance.mail.api.port", "0");
    all.putAll(ports);
    return RunSettings.of(new ProjectFiles(home), all);
  }
}
