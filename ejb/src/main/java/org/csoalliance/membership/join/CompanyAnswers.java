package org.csoalliance.membership.join;

import java.util.List;
import org.csoalliance.membership.Sector;

/**
 * The company of an application, understood.
 *
 * @param imo seven digits that pass the company rule
 * @param country ISO 3166 alpha-2
 * @param flagStates ISO 3166 alpha-2 each
 * @param mailDomain in lower case
 */
public record CompanyAnswers(
    String name,
    String imo,
    String country,
    Sector sector,
    List<String> flagStates,
    String mailDomain) {
  /** Copies the list. */
  public CompanyAnswers {
    flagStates = List.copyOf(flagStates);
  }
}
