package org.csoalliance.incident.asam;

import java.util.ArrayList;
import java.util.List;

/** What one chunk of an import writes, gathered first so that it goes out in batches. */
final class ImportWrites {
  /** How an import remembers a row that it took. */
  enum Outcome {
    IMPORTED,
    UPDATED,
    DUPLICATE
  }

  /** A new incident under the number and the reference that it was given. */
  record NewIncident(long id, String reference, AsamEvent event) {}

  /** An incident with the words that it had before. */
  record Update(KnownIncident before, AsamEvent event) {}

  /** A row kept out of the list. */
  record Duplicate(AsamEvent event, KnownIncident twin, String reason) {}

  /** What became of a row. */
  record Remembered(AsamEvent event, Outcome outcome, long incidentId) {}

  /** A row that was not taken. */
  record Refused(int line, String reason) {}

  final List<NewIncident> incidents = new ArrayList<>();
  final List<Update> updates = new ArrayList<>();
  final List<Duplicate> duplicates = new ArrayList<>();
  final List<Remembered> remembered = new ArrayList<>();
  final List<Refused> refusals = new ArrayList<>();
  int unchanged;
}
