package org.csoalliance.platform.data;

import java.time.Instant;

/**
 * How long something is kept.
 *
 * @param id such as {@code seen}
 * @param what it is, for everybody
 * @param howLong in words
 * @param why it is kept so long
 * @param removedBy what removes it
 * @param remover what the daily job runs; null: the job does not remove it
 */
public record RetentionRule(
    String id, String what, String howLong, String why, String removedBy, Remover remover) {
  /** What removes it, in words, where the daily job does. */
  public static final String JOB = "Daily job";

  /** Removes what is over. */
  @FunctionalInterface
  public interface Remover {
    /**
     * Removes in the transaction of the job.
     *
     * @return how many things
     */
    int remove(Instant now);
  }
}
