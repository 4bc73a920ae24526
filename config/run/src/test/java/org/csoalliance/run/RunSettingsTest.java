package org.csoalliance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSettingsTest {
  private final ProjectFiles project = new ProjectFiles(Path.of("/project"));

  @Test
  void nothingGivenMeansTheDefaultsOfARun() {
    RunSettings settings = RunSettings.of(project, Map.of());
    assertEquals(Path.of("/project/.run"), settings.home());
    assertEquals(ServerKind.PAYARA, settings.server());
    assertEquals(
        List.of(8080, 3025, 8025),
        List.of(settings.httpPort(), settings.smtpPort(), settings.mailApiPort()));
    assertTrue(settings.demo());
    assertEquals("/project/.run", settings.properties().get("alliance.home"));
    assertEquals("true", settings.properties().get("alliance.demo"));
  }

  @Test
  void serverNamesAreReadInAnyCaseAndAnyLocale() {
    assertEquals(ServerKind.WILDFLY, ServerKind.of("WILDFLY"));
    assertThrows(RunException.class, () -> ServerKind.of("tomcat"));
  }

  @Test
  void nonsenseIsRefusedBeforeAnythingStarts() {
    for (String port : List.of("", "-1", "65536", "eighty", "80 80")) {
      assertThrows(
          RunException.class, () -> RunSettings.of(project, Map.of("alliance.http.port", port)));
    }
    assertThrows(RunException.class, () -> RunSettings.of(project, Map.of("alliance.demo", "no")));
  }

  @Test
  void everyPropertyOfTheCommandLineIsPassedOn() {
    Map<String, String> found =
        RunSettings.collect(
            List.of("-Prun", "-Dalliance.a=1=2", "-D", "alliance.b=x", "-Dalliance.c", "-Dx=y"),
            Map.of("alliance.a", "own", "java.version", "17"));
    assertEquals(Map.of("alliance.a", "own", "alliance.b", "x", "alliance.c", "true"), found);
    assertFalse(RunSettings.of(project, found).properties().containsKey("x"));
  }
}
