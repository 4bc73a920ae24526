package org.csoalliance.incident.list;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.importing.ImportService;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.FileName;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * Takes a list of any source: the file first, then how its columns are read, a look at the first
 * rows, and the import as a job. A file waits for a day and belongs to the editor who sent it.
 */
@Stateless
@RolesAllowed(EDITOR)
public class ListImportService {
  /** The largest file that is taken, in bytes. */
  public static final int LARGEST_FILE = 32 * 1024 * 1024;

  private static final int LOOKED_AT = 20;
  private static final int DRAFTS = 3;
  private static final Map<ListField, List<String>> NAMES = names();

  @Inject private ListRepository lists;
  @Inject private ImportService imports;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public ListImportService() {}

  /** For tests. */
  ListImportService(
      ListRepository lists,
      ImportService imports,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.lists = lists;
    this.imports = imports;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Keeps a file until its columns are mapped.
   *
   * @return its number
   * @throws InvalidException field {@code file}, when it is no list
   */
  public long take(String fileName, byte[] content) {
    if (content.length > LARGEST_FILE) {
      throw new InvalidException("file", "The file is larger than 32 MB. Cut it into several.");
    }
    ListFile.read(content);
    long account = account();
    long id = lists.addDraft(account, FileName.clean(fileName), content, clock.instant());
    lists.dropOldDrafts(account, DRAFTS);
    return id;
  }

  /**
   * A file that waits.
   *
   * @throws NotFoundException when there is none of this editor
   */
  public ListDraft draft(long id) {
    ListRepository.Draft draft = find(id);
    ListFile file = ListFile.read(draft.content());
    List<String> samples = new ArrayList<>();
    for (int column = 0; column < file.header().size(); column++) {
      samples.add(sample(file, column));
    }
    return new ListDraft(
        id,
        draft.fileName(),
        file.header(),
        samples,
        file.rows().size(),
        file.note(),
        guess(file.header()));
  }

  /**
   * How the file would be read.
   *
   * @throws NotFoundException when there is none of this editor
   * @throws InvalidException with a sentence for each choice that cannot be taken
   */
  public ListPreview preview(long id, ListMapping mapping) {
    ListFile file = ListFile.read(find(id).content());
    ListMapping checked = mapping.checked(file.header());
    ListReader reader = new ListReader(checked, file.header(), clock.instant());
    List<ListPreview.Row> rows = new ArrayList<>();
    int refused = 0;
    for (ListFile.Row row : file.rows()) {
      ListReader.Reading reading = reader.read(row);
      refused += reading.event() == null ? 1 : 0;
      if (rows.size() < LOOKED_AT) {
        rows.add(row(reading));
      }
    }
    return new ListPreview(rows, file.rows().size(), refused, file.note());
  }

  private static ListPreview.Row row(ListReader.Reading reading) {
    ListEvent e = reading.event();
    return e == null
        ? new ListPreview.Row(
            reading.line(), null, null, null, null, null, null, null, reading.refusal())
        : new ListPreview.Row(
            reading.line(),
            e.reference(),
            e.at(),
            e.precision(),
            e.position(),
            e.area(),
            e.kind(),
            e.title(),
            null);
  }

  /**
   * Starts the import; it comes back at once.
   *
   * @return the job
   * @throws NotFoundException when there is no such file of this editor
   * @throws InvalidException with a sentence for each choice that cannot be taken
   * @throws ConflictException when another list is being imported
   */
  public long start(long id, ListMapping mapping) {
    ListRepository.Draft draft = find(id);
    ListMapping checked = mapping.checked(ListFile.read(draft.content()).header());
    long job =
        imports.start(
            ListRepository.SOURCE,
            draft.fileName(),
            draft.content(),
            checked.json(),
            checked.sourceName());
    lists.dropDraft(id);
    return job;
  }

  /** The saved mappings by name. */
  public Map<String, ListMapping> mappings() {
    Map<String, ListMapping> mappings = new java.util.LinkedHashMap<>();
    lists.mappings().forEach((name, json) -> mappings.put(name, ListMapping.of(json)));
    return mappings;
  }

  /**
   * Saves a mapping under a name, in place of the one that had it.
   *
   * @throws InvalidException when the name or a choice cannot be taken
   * @throws NotFoundException when there is no such file of this editor
   */
  public void save(String name, long id, ListMapping mapping) {
    String clean = PlainText.line(name, 61);
    if (clean.isEmpty() || clean.length() > 60) {
      throw new InvalidException("mappingName", "Name the mapping, in at most 60 characters.");
    }
    ListMapping checked = mapping.checked(ListFile.read(find(id).content()).header());
    lists.saveMapping(clean, checked.json(), account(), clock.instant());
    audit.record(caller.reader(), "import.mapping_saved", "import", clean, "");
  }

  private ListRepository.Draft find(long id) {
    return lists
        .draft(id, account())
        .orElseThrow(
            () -> new NotFoundException("This file does not wait any more. Send it again."));
  }

  private long account() {
    Reader reader = caller.reader();
    if (reader.accountId() == null) {
      throw new NotFoundException("Sign in to import.");
    }
    return reader.accountId();
  }

  private static String sample(ListFile file, int column) {
    return file.rows().stream()
        .filter(row -> row.broken() == null)
        .map(row -> row.values().get(column).strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.length() <= 60 ? value : value.substring(0, 60) + "…")
        .orElse("");
  }

  private static Map<ListField, String> guess(List<String> header) {
    Map<ListField, String> guess = new EnumMap<>(ListField.class);
    for (String column : header) {
      String name = column.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      NAMES.forEach(
          (field, names) -> {
            if (names.contains(name)) {
              guess.putIfAbsent(field, column);
            }
          });
    }
    return guess;
  }

  private static Map<ListField, List<String>> names() {
    Map<ListField, List<String>> names = new EnumMap<>(ListField.class);
    names.put(ListField.REFERENCE, List.of("reference", "ref", "id", "number", "incidentid"));
    names.put(ListField.DATE, List.of("date", "datetime", "dateutc", "occurredat", "when"));
    names.put(ListField.TIME, List.of("time", "timeutc", "localtime"));
    names.put(ListField.POSITION, List.of("position", "coordinates", "latlong"));
    names.put(ListField.LATITUDE, List.of("latitude", "lat", "geometrylatitude", "y"));
    names.put(ListField.LONGITUDE, List.of("longitude", "lon", "lng", "geometrylongitude", "x"));
    names.put(ListField.AREA, List.of("area", "place", "location", "region", "port"));
    names.put(ListField.KIND, List.of("kind", "type", "incidenttype", "hostility", "category"));
    names.put(ListField.TITLE, List.of("title", "headline", "subject"));
    names.put(ListField.TEXT, List.of("text", "description", "details", "narrative", "summary"));
    names.put(ListField.SHIP_NAME, List.of("ship", "shipname", "vessel", "vesselname", "name"));
    names.put(ListField.SHIP_IMO, List.of("imo", "imonumber", "imono", "shipimo"));
    names.put(ListField.SHIP_TYPE, List.of("shiptype", "vesseltype", "victim"));
    return names;
  }
}
