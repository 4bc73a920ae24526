package org.csoalliance.incident.asam;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.csoalliance.incident.asam.ImportWrites.Outcome;
import org.csoalliance.incident.importing.Hash;
import org.csoalliance.incident.importing.ImportCounts;
import org.csoalliance.incident.importing.ImportFormat;

/**
 * Works a chunk of rows into the database. What becomes of a row:
 *
 * <ul>
 *   <li><b>refused</b>: it cannot be read; its line and the reason are kept;
 *   <li><b>unchanged</b>: an earlier import has worked the very same row: nothing is touched;
 *   <li><b>updated</b>: it updates an incident, see {@link TwinFinder}; the words before are kept
 *       in the history;
 *   <li><b>duplicate</b>: it looks like an incident that stands there already, and is kept as an
 *       account of that, for an editor to look; or it stands twice in the file;
 *   <li><b>imported</b>: everything else.
 * </ul>
 */
@Dependent
public class AsamImporter implements ImportFormat {
  private final AsamRepository repository;

  /** Takes the repository to work with. */
  @Inject
  public AsamImporter(AsamRepository repository) {
    this.repository = repository;
  }

  /**
   * The order of work: broken rows first, then by day and reference, so that what was published
   * first comes first and our references follow the calendar; updates last, after what they update.
   * The same file gives the same order each time: a job goes on by the count of rows done.
   */
  static List<AsamReader.Reading> inOrder(AsamFile file, LocalDate today) {
    AsamReader reader = new AsamReader(file.columns(), today);
    List<AsamReader.Reading> readings = new ArrayList<>();
    for (AsamFile.Row row : file.rows()) {
      readings.add(reader.read(row));
    }
    Comparator<AsamReader.Reading> order =
        Comparator.comparing((AsamReader.Reading r) -> r.event() != null)
            .thenComparing(r -> r.event() != null && r.event().saysUpdate())
            .thenComparing(
                r -> r.event() == null ? null : r.event().day(),
                Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(r -> r.event() == null ? 0 : number(r.event().reference(), 0))
            .thenComparing(r -> r.event() == null ? 0 : number(r.event().reference(), 1))
            .thenComparing(AsamReader.Reading::line);
    readings.sort(order);
    return readings;
  }

  private static int number(String reference, int part) {
    return Integer.parseInt(reference.split("-")[part]);
  }

  private record AsamRows(List<AsamReader.Reading> rows, String note) implements Rows {
    @Override
    public int size() {
      return rows.size();
    }
  }

  @Override
  public String source() {
    return AsamRepository.SOURCE;
  }

  @Override
  public void check(byte[] content, String mapping) {
    AsamFile.check(content);
  }

  @Override
  public Rows open(byte[] content, String mapping, Instant now) {
    AsamFile file = AsamFile.read(content);
    return new AsamRows(inOrder(file, LocalDate.ofInstant(now, ZoneOffset.UTC)), file.note());
  }

  @Override
  public ImportCounts work(long jobId, Rows rows, int from, int to, Instant now) {
    return work(jobId, ((AsamRows) rows).rows().subList(from, to), now).counts();
  }

  /** Works the rows in the running transaction and answers what was written. */
  ImportWrites work(long jobId, List<AsamReader.Reading> rows, Instant now) {
    ImportWrites writes = new ImportWrites();
    List<AsamEvent> events = new ArrayList<>();
    for (AsamReader.Reading row : rows) {
      if (row.event() == null) {
        writes.refusals.add(new ImportWrites.Refused(row.line(), row.refusal()));
      } else {
        events.add(row.event());
      }
    }
    if (!events.isEmpty()) {
      decide(jobId, events, writes);
    }
    repository.write(jobId, writes, now);
    return writes;
  }

  private void decide(long jobId, List<AsamEvent> events, ImportWrites writes) {
    Map<Hash, Long> jobs =
        new HashMap<>(repository.jobsByHash(events.stream().map(AsamEvent::hash).toList()));
    List<AsamEvent> fresh =
        events.stream().filter(event -> !isOfEarlierJob(jobs.get(event.hash()), jobId)).toList();
    writes.unchanged += events.size() - fresh.size();
    if (fresh.isEmpty()) {
      return;
    }
    TwinFinder finder = new TwinFinder(candidates(fresh));
    List<Long> ids = repository.newIds(fresh.size());
    Map<Integer, List<ImportWrites.NewIncident>> byYear = new HashMap<>();
    Map<Hash, KnownIncident> taken = new HashMap<>();
    List<ImportWrites.Duplicate> kept = new ArrayList<>();
    int nextId = 0;
    for (AsamEvent event : fresh) {
      if (jobs.putIfAbsent(event.hash(), jobId) != null) {
        KnownIncident twin = taken.get(event.hash());
        twin = twin != null ? twin : sameReference(finder, event);
        if (twin == null) {
          writes.unchanged++;
        } else {
          writes.duplicates.add(
              new ImportWrites.Duplicate(
                  event, twin, "The same row stands in the file twice.", null));
        }
        continue;
      }
      KnownIncident updated = finder.updatedBy(event);
      KnownIncident twin = updated == null ? finder.possibleTwin(event) : null;
      if (updated != null) {
        writes.updates.add(new ImportWrites.Update(updated, event));
        writes.remembered.add(new ImportWrites.Remembered(event, Outcome.UPDATED, updated.id()));
        finder.add(updated.updatedBy(event));
        taken.put(event.hash(), updated);
      } else if (twin != null) {
        kept.add(
            new ImportWrites.Duplicate(
                event,
                twin,
                reason(twin, event),
                new ImportWrites.NewIncident(ids.get(nextId++), null, event)));
        writes.remembered.add(new ImportWrites.Remembered(event, Outcome.DUPLICATE, twin.id()));
        taken.put(event.hash(), twin);
      } else {
        long id = ids.get(nextId++);
        ImportWrites.NewIncident incident = new ImportWrites.NewIncident(id, null, event);
        byYear.computeIfAbsent(event.day().getYear(), y -> new ArrayList<>()).add(incident);
        KnownIncident known = KnownIncident.of(id, event);
        finder.add(known);
        taken.put(event.hash(), known);
        writes.remembered.add(new ImportWrites.Remembered(event, Outcome.IMPORTED, id));
      }
    }
    giveReferences(byYear, writes);
    for (ImportWrites.Duplicate duplicate : kept) {
      int year = duplicate.event().day().getYear();
      writes.duplicates.add(
          new ImportWrites.Duplicate(
              duplicate.event(),
              duplicate.twin(),
              duplicate.reason(),
              new ImportWrites.NewIncident(
                  duplicate.account().id(),
                  reference(year, repository.firstNumber(year, 1)),
                  duplicate.event())));
    }
  }

  private static String reference(int year, int number) {
    return String.format(Locale.ROOT, "CSOA-%d-%05d", year, number);
  }

  private static boolean isOfEarlierJob(Long job, long thisJob) {
    return job != null && job != thisJob;
  }

  private List<KnownIncident> candidates(List<AsamEvent> events) {
    LocalDate from = events.get(0).day();
    LocalDate to = from;
    Set<String> references = new HashSet<>();
    for (AsamEvent event : events) {
      from = event.day().isBefore(from) ? event.day() : from;
      to = event.day().isAfter(to) ? event.day() : to;
      references.add(event.reference());
      if (event.updateOf() != null) {
        references.add(event.updateOf());
      }
    }
    return repository.known(from, to, references);
  }

  /** The incident of a row that an earlier chunk of this job took. */
  private static KnownIncident sameReference(TwinFinder finder, AsamEvent event) {
    KnownIncident known = finder.updatedBy(event);
    return known != null ? known : finder.possibleTwin(event);
  }

  private static String reason(KnownIncident twin, AsamEvent event) {
    return String.format(
        Locale.ROOT,
        "The same day as ASAM %s, %.1f NM from it%s, with %d %% of the words in common.",
        twin.sourceReference(),
        twin.position().distanceNm(event.position()),
        twin.account().statesTheSameHour(event.account()) ? ", the same hour" : "",
        Math.round(100 * twin.account().likeness(event.account())));
  }

  private void giveReferences(
      Map<Integer, List<ImportWrites.NewIncident>> byYear, ImportWrites writes) {
    byYear.keySet().stream()
        .sorted()
        .forEach(
            year -> {
              List<ImportWrites.NewIncident> incidents = byYear.get(year);
              int number = repository.firstNumber(year, incidents.size());
              for (ImportWrites.NewIncident incident : incidents) {
                String reference = reference(year, number++);
                writes.incidents.add(
                    new ImportWrites.NewIncident(incident.id(), reference, incident.event()));
              }
            });
  }
}
