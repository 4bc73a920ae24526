package org.csoalliance.incident.asam;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.csoalliance.incident.importing.ImportCounts;

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

  /**
   * A row kept out of the list; account: as what it is kept, null when it is the twin's own row.
   */
  record Duplicate(AsamEvent event, KnownIncident twin, String reason, NewIncident account) {}

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

  /** The rows that are kept as accounts of their twins. */
  List<NewIncident> accounts() {
    return duplicates.stream().map(Duplicate::account).filter(Objects::nonNull).toList();
  }

  /** How many ended as what. */
  ImportCounts counts() {
    return new ImportCounts(
        incidents.size(), updates.size(), duplicates.size(), unchanged, refusals.size());
  }
}
