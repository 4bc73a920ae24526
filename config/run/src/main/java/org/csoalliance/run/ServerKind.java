package org.csoalliance.run;

import java.util.Locale;

/** The application servers that a run knows. */
public enum ServerKind {
  /** Payara Server 6, the default. */
  PAYARA("Payara", "payara-*.zip"),
  /** WildFly 39 with EclipseLink in place of Hibernate. */
  WILDFLY("WildFly", "wildfly-dist-*.zip");

  private final String label;
  private final String archive;

  ServerKind(String label, String archive) {
    this.label = label;
    this.archive = archive;
  }

  /**
   * @return the name as its makers write it
   */
  public String label() {
    return label;
  }

  /**
   * @return the pattern of the file name of its distribution
   */
  String archive() {
    return archive;
  }

  /**
   * @param name payara or wildfly, in any case
   * @return the kind
   * @throws RunException for another name
   */
  public static ServerKind of(String name) {
    return switch (name.trim().toLowerCase(Locale.ROOT)) {
      case "payara" -> PAYARA;
      case "wildfly" -> WILDFLY;
      default ->
          throw new RunException("alliance.server is payara or wildfly, not '" + name + "'.");
    };
  }
}
