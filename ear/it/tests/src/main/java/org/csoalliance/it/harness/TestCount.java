package org.csoalliance.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.csoalliance.run.ProjectFiles;

/** The closing lines of a build: how many tests of each kind were run, read from their reports. */
public final class TestCount {
  private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>", Pattern.DOTALL);

  private int run;
  private int failed;
  private int skipped;

  private TestCount() {}

  /** Prints the table; takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    Path root = ProjectFiles.locate().root();
    Map<String, TestCount> kinds = new LinkedHashMap<>();
    for (String kind :
        List.of(
            "plain",
            "architecture",
            "database",
            "container, Payara",
            "container, WildFly",
            "browser, Payara",
            "browser, WildFly")) {
      kinds.put(kind, new TestCount());
    }
    for (String module :
        List.of("ejb", "web", "config/run", "ear/it/browser", "ear/it/payara", "ear/it/wildfly")) {
      for (String reports : List.of("surefire-reports", "failsafe-reports")) {
        Path folder = root.resolve(module).resolve("target").resolve(reports);
        if (Files.isDirectory(folder)) {
          try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
              String name = file.getFileName().toString();
              if (name.startsWith("TEST-") && name.endsWith(".xml")) {
                kinds.get(kind(module, name)).add(Files.readString(file));
              }
            }
          }
        }
      }
    }
    TestCount all = new TestCount();
    System.out.println("Tests of this build, by kind:");
    kinds.forEach(
        (kind, count) -> {
          System.out.printf("  %-20s %5d%s%n", kind, count.run, count.rest());
          all.run += count.run;
          all.failed += count.failed;
          all.skipped += count.skipped;
        });
    System.out.printf(
        "%d passed, %d failed, %d skipped%n",
        all.run - all.failed - all.skipped, all.failed, all.skipped);
  }

  private static String kind(String module, String report) {
    String server = module.endsWith("wildfly") ? "WildFly" : "Payara";
    if (report.endsWith("E2E.xml")) {
      return "browser, " + server;
    }
    if (module.startsWith("ear/it")) {
      return "container, " + server;
    }
    if (report.endsWith("IT.xml")) {
      return "database";
    }
    return report.endsWith("ArchitectureTest.xml") ? "architecture" : "plain";
  }

  private void add(String xml) {
    Matcher suite = SUITE.matcher(xml);
    if (suite.find()) {
      run += number(suite.group(), "tests");
      failed += number(suite.group(), "failures") + number(suite.group(), "errors");
      skipped += number(suite.group(), "skipped");
    }
  }

  private static int number(String tag, String attribute) {
    Matcher matcher = Pattern.compile("\\b" + attribute + "=\"(\\d+)\"").matcher(tag);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private String rest() {
    return (failed > 0 ? ", " + failed + " failed" : "")
        + (skipped > 0 ? ", " + skipped + " skipped" : "");
  }
}
