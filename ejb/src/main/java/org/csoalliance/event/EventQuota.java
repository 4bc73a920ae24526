package org.csoalliance.event;

/**
 * Something of an event that can be full.
 *
 * @param capacity null: no limit
 * @param taken seats that are taken or held
 */
public record EventQuota(long id, Kind kind, String name, Integer capacity, int taken) {
  /** What is limited. */
  public enum Kind {
    EVENT,
    CATEGORY,
    MODE,
    SESSION
  }

  /** Seats left; null: no limit. */
  public Integer left() {
    return capacity == null ? null : (Integer) Math.max(0, capacity - taken);
  }

  /** Whether one more fits. */
  public boolean hasRoom() {
    return capacity == null || taken < capacity;
  }
}
