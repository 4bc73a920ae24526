package org.csoalliance.platform.due;

import java.time.Instant;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SqlCondition;

/**
 * What a room knows to wait for a person. Each part is one query of the statement that the home
 * page asks, so that it costs as much with ten rooms as with one. A repository implements it, and
 * CDI finds it.
 */
public interface DuePart {
  /**
   * A query with the columns of {@link Due}, {@code kind, title, address, until, number} as text,
   * text, text, timestamptz and int: what waits for this reader and may be seen by them.
   *
   * @return empty where nothing can wait for such a reader
   */
  Optional<SqlCondition> rows(Reader reader, Instant now);
}
