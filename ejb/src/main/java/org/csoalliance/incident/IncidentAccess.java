package org.csoalliance.incident;

import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;

/** The sharing policy on rows of {@code incident}, for the rooms behind the incident. */
public final class IncidentAccess {
  private IncidentAccess() {}

  /**
   * Whether the reader may see the incident at all.
   *
   * @param alias of the table in the query; from code, never from input
   */
  public static SqlCondition mayRead(Reader reader, String alias) {
    return SharingPolicy.mayRead(
        reader, alias, IncidentConditions.PUBLISHED.replace("i.", alias + "."));
  }

  /** Whether the reader stands on the own side of the incident, or is an editor. */
  public static SqlCondition mayKnowReporter(Reader reader, String alias) {
    return SharingPolicy.mayKnowReporter(reader, alias);
  }
}
