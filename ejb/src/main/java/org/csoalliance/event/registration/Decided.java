package org.csoalliance.event.registration;

/**
 * What became of several that were decided at once.
 *
 * @param accepted have a seat now
 * @param waiting were let in and wait for a seat
 * @param declined were not let in
 * @param skipped had been decided before, or ended
 */
public record Decided(int accepted, int waiting, int declined, int skipped) {}
