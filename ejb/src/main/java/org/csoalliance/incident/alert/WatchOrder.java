package org.csoalliance.incident.alert;

/**
 * A watch as a person wants it.
 *
 * @param name how the person calls it, 1 to 100 characters
 */
public record WatchOrder(String name, Waters waters, Wanted wanted, Delivery delivery) {
  /** Every incident of the waters, mailed at once. */
  public WatchOrder(String name, Waters waters) {
    this(name, waters, Wanted.ANY, Delivery.NOW);
  }
}
