package org.csoalliance.event.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.event.question.AnswerListService;
import org.csoalliance.event.question.AnswerTable;
import org.csoalliance.event.question.QuestionType;
import org.csoalliance.event.question.Special;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeskExportIT {
  private static final int MANY = 10_000;

  private static final AnswerListService ANSWERS =
      new AnswerListService() {
        @Override
        public AnswerTable table(String slug) {
          return new AnswerTable(
              List.of(new AnswerTable.Column("q1", "Hotel", QuestionType.TEXT, Special.NONE)),
              Map.of(2L, Map.of("q1", "+1 night")));
        }
      };

  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader helper;

  @BeforeEach
  void event() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    helper = MadeMembers.account(database, 2, null, Role.MEMBER);
    MadeEvents.open(database, 50, 1, 20);
  }

  private static void people(int many) {
    database.sql(
        "insert into registration (id, event_id, mode, name, mail, mail_key, company, state,"
            + " joined_at, created_at, updated_at) select i, 50, 'IN_PERSON', case when i = 1 then"
            + " '=cmd|'' /C calc''!A0' when i = 2 then 'Ærø \"Ø\", Ольга' else 'Name ' || i end,"
            + " 'm' || i || '@test.example', 'm' || i || '@test.example', 'Company ' || i % 50,"
            + " case when i % 3 = 0 then 'WAITLISTED' else 'ACCEPTED' end, timestamptz"
            + " '2026-11-01T00:00Z' + i * interval '1 second', now(), now() from generate_series(1, "
            + many
            + ") i",
        "analyze registration");
  }

  private static void write(Reader reader, DeskFile.Format format, OutputStream out) {
    database.inTransaction(
        em -> {
          CallerContext caller = MadeMembers.caller(reader);
          DeskExportService service =
              new DeskExportService(
                  new EventAccess(new EventDutyRepository(em), caller),
                  new DeskRepository(em),
                  ANSWERS,
                  MadeMembers.audit(em),
                  caller);
          service.begin("event-50", DeskFilter.parse(Map.of("sort", "oldest")), format);
          service.write("event-50", DeskFilter.parse(Map.of("sort", "oldest")), format, out);
          return null;
        });
  }

  private String text(DeskFile.Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(organiser, format, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csvHasItsMarkAndNoFormula() {
    people(6);
    String csv = text(DeskFile.Format.CSV);
    assertTrue(csv.startsWith("\uFEFFName,Company,"), csv);
    assertTrue(csv.contains("\r\n'=cmd|' /C calc'!A0,"), csv);
    assertTrue(csv.contains("\r\n\"Ærø \"\"Ø\"\", Ольга\",Company 2,,Accepted,In person,"), csv);
    assertTrue(csv.contains("\"Waiting list, place 2\""), csv);
    assertTrue(csv.contains(",Number,Hotel\r\n"), csv);
    assertTrue(csv.contains(",2,'+1 night\r\n"), csv);
    assertEquals(8, csv.split("\r\n", -1).length);
  }

  @Test
  void aSpreadsheetHoldsTextAlone() throws IOException {
    people(6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(organiser, DeskFile.Format.XLSX, out);
    String sheet;
    Path file = Files.createTempFile("registrations", ".xlsx");
    Files.write(file, out.toByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
    assertTrue(sheet.contains("&#x41e;&#x43b;&#x44c;&#x433;&#x430;"), sheet);
    assertTrue(sheet.contains("=cmd|"), "as text");
    assertFalse(sheet.contains("<f>"), "no formula");
  }

  @Test
  void aListToPrintIsAPdfAndHasItsLimit() {
    people(20);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(organiser, DeskFile.Format.PDF, out);
    assertTrue(out.toString(StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    database.sql("delete from registration");
    people(DeskPdf.MOST + 1);
    assertThrows(
        ConflictException.class,
        () -> write(organiser, DeskFile.Format.PDF, new ByteArrayOutputStream()));
  }

  @Test
  void whoOnlyHelpsTakesNothingOut() {
    people(3);
    for (EventDuty duty : EventDuty.values()) {
      if (duty != EventDuty.ORGANISER) {
        MadeEvents.duty(database, 50, 2, duty);
        assertThrows(
            NotFoundException.class,
            () -> write(helper, DeskFile.Format.CSV, new ByteArrayOutputStream()),
            duty.name());
      }
    }
  }

  /** Ten thousand rows in seconds, and no more memory than for a thousand. */
  @Test
  void tenThousandAreStreamed() {
    people(MANY);
    long yardstick = Math.max(yardstick(), yardstick());
    for (DeskFile.Format format :
        new DeskFile.Format[] {DeskFile.Format.CSV, DeskFile.Format.XLSX}) {
      Counted warm = new Counted();
      write(organiser, format, warm);
      Counted out = new Counted();
      long start = System.nanoTime();
      write(organiser, format, out);
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println(
          format
              + ": "
              + out.bytes
              + " bytes, "
              + millis
              + " ms, peak "
              + out.peak / 1024
              + " KiB");
      assertTrue(
          millis < Math.max(3000, 6 * yardstick),
          format + " took " + millis + " ms, against " + yardstick);
      assertTrue(out.peak < 24L * 1024 * 1024, format + " held " + out.peak);
    }
  }

  /** How long this machine takes for the rows alone, by plain SQL: a busy one takes longer. */
  private static long yardstick() {
    long start = System.nanoTime();
    database.inTransaction(
        em -> {
          new DeskRepository(em).each(50, DeskFilter.ALL, row -> {});
          return null;
        });
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** Throws the bytes away and looks now and then how much is held. */
  private static final class Counted extends OutputStream {
    private final long before = used();
    private long bytes;
    private long next = 200_000;
    private long peak;

    @Override
    public void write(int one) {
      count(1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      count(length);
    }

    private void count(int more) {
      bytes += more;
      if (bytes > next) {
        next += 200_000;
        peak = Math.max(peak, used() - before);
      }
    }

    private static long used() {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }
  }
}
