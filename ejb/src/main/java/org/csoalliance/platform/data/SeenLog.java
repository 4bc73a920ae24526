package org.csoalliance.platform.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.platform.security.Reader;

/**
 * Notes who opened a sensitive record: at most once an hour for a person and a record, so that most
 * views cost nothing. Called by the service that hands the record out, in its transaction.
 */
@ApplicationScoped
public class SeenLog {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST = 10_000;

  @Inject private DataRepository data;
  @Inject private Clock clock;

  /** Of this node, lately; the database decides where it does not know. */
  private final Map<String, Instant> lately =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  /** Made by the container. */
  public SeenLog() {}

  /** For tests. */
  public SeenLog(DataRepository data, Clock clock) {
    this.data = data;
    this.clock = clock;
  }

  /**
   * Notes it for somebody who is signed in.
   *
   * @param type such as {@code incident}
   * @param ref how people name the record
   */
  public void saw(Reader reader, String type, String ref) {
    if (!reader.signedIn() || data == null) {
      return;
    }
    Instant now = clock.instant();
    String key = reader.accountId() + " " + type + " " + ref;
    synchronized (lately) {
      Instant last = lately.get(key);
      if (last != null && now.isBefore(last.plus(HOUR))) {
        return;
      }
    }
    data.saw(reader, type, ref, now);
    synchronized (lately) {
      lately.remove(key);
      lately.put(key, now);
    }
  }
}
