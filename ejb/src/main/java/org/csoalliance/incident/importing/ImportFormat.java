package org.csoalliance.incident.importing;

import java.time.Instant;
import org.csoalliance.platform.error.InvalidException;

/** A kind of list. CDI finds the implementations; a job names its own. */
public interface ImportFormat {
  /** The source under which jobs and rows are remembered, such as {@code NGA_ASAM}. */
  String source();

  /**
   * Looks whether a file can be read at all, before a job is made of it.
   *
   * @param mapping how columns are read, null where the format knows
   * @throws InvalidException field {@code file}, when it cannot
   */
  void check(byte[] content, String mapping);

  /**
   * Reads all of it, in the order of work: the same file gives the same order each time, since a
   * job goes on by the count of rows done.
   *
   * @throws InvalidException field {@code file}, when it cannot
   */
  Rows open(byte[] content, String mapping, Instant now);

  /** Works rows from (inclusive) to (exclusive), in the running transaction. */
  ImportCounts work(long jobId, Rows rows, int from, int to, Instant now);

  /** The rows of a file, as the format knows them. */
  interface Rows {
    /** How many. */
    int size();

    /** What is to be known of the file as a whole, such as its character set; may be empty. */
    String note();
  }
}
