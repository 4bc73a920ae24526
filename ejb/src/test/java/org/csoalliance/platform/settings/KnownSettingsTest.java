package org.csoalliance.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of settings, the code that reads them and the handbook speak of the same. */
class KnownSettingsTest {
  private static final Pattern READ =
      Pattern.compile("(?:text|number|flag|secret|required|filter)\\(\\s*\"(alliance\\.[a-z.]+)\"");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (alliance\\.[a-z.]+) \\|");

  /** Of the launcher, which hands a folder to the product that it does not use. */
  private static final Set<String> OF_A_RUN = Set.of("alliance.home");

  @Test
  void whatIsReadStandsInTheList() throws IOException {
    Set<String> read = new TreeSet<>();
    for (String module : List.of("../ejb/src/main/java", "../web/src/main/java")) {
      try (Stream<Path> files = Files.walk(Path.of(module))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          find(READ, Files.readString(file), read);
        }
      }
    }
    read.removeAll(names());
    assertEquals(Set.of(), read, "Add these to KnownSettings and to config/README.md");
  }

  @Test
  void theHandbookTellsEachSetting() throws IOException {
    Set<String> told = new TreeSet<>();
    find(ROW, Files.readString(Path.of("../config/README.md")), told);
    told.removeAll(OF_A_RUN);
    assertEquals(names(), told);
  }

  @Test
  void aSecretIsNeverHandedOut() {
    Settings settings =
        new Settings(
            Map.of("alliance.oidc.client.secret", "hush", "alliance.demo", "true")::get,
            Map.of("ALLIANCE_BASE_URL", "https://alliance.example")::get);
    List<EffectiveSetting> all = new SettingsService(settings).all();
    assertFalse(all.toString().contains("hush"));
    assertEquals("Environment", of(all, "alliance.base.url").source());
    assertEquals("https://alliance.example", of(all, "alliance.base.url").value());
    assertEquals("System property", of(all, "alliance.demo").source());
    assertEquals("Default", of(all, "alliance.session.hours").source());
    assertTrue(of(all, "alliance.oidc.client.secret").set());
  }

  private static EffectiveSetting of(List<EffectiveSetting> all, String name) {
    return all.stream()
        .filter(each -> each.setting().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> names() {
    return KnownSettings.ALL.stream()
        .map(Setting::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void find(Pattern pattern, String text, Set<String> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
  }
}
