package org.csoalliance.geography;

/**
 * What the World Port Index tells of a harbour; null is unknown, never "no".
 *
 * @param size L, M, S or V (very small)
 * @param type such as CN (coastal, natural) or RN (river, natural)
 * @param shelter E (excellent), G, F, P or N (none)
 * @param pilotRequired whether a pilot is compulsory
 */
public record PortFacts(String size, String type, String shelter, Boolean pilotRequired) {
  /** Nothing is known. */
  public static final PortFacts UNKNOWN = new PortFacts(null, null, null, null);
}
