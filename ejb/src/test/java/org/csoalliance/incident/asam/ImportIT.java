package org.csoalliance.incident.asam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.csoalliance.incident.importing.ImportFormat;
import org.csoalliance.incident.importing.ImportJobRepository;
import org.csoalliance.incident.importing.ImportProgress;
import org.csoalliance.incident.importing.ImportProgress.PossibleDuplicate;
import org.csoalliance.incident.importing.ImportProgress.Refusal;
import org.csoalliance.incident.importing.ImportProgress.State;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportIT {
  @RegisterExtension static final Database database = new Database();

  private final ImportBench bench = new ImportBench(database);

  @BeforeEach
  void empty() {
    bench.empty();
  }

  private static void assertAddsUp(ImportProgress p) {
    assertEquals(State.DONE, p.state(), p.failure());
    assertEquals(p.total(), p.done());
    assertEquals(
        p.total(), p.imported() + p.updated() + p.duplicates() + p.unchanged() + p.refused());
    assertEquals(p.refused(), p.refusals().size());
    assertEquals(p.duplicates(), p.possibleDuplicates().size());
  }

  private String all() {
    return String.valueOf(
        database.value(
            "select string_agg(i::text, '|' order by id) || (select string_agg(c::text, '|' order"
                + " by c.id) from incident_status_change c) from incident i"));
  }

  @Test
  void everyRowEndsAsExactlyOneThing() {
    ImportProgress p = bench.run("list.csv", MadeAsam.many(1_100).bytes());
    assertAddsUp(p);
    assertEquals(1_100, p.total());
    assertEquals(11, p.refused());
    assertEquals(
        1_089L,
        database.value(
            "select count(*) from incident where status = 'CONFIRMED'"
                + " and source = 'NGA_ASAM' and tlp = 'CLEAR' and severity is null"));
    assertEquals(1_089L, database.value("select count(*) from incident_status_change"));
    assertEquals(2L, database.value("select count(*) from audit_entry"));
    assertNull(database.value("select content from import_job"));
    Refusal first = p.refusals().get(0);
    assertEquals(2 + 2 * 99, first.line());
    assertEquals(
        "The position “91°00'00\"N 103°31'00\"E” cannot be read or lies outside the ranges.",
        first.reason());
  }

  @Test
  void theSecondImportOfTheSameFileChangesNothing() {
    byte[] content = MadeAsam.many(700).bytes();
    bench.run("list.csv", content);
    String before = all();
    bench.later();
    ImportProgress again = bench.run("again.csv", content);
    assertAddsUp(again);
    assertEquals(693, again.unchanged());
    assertEquals(7, again.refused());
    assertEquals(before, all());
  }

  @Test
  void anImportThatBreaksOffGoesOnWithTheSameCounts() {
    byte[] content = MadeAsam.many(1_100).bytes();
    long job = bench.start("list.csv", content);
    ImportJobRepository.Claim claim = bench.claim().orElseThrow();
    ImportFormat.Rows rows = bench.open(claim);
    for (int chunk = 0; chunk < 2; chunk++) {
      claim = bench.step(claim, rows).orElseThrow();
    }
    assertEquals(1_000, bench.progress(job).done());
    assertEquals(State.RUNNING, bench.progress(job).state());
    assertTrue(bench.claim().isEmpty(), "the lease still holds");
    bench.later();
    bench.runner().run();
    ImportProgress p = bench.progress(job);
    assertAddsUp(p);
    assertEquals(1_089, p.imported());
    assertEquals(11, p.refused());
    assertTrue(bench.step(claim, rows).isEmpty(), "the first runner has lost the job");
    assertEquals(1_089L, database.value("select count(*) from incident"));
  }

  @Test
  void twoRunnersNeverWorkTheSameJob() {
    long job = bench.start("list.csv", MadeAsam.many(1_100).bytes());
    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> bench.runner().run());
    CompletableFuture<Void> two = CompletableFuture.runAsync(() -> bench.runner().run());
    CompletableFuture.allOf(one, two).join();
    ImportProgress p = bench.progress(job);
    assertAddsUp(p);
    assertEquals(1_089, p.imported());
  }

  @Test
  void oneImportAtATime() {
    byte[] content = MadeAsam.many(10).bytes();
    long job = bench.start("list.csv", content);
    assertEquals(job, bench.start("same.csv", content));
    assertThrows(
        ConflictException.class, () -> bench.start("other.csv", MadeAsam.many(11).bytes()));
    bench.runner().run();
    assertNotEquals(job, bench.start("other.csv", MadeAsam.many(11).bytes()));
  }

  @Test
  void anUpdateChangesTheIncidentAndKeepsWhatStoodThere() {
    bench.run(
        "first.csv",
        new MadeAsam().row("2022-137", "2022-05-21", "INDONESIA: Robbers boarded.").bytes());
    String reference = String.valueOf(database.value("select reference from incident"));
    bench.later();
    ImportProgress p =
        bench.run(
            "second.csv",
            new MadeAsam()
                .row(
                    "2022-143",
                    "2022-05-21",
                    "(Update of entry 2022-137) INDONESIA: Robbers boarded. Nothing was stolen.")
                .bytes());
    assertAddsUp(p);
    assertEquals(1, p.updated());
    assertEquals(1L, database.value("select count(*) from incident"));
    assertEquals(reference, database.value("select reference from incident"));
    assertEquals("2022-137", database.value("select source_reference from incident"));
    assertEquals(1, database.value("select version from incident"));
    assertEquals(
        "Updated by NGA in ASAM 2022-143. Before: INDONESIA: Robbers boarded.",
        database.value("select reason from incident_status_change order by at desc limit 1"));
  }

  @Test
  void anUpdateInTheSameFileComesAfterWhatItUpdates() {
    ImportProgress p =
        bench.run(
            "list.csv",
            new MadeAsam()
                .row("2022-143", "2022-05-21", "(Update of entry 2022-137) INDONESIA: All is new.")
                .row("2022-137", "2022-05-21", "INDONESIA: Robbers boarded.")
                .bytes());
    assertAddsUp(p);
    assertEquals(List.of(1, 1), List.of(p.imported(), p.updated()));
  }

  @Test
  void theSameReferenceInOtherWordsIsAnUpdateAndForAnotherEventAnIncidentOfItsOwn() {
    ImportProgress p =
        bench.run(
            "list.csv",
            new MadeAsam()
                .row("2021-161", "2021-02-18", "BANGLADESH: Two fishermen were kidnapped.")
                .row(
                    "2021-161",
                    "2021-02-18",
                    "BANGLADESH: Two fishermen were kidnapped. Seven criminals were arrested.")
                .row(
                    "2021-161",
                    "2021-05-02",
                    "10°00'00\"S\n40°00'00\"E",
                    "Suspicious approach",
                    "Yacht",
                    "KENYA: A yacht was followed by a skiff.")
                .bytes());
    assertAddsUp(p);
    assertEquals(List.of(2, 1), List.of(p.imported(), p.updated()));
  }

  @Test
  void aPossibleDuplicateIsKeptOutWithItsWordsAndItsTwin() {
    String words =
        "PAPUA NEW GUINEA: On 29 July, two robbers boarded the tanker PUFFIN anchored in Rabaul"
            + " Anchorage and escaped with a laptop.";
    byte[] content =
        new MadeAsam()
            .row("2021-208", "2021-07-29", words + " A third waited in a boat.")
            .row("2021-207", "2021-07-29", words)
            .row("2021-207", "2021-07-29", words)
            .bytes();
    ImportProgress p = bench.run("list.csv", content);
    assertAddsUp(p);
    assertEquals(List.of(1, 2), List.of(p.imported(), p.duplicates()));
    PossibleDuplicate other = p.possibleDuplicates().get(0);
    assertEquals(2, other.line());
    assertEquals("2021-208", other.sourceReference());
    assertEquals("2021-207", other.twinSourceReference());
    assertEquals("CSOA-2021-00001", other.twinReference());
    assertTrue(other.text().endsWith("A third waited in a boat."));
    assertEquals("The same row stands in the file twice.", p.possibleDuplicates().get(1).reason());
    assertEquals(3, bench.run("again.csv", content).unchanged());
  }

  @Test
  void aMembersReportIsNeverATwin() {
    database.sql(
        "insert into incident (reference, kind, status, occurred_at, occurred_precision, latitude,"
            + " longitude, tlp, title, text, created_at, updated_at) values ('CSOA-2021-00001',"
            + " 'ROBBERY', 'REPORTED', '2021-07-29Z', 'DAY', 1.1166667, 103.5166667, 'AMBER', 't',"
            + " 'Robbers boarded the anchored tanker.', now(), now())",
        "insert into reference_counter values ('CSOA', 2021, 1)");
    ImportProgress p =
        bench.run(
            "list.csv",
            new MadeAsam()
                .row("2021-207", "2021-07-29", "Robbers boarded the anchored tanker.")
                .bytes());
    assertEquals(1, p.imported());
    assertEquals(
        "CSOA-2021-00002",
        database.value("select reference from incident where source = 'NGA_ASAM'"));
  }

  @Test
  void aCutFileKeepsWhatIsThereAndTheWholeOneBringsTheRest() {
    byte[] whole = MadeAsam.many(50).bytes();
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    ImportProgress cut = bench.run("half.csv", half);
    assertAddsUp(cut);
    assertEquals(1, cut.refused());
    assertTrue(cut.refusals().get(0).reason().startsWith("The file ends inside this row"));
    ImportProgress rest = bench.run("whole.csv", whole);
    assertAddsUp(rest);
    assertEquals(cut.imported(), rest.unchanged());
    assertEquals(50, rest.unchanged() + rest.imported());
  }

  @Test
  void whatIsNoListIsRefusedAtOnceAndLeavesNothing() {
    byte[] lacking = "reference,date\n".getBytes(StandardCharsets.UTF_8);
    for (byte[] bad : List.of(new byte[0], new byte[2_000], lacking)) {
      assertThrows(InvalidException.class, () -> bench.start("bad.csv", bad));
    }
    InvalidException large =
        assertThrows(
            InvalidException.class,
            () ->
                bench.start(
                    "large.csv",
                    new ByteArrayInputStream(new byte[AsamImportService.LARGEST_FILE + 10])));
    assertTrue(large.fields().get("file").contains("larger than 32 MB"));
    assertEquals(0L, database.value("select count(*) from import_job"));
    assertEquals(0L, database.value("select count(*) from audit_entry"));
  }

  @Test
  void anEmptyListEndsAtOnceAndIsListed() {
    ImportProgress p = bench.run("C:\\fakepath\\empty.csv", new MadeAsam().bytes());
    assertAddsUp(p);
    assertEquals(0, p.total());
    assertEquals("empty.csv", p.fileName());
    assertEquals(List.of(p.id()), bench.list().stream().map(ImportProgress::id).toList());
    assertThrows(NotFoundException.class, () -> bench.progress(-1));
  }

  @Test
  void whatBreaksOffAgainAndAgainIsEnded() {
    long job = bench.start("list.csv", MadeAsam.many(10).bytes());
    for (int i = 0; i < 5; i++) {
      assertTrue(bench.claim().isPresent());
      bench.later();
    }
    assertEquals(Optional.empty(), bench.claim());
    ImportProgress p = bench.progress(job);
    assertEquals(State.FAILED, p.state());
    assertTrue(p.failure().startsWith("The import broke off several times"), p.failure());
  }

  @Test
  void theTimeOfTheImportIsItsOwnAndTheTimeOfTheEventTheEvents() {
    bench.run(
        "list.csv",
        new MadeAsam().row("2021-7", "2021-05-28", "On 28 May at 0345Z robbers boarded.").bytes());
    assertEquals(
        Instant.parse("2021-05-28T03:45:00Z"),
        ((java.sql.Timestamp) database.value("select occurred_at from incident")).toInstant());
    assertEquals(
        bench.now(),
        ((java.sql.Timestamp) database.value("select updated_at from incident")).toInstant());
  }
}
