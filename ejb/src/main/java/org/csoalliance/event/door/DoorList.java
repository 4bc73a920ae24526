package org.csoalliance.event.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a device at the door needs to work without a network.
 *
 * @param at when it was read
 * @param deviceKey 32 bytes from which the device makes the key it keeps the list under; the same
 *     account gets the same at its next sign-in
 */
public record DoorList(
    String slug,
    String title,
    String zone,
    Instant startsAt,
    Instant endsAt,
    Instant at,
    String operator,
    byte[] deviceKey,
    List<Key> keys,
    List<Session> sessions,
    List<Person> people,
    DoorCounts counts) {
  /** Copies the lists. */
  public DoorList {
    keys = List.copyOf(keys);
    sessions = List.copyOf(sessions);
    people = List.copyOf(people);
  }

  /** A public key: 32 bytes (RFC 8032). */
  public record Key(int id, byte[] raw) {}

  /** A session with a door of its own. */
  public record Session(long id, String name, Instant startsAt, boolean chosen) {}

  /**
   * Somebody who may come, or whose ticket must be refused.
   *
   * @param seat whether they may come in
   * @param in where they were checked in
   */
  public record Person(
      long id,
      UUID ticket,
      int generation,
      String code,
      String name,
      String company,
      String category,
      boolean seat,
      boolean walkIn,
      List<Long> sessions,
      List<In> in) {
    /** Copies the lists. */
    public Person {
      sessions = List.copyOf(sessions);
      in = List.copyOf(in);
    }
  }

  /** A check-in that counts. */
  public record In(Long session, LocalDate day, Instant at, String place, String by) {}
}
