package org.csoalliance.platform.gather;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Whoever would wait for the same lock is served together. The first who comes works at once; those
 * who come meanwhile wait, and the first of them then works for all of them, in the order in which
 * they came. So nobody waits for others to come, one alone is served as before, and a crowd shares
 * the cost of one transaction. It starts no thread: each works in that of a caller.
 *
 * @param <K> what the lock is of
 * @param <W> what one caller wants
 * @param <R> what one caller gets
 */
public final class Gathering<K, W, R> {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<K, Deque<Ticket>> lines = new HashMap<>();

  /** Serves at most so many together. */
  public Gathering(int most) {
    this.most = most;
  }

  private final class Ticket {
    private final W work;
    private final Condition turn = lock.newCondition();
    private boolean leads;
    private Outcome<R> outcome;

    Ticket(W work) {
      this.work = work;
    }
  }

  /**
   * Waits for its turn, and answers with what became of it.
   *
   * @param together does the work of several, and tells an outcome for each in their order; called
   *     by one caller at a time for a key
   */
  public R join(K key, W work, Function<List<W>, List<Outcome<R>>> together) {
    Ticket own = new Ticket(work);
    List<Ticket> batch = batch(key, own);
    if (batch.isEmpty()) {
      return own.outcome.get();
    }
    List<Outcome<R>> outcomes = null;
    try {
      outcomes = together.apply(batch.stream().map(each -> each.work).toList());
      if (outcomes.size() != batch.size()) {
        outcomes = null;
      }
    } finally {
      end(key, batch, outcomes);
    }
    return own.outcome.get();
  }

  /** How many wait behind those who are served. */
  public int waiting(K key) {
    lock.lock();
    try {
      Deque<Ticket> line = lines.get(key);
      return line == null ? 0 : line.size();
    } finally {
      lock.unlock();
    }
  }

  /** Those for whom the caller works; empty when somebody else has worked for the caller. */
  private List<Ticket> batch(K key, Ticket own) {
    lock.lock();
    try {
      Deque<Ticket> line = lines.get(key);
      if (line == null) {
        lines.put(key, new ArrayDeque<>());
        own.leads = true;
        return List.of(own);
      }
      line.add(own);
      while (!own.leads && own.outcome == null) {
        own.turn.awaitUninterruptibly(); // whoever leads is bound by the limits of the database
      }
      List<Ticket> batch = new ArrayList<>();
      while (own.leads && !line.isEmpty() && batch.size() < most) {
        batch.add(line.remove());
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Tells the outcomes, and lets the next lead. */
  private void end(K key, List<Ticket> batch, List<Outcome<R>> outcomes) {
    lock.lock();
    try {
      for (int i = 0; i < batch.size(); i++) {
        Ticket each = batch.get(i);
        each.outcome =
            outcomes == null
                ? Outcome.refused(new IllegalStateException("Whoever worked for this one failed"))
                : outcomes.get(i);
        each.turn.signal();
      }
      Deque<Ticket> line = lines.get(key);
      if (line.isEmpty()) {
        lines.remove(key);
      } else {
        line.peek().leads = true;
        line.peek().turn.signal();
      }
    } finally {
      lock.unlock();
    }
  }
}
