package org.csoalliance.incident;

import static org.csoalliance.incident.Made.COLLEAGUE;
import static org.csoalliance.incident.Made.MEMBER;
import static org.csoalliance.incident.Made.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Drafts of long reports: each for its author alone, and none once it is sent. */
class ReportDraftServiceIT {
  @RegisterExtension static final Database database = new Database();

  private static final Map<String, List<String>> ANSWERS =
      Map.of("text", List.of("«ответ» #{7*7} \"'\\"), "weapons", List.of("KNIFE", "ROD"));

  @BeforeAll
  static void people() {
    Made.people(database);
  }

  @BeforeEach
  void empty() {
    database.sql("delete from incident", "delete from incident_draft");
  }

  private static <T> T as(Reader reader, Function<ReportDraftService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new ReportDraftService(
                    new ReportDraftRepository(em, Made.SEALED),
                    new IncidentRepository(em),
                    new IncidentVersionRepository(em, Made.SEALED),
                    Made.caller(reader),
                    Clock.fixed(NOW, ZoneOffset.UTC))));
  }

  private static ReportDraft draft(UUID key, String reference) {
    return new ReportDraft(key, "PIRACY", reference, 1, ANSWERS, null);
  }

  private static void keep(Reader reader, ReportDraft draft) {
    as(
        reader,
        service -> {
          service.keep(draft);
          return null;
        });
  }

  @Test
  void aDraftLiesSealedAndOneThatLayPlainIsSealed() {
    UUID key = UUID.randomUUID();
    keep(MEMBER, draft(key, ""));
    assertEquals("{}", database.value("select cast(answers as text) from incident_draft"));
    database.sql("update incident_draft set sealed = null, answers = '{\"text\":[\"Plain\"]}'");
    int sealed =
        database.inTransaction(em -> new SealedAnswersRepository(em, Made.SEALED).seal(10));
    assertEquals(1, sealed);
    assertEquals("{}", database.value("select cast(answers as text) from incident_draft"));
    assertEquals(
        List.of("Plain"),
        as(MEMBER, service -> service.draft("PIRACY", "")).orElseThrow().answers().get("text"));
    assertTrue(
        database
            .inTransaction(em -> new ReportDraftRepository(em, Made.SEALED).held(1))
            .toString()
            .contains("Plain"));
  }

  @Test
  void aDraftComesBackToItsAuthorAlone() {
    UUID key = UUID.randomUUID();
    keep(MEMBER, draft(key, ""));
    ReportDraft back = as(MEMBER, service -> service.draft("PIRACY", "")).orElseThrow();
    assertEquals(ANSWERS, back.answers());
    assertEquals(key, back.key());
    assertEquals(NOW, back.updatedAt());
    assertEquals(Optional.empty(), as(MEMBER, service -> service.draft("CYBER", "")));
    assertEquals(
        Optional.empty(), as(MEMBER, service -> service.draft("PIRACY", "CSOA-2026-00001")));
    assertEquals(Optional.empty(), as(COLLEAGUE, service -> service.draft("PIRACY", "")));
    as(
        COLLEAGUE,
        service -> {
          service.discard(key);
          return null;
        });
    assertEquals(1L, database.value("select count(*) from incident_draft"), "not theirs");
    keep(MEMBER, draft(UUID.randomUUID(), ""));
    assertEquals(1L, database.value("select count(*) from incident_draft"), "one a form");
  }

  @Test
  void whatWasSentIsFoundByItsKey() {
    UUID key = UUID.randomUUID();
    String reference =
        database.inTransaction(em -> Made.reports(em, MEMBER).report(Made.report(key)));
    assertEquals(Optional.of(reference), as(MEMBER, service -> service.sent(key)));
    assertEquals(Optional.empty(), as(COLLEAGUE, service -> service.sent(key)));
    assertEquals(Optional.empty(), as(MEMBER, service -> service.sent(UUID.randomUUID())));
  }

  @Test
  void whatIsFarTooLongIsNotKept() {
    assertThrows(
        InvalidException.class,
        () ->
            keep(
                MEMBER,
                new ReportDraft(
                    UUID.randomUUID(),
                    "PIRACY",
                    "",
                    0,
                    Map.of("text", List.of("x".repeat(500_000))),
                    null)));
    assertEquals(0L, database.value("select count(*) from incident_draft"));
  }

  @Test
  void draftsAreForgotten() {
    keep(MEMBER, draft(UUID.randomUUID(), ""));
    assertEquals(0, forget(NOW));
    assertEquals(1, forget(NOW.plus(Duration.ofDays(1))));
  }

  private static int forget(Instant before) {
    return database.inTransaction(em -> new IncidentHeldRepository(em).forgetDrafts(before));
  }
}
