package org.csoalliance.event.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.csoalliance.event.EventQuota;

/**
 * The seats and the line of an event while several are let in by one transaction: what the database
 * counts, and those who were let in and are not written yet. The transaction holds the quotas.
 */
final class Tally {
  private final Room event;
  private final WaitingLine line;
  private final Supplier<List<Row>> waits;
  private final List<Newcomer> newcomers = new ArrayList<>();
  private List<EventQuota> counted;
  private List<Row> waiting;

  /**
   * Begins with what the database counts.
   *
   * @param waits reads the line, which is asked once and only where seats are free
   */
  Tally(Room event, List<EventQuota> counted, WaitingLine line, Supplier<List<Row>> waits) {
    this.event = event;
    this.counted = counted;
    this.line = line;
    this.waits = waits;
  }

  /** The quotas with the seats that were taken here. */
  List<EventQuota> quotas() {
    return counted.stream()
        .map(
            quota -> {
              long taken = newcomers.stream().filter(n -> n.seats().contains(quota.id())).count();
              return taken == 0
                  ? quota
                  : new EventQuota(
                      quota.id(),
                      quota.kind(),
                      quota.name(),
                      quota.capacity(),
                      quota.taken() + Math.toIntExact(taken));
            })
        .toList();
  }

  /** Seats came free, or did not, by the hand of this transaction. */
  void recount(List<EventQuota> now) {
    counted = now;
  }

  /** Those who were let in, in their order. */
  List<Newcomer> newcomers() {
    return List.copyOf(newcomers);
  }

  /** Whether somebody with this address was let in. */
  boolean has(String key) {
    return newcomers.stream().anyMatch(one -> one.key().equals(key));
  }

  /** Lets somebody in. */
  void add(Newcomer newcomer) {
    newcomers.add(newcomer);
  }

  /** How many were let in, to go {@link #back} to. */
  int size() {
    return newcomers.size();
  }

  /** As if those behind the first so many had not come. */
  void back(int size) {
    newcomers.subList(size, newcomers.size()).clear();
  }

  /** Whether there are seats, whoever waits: for somebody who held one before they came. */
  boolean free(List<EventQuota> needed, Long companyId, int many) {
    return line.free(event, needed, companyId, many, ofCompany(companyId));
  }

  /** Whether a newcomer may have seats: they are free, and nobody waits whom they would fit. */
  boolean freeFor(List<EventQuota> needed, Long companyId, int many) {
    if (!free(needed, companyId, many)) {
      return false;
    }
    if (waiting == null) {
      waiting = waits.get();
    }
    List<Wish> all = new ArrayList<>(waiting);
    newcomers.stream().filter(one -> one.state() == RegistrationState.WAITLISTED).forEach(all::add);
    List<EventQuota> quotas = quotas();
    return all.stream()
        .noneMatch(
            one ->
                line.fits(event, WaitingLine.group(one, all), quotas, ofCompany(one.companyId())));
  }

  private int ofCompany(Long companyId) {
    return companyId == null
        ? 0
        : Math.toIntExact(
            newcomers.stream()
                .filter(one -> one.state() == RegistrationState.ACCEPTED)
                .filter(one -> Objects.equals(one.companyId(), companyId))
                .count());
  }
}
