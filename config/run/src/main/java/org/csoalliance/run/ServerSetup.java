package org.csoalliance.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an application server of a run is told.
 *
 * @param project where distributions and configuration files lie
 * @param home the folder of the run; the server and its logs lie in it
 * @param ports the ports of the run
 * @param properties system properties of the server, all named alliance.*
 */
public record ServerSetup(
    ProjectFiles project, Path home, Ports ports, Map<String, String> properties) {

  /**
   * @return the values that the configuration files name between at signs
   */
  Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    values.put("pg.host", "127.0.0.1");
    values.put("pg.port", Integer.toString(ports.database()));
    values.put("pg.database", EmbeddedDatabase.NAME);
    values.put("pg.user", EmbeddedDatabase.NAME);
    values.put("pg.password", EmbeddedDatabase.NAME);
    values.put("smtp.host", "127.0.0.1");
    values.put("smtp.port", Integer.toString(ports.smtp()));
    values.put("mail.from", "no-reply@alliance.example");
    return values;
  }
}
