package org.csoalliance.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run was asked to do.
 *
 * @param project where the archive and the configuration lie
 * @param home the folder of the run: database, files, mail, logs, servers; kept between starts
 * @param server which application server
 * @param httpPort port of the application; 0 takes a free one
 * @param smtpPort port of the mail catcher; 0 takes a free one
 * @param mailApiPort port of the catcher's page and REST interface; 0 takes a free one
 * @param demo whether the demonstration data is loaded
 * @param properties system properties for the application server, all named alliance.*
 */
public record RunSettings(
    ProjectFiles project,
    Path home,
    ServerKind server,
    int httpPort,
    int smtpPort,
    int mailApiPort,
    boolean demo,
    Map<String, String> properties) {

  private static final String PREFIX = "alliance.";

  /**
   * @param project where the archive and the configuration lie
   * @param given the properties alliance.* of the command line; others are ignored
   * @return the settings, with the defaults of a run for what is not given
   * @throws RunException with one sentence when a value cannot be used
   */
  public static RunSettings of(ProjectFiles project, Map<String, String> given) {
    Path home = project.root().resolve(given.getOrDefault("alliance.home", ".run")).normalize();
    boolean demo = flag(given, "alliance.demo", true);
    Map<String, String> properties = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            properties.put(name, value);
          }
        });
    properties.put("alliance.home", home.toString());
    properties.put("alliance.demo", Boolean.toString(demo));
    return new RunSettings(
        project,
        home,
        ServerKind.of(given.getOrDefault("alliance.server", "payara")),
        port(given, "alliance.http.port", 8080),
        port(given, "alliance.smtp.port", 3025),
        port(given, "alliance.mail.api.port", 8025),
        demo,
        Map.copyOf(properties));
  }

  /**
   * Settings for a test: every port is free, so that several may run side by side.
   *
   * @param home the folder of the run
   * @param server which application server
   * @param demo whether the demonstration data is loaded
   * @return the settings
   */
  public static RunSettings forTests(Path home, ServerKind server, boolean demo) {
    return of(
        ProjectFiles.locate(),
        Map.of(
            "alliance.home",
            home.toAbsolutePath().toString(),
            "alliance.server",
            server.name(),
            "alliance.demo",
            Boolean.toString(demo),
            "alliance.http.port",
            "0",
            "alliance.smtp.port",
            "0",
            "alliance.mail.api.port",
            "0"));
  }

  /**
   * Maven hands no open list of properties to a program that it starts, so they are read from the
   * command line of Maven itself; the program's own come last and win.
   *
   * @param mavenArguments the arguments of the Maven process; empty where the system hides them
   * @param own the system properties of this process
   * @return every alliance.* property
   */
  static Map<String, String> collect(List<String> mavenArguments, Map<?, ?> own) {
    Map<String, String> found = new TreeMap<>();
    for (int i = 0; i < mavenArguments.size(); i++) {
      String argument = mavenArguments.get(i);
      boolean split = argument.equals("-D") || argument.equals("--define");
      if (split && i + 1 < mavenArguments.size()) {
        define(found, mavenArguments.get(++i));
      } else if (argument.startsWith("-D")) {
        define(found, argument.substring(2));
      }
    }
    own.forEach(
        (name, value) -> {
          if (name.toString().startsWith(PREFIX)) {
            found.put(name.toString(), value.toString());
          }
        });
    return found;
  }

  private static void define(Map<String, String> found, String definition) {
    if (definition.startsWith(PREFIX)) {
      int equals = definition.indexOf('=');
      found.put(
          equals < 0 ? definition : definition.substring(0, equals),
          equals < 0 ? "true" : definition.substring(equals + 1));
    }
  }

  private static int port(Map<String, String> given, String name, int otherwise) {
    String text = given.getOrDefault(name, Integer.toString(otherwise)).trim();
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // one answer for both, below
    }
    throw new RunException(name + " is a port number from 1 to 65535, not '" + text + "'.");
  }

  private static boolean flag(Map<String, String> given, String name, boolean otherwise) {
    String text = given.getOrDefault(name, Boolean.toString(otherwise)).trim();
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return text.equalsIgnoreCase("true");
    }
    throw new RunException(name + " is true or false, not '" + text + "'.");
  }
}
