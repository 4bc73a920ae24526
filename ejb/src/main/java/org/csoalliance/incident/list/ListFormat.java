package org.csoalliance.incident.list;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.importing.ImportCounts;
import org.csoalliance.incident.importing.ImportFormat;

/**
 * Works a list of any source into the database. What becomes of a row:
 *
 * <ul>
 *   <li><b>refused</b>: it cannot be read; its line and the reason are kept;
 *   <li><b>unchanged</b>: an earlier import has worked the very same row in the same way;
 *   <li><b>updated</b>: the source's number is here already, in other words or read otherwise; the
 *       words before are kept in the history;
 *   <li><b>duplicate</b>: the very same row stands in the file twice;
 *   <li><b>imported</b>: everything else. Whether another source or a member tells of the same
 *       event, the search for twins finds afterwards.
 * </ul>
 */
@Dependent
public class ListFormat implements ImportFormat {
  private final ListRepository repository;

  /** Takes the repository to work with. */
  @Inject
  public ListFormat(ListRepository repository) {
    this.repository = repository;
  }

  private record ListRows(ListMapping mapping, List<ListReader.Reading> rows, String note)
      implements Rows {
    @Override
    public int size() {
      return rows.size();
    }
  }

  @Override
  public String source() {
    return ListRepository.SOURCE;
  }

  @Override
  public void check(byte[] content, String mapping) {
    ListMapping.of(mapping).checked(ListFile.read(content).header());
  }

  @Override
  public Rows open(byte[] content, String json, Instant now) {
    ListMapping mapping = ListMapping.of(json);
    ListFile file = ListFile.read(content);
    ListReader reader = new ListReader(mapping, file.header(), now);
    return new ListRows(mapping, file.rows().stream().map(reader::read).toList(), file.note());
  }

  @Override
  public ImportCounts work(long jobId, Rows all, int from, int to, Instant now) {
    ListRows list = (ListRows) all;
    List<ListEvent> events = new ArrayList<>();
    int refused = 0;
    for (ListReader.Reading row : list.rows().subList(from, to)) {
      if (row.event() == null) {
        repository.refuse(jobId, row.line(), row.refusal());
        refused++;
      } else {
        events.add(row.event());
      }
    }
    Map<String, Long> jobs =
        new HashMap<>(repository.jobsByHash(events.stream().map(ListEvent::hash).toList()));
    Map<String, ListRepository.Known> known =
        repository.known(
            list.mapping().sourceName(), events.stream().map(ListEvent::reference).toList());
    int imported = 0;
    int updated = 0;
    int duplicates = 0;
    int unchanged = 0;
    for (ListEvent event : events) {
      Long job = jobs.putIfAbsent(event.hash(), jobId);
      ListRepository.Known there = known.get(event.reference());
      if (job != null && (job != jobId || there == null)) {
        unchanged++;
      } else if (job != null) {
        repository.duplicate(jobId, event, there.id(), "The same row stands in the file twice.");
        duplicates++;
      } else if (there != null) {
        repository.update(there, event, list.mapping(), now);
        repository.remember(event, "UPDATED", there.id(), jobId);
        known.put(
            event.reference(),
            new ListRepository.Known(there.id(), event.reference(), event.text()));
        updated++;
      } else {
        long id = repository.insert(event, list.mapping(), now);
        repository.remember(event, "IMPORTED", id, jobId);
        known.put(event.reference(), new ListRepository.Known(id, event.reference(), event.text()));
        imported++;
      }
    }
    return new ImportCounts(imported, updated, duplicates, unchanged, refused);
  }
}
