package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.sharing.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReadingTest {

  @Test
  void readsAReport() {
    ReportJson read =
        report(
            "{'kind':'robbery','occurred_at':'2026-11-16T12:15:00+08:00','latitude':1.2,"
                + "'longitude':104,'ship':{'imo':9074729,'shown':true},'text':'Five men boarded.',"
                + "'tlp':'TLP:AMBER+STRICT'}");
    ReportIncident report = read.report();
    assertTrue(read.wrong().isEmpty(), read.wrong().toString());
    assertEquals(IncidentKind.ROBBERY, report.kind());
    assertEquals("2026-11-16T04:15:00Z", report.occurredAt().toString());
    assertEquals(480, report.utcOffsetMinutes());
    assertEquals(1.2, report.position().latitude());
    assertEquals("9074729", report.shipImo());
    assertEquals(Tlp.AMBER_STRICT, report.tlp());
  }

  @Test
  void whatTheReporterMayNotDecideIsRefused() {
    ReportJson read =
        report(
            "{'status':'CONFIRMED','reference':'X','source':{},'severity':1,'company':1,"
                + "'ship':{'flag':'PA'}}");
    read.report();
    assertEquals(
        Set.of("status", "reference", "source", "severity", "company", "ship.flag"),
        read.wrong().keySet());
  }

  @Test
  void eachWrongMemberHasItsSentence() {
    ReportJson read =
        report(
            "{'kind':'PIRACY','occurred_at':'yesterday','latitude':91,'longitude':'x','area':7,"
                + "'ship':[],'tlp':'SECRET','utc_offset_minutes':1.5,'persons_harmed':true}");
    read.report();
    assertEquals(
        Set.of(
            "kind",
            "occurred_at",
            "latitude",
            "longitude",
            "area",
            "ship",
            "tlp",
            "utc_offset_minutes",
            "persons_harmed"),
        read.wrong().keySet());
  }

  @Test
  void aHugeNumberIsOnlyWrong() {
    ReportJson read = report("{'latitude':1e999999999,'utc_offset_minutes':1e999999999}");
    read.report();
    assertTrue(
        read.wrong().keySet().containsAll(Set.of("latitude", "utc_offset_minutes", "longitude")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"x\"",
        "{\"a\":1} x",
        "{\"a\":1",
        "nonsense",
        "{'a':1}",
        "{\"a\":1,\"a\":2}"
      })
  void whatIsNoObjectIsRefused(String body) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> JsonBody.parse(body.getBytes(UTF_8)));
    assertEquals(400, refused.problem().status());
  }

  @Test
  void latin1IsRefused() {
    assertThrows(
        ProblemException.class, () -> JsonBody.parse("{\"a\":\"é\"}".getBytes(ISO_8859_1)));
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{\"a\":" + "[".repeat(200_000);
    assertThrows(ProblemException.class, () -> JsonBody.parse(deep.getBytes(UTF_8)));
  }

  @Test
  void theStatusKeepsTheSeverityUnlessItIsSaid() {
    StatusJson read = StatusJson.read(object("{'status':'CONFIRMED','reason':'The port agrees.'}"));
    assertEquals(IncidentStatus.CONFIRMED, read.status());
    assertTrue(read.keepSeverity());
    assertEquals(-1, read.version());
    StatusJson cleared =
        StatusJson.read(object("{'status':'CONFIRMED','reason':'x','severity':null,'version':3}"));
    assertNull(cleared.severity());
    assertEquals(3, cleared.version());
    assertThrows(InvalidException.class, () -> StatusJson.read(object("{'reason':'x'}")));
    assertThrows(
        InvalidException.class,
        () -> StatusJson.read(object("{'status':'CONFIRMED','reason':'x','tlp':'CLEAR'}")));
  }

  @Test
  void theKeyBelongsToThePerson() {
    UUID one = IdempotencyKey.of("a", 1L);
    assertEquals(one, IdempotencyKey.of(" a ", 1L));
    assertNotEquals(one, IdempotencyKey.of("a", 2L));
    assertNull(IdempotencyKey.of(" ", 1L));
    assertThrows(InvalidException.class, () -> IdempotencyKey.of("x".repeat(201), 1L));
  }

  private static ReportJson report(String json) {
    return new ReportJson(object(json), null, Map.of("west-africa", 7L, "cruise", 9L));
  }

  private static jakarta.json.JsonObject object(String json) {
    return JsonBody.parse(json.replace('\'', '"').getBytes(UTF_8));
  }

  @Test
  void groupsAreNamedByThoseWhoAreInThem() {
    String report =
        "{'kind':'ROBBERY','occurred_at':'2026-11-16T04:15:00Z','text':'Five men with knives.',"
            + "'groups':%s}";
    ReportJson read = report(report.formatted("['cruise','west-africa','cruise']"));
    assertEquals(java.util.List.of(9L, 7L), read.report().groups());
    assertTrue(read.wrong().isEmpty(), read.wrong().toString());
    for (String wrong : new String[] {"['hidden']", "'cruise'", "[9]", "['cruise','hidden']"}) {
      ReportJson refused = report(report.formatted(wrong));
      assertEquals(java.util.List.of(), refused.report().groups(), wrong);
      assertTrue(refused.wrong().containsKey("groups"), wrong);
    }
  }
}
