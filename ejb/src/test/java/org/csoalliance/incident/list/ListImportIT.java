package org.csoalliance.incident.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.incident.importing.ImportChunks;
import org.csoalliance.incident.importing.ImportFormat;
import org.csoalliance.incident.importing.ImportJobRepository;
import org.csoalliance.incident.importing.ImportProgress;
import org.csoalliance.incident.importing.ImportRunner;
import org.csoalliance.incident.importing.ImportService;
import org.csoalliance.incident.importing.ImportStarted;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListImportIT {
  @RegisterExtension static final Database database = new Database();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T18:00:00Z"), ZoneOffset.UTC);
  private static final Reader EDITOR = new Reader(4L, "B. Editor", null, Set.of(Role.EDITOR));
  private static final Reader EDITOR2 = new Reader(5L, "F. Editor", null, Set.of(Role.EDITOR));
  private static final ListMapping MAPPING =
      ListReaderTest.mapping(
          "uuuu-MM-dd",
          "UTC",
          ListField.REFERENCE,
          "no",
          ListField.DATE,
          "date",
          ListField.AREA,
          "place",
          ListField.TEXT,
          "text");

  @BeforeAll
  static void people() {
    for (Reader one : List.of(EDITOR, EDITOR2)) {
      database.sql(
          "insert into account (id, email, email_key, name, created_at) values"
              + " (%1$d, '%1$d@demo.example', '%1$d@demo.example', '%2$s', now())"
                  .formatted(one.accountId(), one.name()));
    }
  }

  @BeforeEach
  void empty() {
    database.sql(
        "truncate incident, import_job, import_record, import_refusal, import_duplicate,"
            + " import_draft, import_mapping cascade");
  }

  @SuppressWarnings("unchecked")
  private static ImportService imports(EntityManager em, Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    Event<ImportStarted> event =
        (Event<ImportStarted>)
            Proxy.newProxyInstance(
                Event.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> null);
    return new ImportService(new ImportJobRepository(em), new AuditLog(em), caller, CLOCK, event);
  }

  private static <T> T with(Reader reader, Function<ListImportService, T> work) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return database.inTransaction(
        em ->
            work.apply(
                new ListImportService(
                    new ListRepository(em), imports(em, reader), new AuditLog(em), caller, CLOCK)));
  }

  private static ImportChunks chunks(EntityManager em) {
    return new ImportChunks(
        new ImportJobRepository(em),
        List.of(new ListFormat(new ListRepository(em))),
        new AuditLog(em),
        CLOCK);
  }

  private static ImportProgress run(String csv, ListMapping mapping) {
    long draft = with(EDITOR, s -> s.take("list.csv", csv.getBytes(UTF_8)));
    long job = with(EDITOR, s -> s.start(draft, mapping));
    new ImportRunner(
            new ImportChunks() {
              @Override
              public Optional<ImportJobRepository.Claim> claim() {
                return database.inTransaction(em -> chunks(em).claim());
              }

              @Override
              public Optional<ImportJobRepository.Claim> step(
                  ImportJobRepository.Claim claim, ImportFormat.Rows rows) {
                return database.inTransaction(em -> chunks(em).step(claim, rows));
              }

              @Override
              public ImportFormat.Rows open(ImportJobRepository.Claim claim) {
                return database.inTransaction(em -> chunks(em).open(claim));
              }

              @Override
              public void fail(ImportJobRepository.Claim claim, String sentence) {
                database.doInTransaction(em -> chunks(em).fail(claim, sentence));
              }
            })
        .run();
    ImportProgress p = database.inTransaction(em -> imports(em, EDITOR).progress(job));
    assertEquals(ImportProgress.State.DONE, p.state(), p.failure());
    assertEquals(
        p.total(), p.imported() + p.updated() + p.duplicates() + p.unchanged() + p.refused());
    return p;
  }

  private static List<Integer> counts(ImportProgress p) {
    return List.of(p.imported(), p.updated(), p.duplicates(), p.unchanged(), p.refused());
  }

  private static final String LIST =
      "no,date,place,text\n"
          + "7,2026-11-21,Conakry,Robbers boarded\n"
          + "8,2026-11-22,Lomé,Thieves were seen\n"
          + "8,2026-11-22,Lomé,Thieves were seen\n"
          + "9,soon,Lomé,Thieves were seen\n";

  @Test
  void everyRowEndsAsOneThingAndTheSecondTimeNothingChanges() {
    ImportProgress first = run(LIST, MAPPING);
    assertEquals(List.of(2, 0, 1, 0, 1), counts(first));
    assertEquals("ReCAAP ISC", first.sourceLabel());
    assertEquals(5, first.refusals().get(0).line());
    assertTrue(first.refusals().get(0).reason().contains("soon"));
    assertEquals(
        "2 LIST ReCAAP ISC GREEN CONFIRMED",
        database.value(
            "select count(*) || ' ' || min(source) || ' ' || min(source_name) || ' ' || min(tlp)"
                + " || ' ' || min(status) from incident"));
    String before = all();
    ImportProgress second = run(LIST, MAPPING);
    assertEquals(List.of(0, 0, 0, 3, 1), counts(second));
    assertEquals(before, all());
  }

  private static String all() {
    return String.valueOf(
        database.value(
            "select string_agg(i::text, '|' order by id) || (select string_agg(c::text, '|' order"
                + " by c.id) from incident_status_change c) from incident i"));
  }

  @Test
  void theSameNumberInOtherWordsIsAnUpdateOfThatSourceAlone() {
    run("no,date,place,text\n7,2026-11-21,Conakry,Robbers boarded\n", MAPPING);
    ImportProgress p =
        run("no,date,place,text\n7,2026-11-21,Conakry,Robbers boarded. Two were armed\n", MAPPING);
    assertEquals(List.of(0, 1, 0, 0, 0), counts(p));
    assertEquals(
        "Updated by ReCAAP ISC. Before: Robbers boarded",
        database.value("select reason from incident_status_change order by id desc limit 1"));
    ListMapping other =
        new ListMapping(
            "Another list",
            MAPPING.columns(),
            MAPPING.dateFormat(),
            MAPPING.zone(),
            MAPPING.kinds(),
            MAPPING.otherwise(),
            MAPPING.tlp(),
            MAPPING.status());
    assertEquals(
        List.of(1, 0, 0, 0, 0),
        counts(run("no,date,place,text\n7,2026-11-21,Conakry,Robbers boarded\n", other)));
  }

  @Test
  void aFileIsLookedAtFirstByTheEditorWhoSentIt() {
    long draft = with(EDITOR, s -> s.take("../list.csv", LIST.getBytes(UTF_8)));
    ListDraft there = with(EDITOR, s -> s.draft(draft));
    assertEquals("list.csv", there.fileName());
    assertEquals(List.of("no", "date", "place", "text"), there.header());
    assertEquals("Conakry", there.samples().get(2));
    assertEquals("date", there.guess().get(ListField.DATE));
    ListPreview preview = with(EDITOR, s -> s.preview(draft, MAPPING));
    assertEquals(List.of(4, 1), List.of(preview.total(), preview.refused()));
    assertEquals("Other, Conakry", preview.rows().get(0).title());
    assertTrue(preview.rows().get(3).refusal().contains("soon"));
    assertThrows(NotFoundException.class, () -> with(EDITOR2, s -> s.draft(draft)));
    assertThrows(
        InvalidException.class,
        () -> with(EDITOR, s -> s.take("big.csv", new byte[33 * 1024 * 1024])));
    assertEquals(0L, database.value("select count(*) from incident"));
  }

  @Test
  void aMappingIsSavedByNameAndFound() {
    long draft = with(EDITOR, s -> s.take("list.csv", LIST.getBytes(UTF_8)));
    with(
        EDITOR,
        s -> {
          s.save("ReCAAP weekly", draft, MAPPING);
          s.save("ReCAAP weekly", draft, MAPPING);
          return null;
        });
    assertEquals(MAPPING, with(EDITOR2, ListImportService::mappings).get("ReCAAP weekly"));
    assertThrows(
        InvalidException.class,
        () ->
            with(
                EDITOR,
                s -> {
                  s.save(" ", draft, MAPPING);
                  return null;
                }));
  }
}
