package org.csoalliance.incident;

import jakarta.json.JsonValue;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SqlCondition;

/**
 * What a room behind the incident adds to its page: attachments, versions, corroborations. Each
 * part is one column of the statement that reads the incident, so that the page takes as many
 * statements with ten rooms as with none. A repository implements it, and CDI finds it; the room's
 * page bean asks {@link IncidentDetail#part(Class)} for the answer.
 *
 * @param <T> the record, or the immutable answer, that leaves the service
 */
public interface IncidentPart<T> {
  /** The type under which {@link IncidentDetail#part(Class)} gives the answer. */
  Class<T> type();

  /**
   * A sub-select that yields one {@code json} or {@code jsonb} value, or null, for the incident
   * aliased {@code i}. It stands in brackets of the caller's. Whatever a row of the room may be
   * hidden from this reader beyond the incident itself is left out here.
   */
  SqlCondition column(Reader reader);

  /**
   * Makes the answer.
   *
   * @param value what the column held; {@link JsonValue#NULL} where it was null
   * @param seen who reads, and how near they stand to the incident
   * @return never null
   */
  T read(JsonValue value, Seen seen);

  /**
   * The reading of one incident.
   *
   * @param own whether the reader knows the reporter: editors and the own side
   * @param reporter whether the reader is the reporter
   * @param shared what the sharing policy knows of it
   */
  record Seen(
      Reader reader, IncidentSummary incident, boolean own, boolean reporter, Shared shared) {}
}
