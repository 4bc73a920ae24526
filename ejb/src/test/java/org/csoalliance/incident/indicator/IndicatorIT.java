package org.csoalliance.incident.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each indicator obeys its own label and the incident's. */
class IndicatorIT {
  @RegisterExtension static final Database database = new Database();

  private static final Reader MEMBER = new Reader(3L, "member", null, EnumSet.of(Role.MEMBER));
  private static final Reader EDITOR = new Reader(5L, "editor", null, EnumSet.of(Role.EDITOR));

  @BeforeEach
  void clear() {
    database.sql("delete from incident");
  }

  private static void incident(long id, String status, String tlp, String indicators) {
    database.sql(
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision, tlp,"
            + " title, text, details, created_at, updated_at) values ("
            + id
            + ", 'CSOA-2026-0000"
            + id
            + "', 'CYBER', '"
            + status
            + "', now(), 'EXACT', '"
            + tlp
            + "', 'T', 'X', '{\"indicators\": "
            + indicators
            + "}', now(), now() + interval '"
            + id
            + " s')");
  }

  private static List<String> read(Reader reader, boolean clearOnly, int most) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    List<String> found = new ArrayList<>();
    database.doInTransaction(
        em -> {
          IndicatorService service = new IndicatorService(new IndicatorRepository(em), caller);
          IndicatorService.From from = IndicatorService.From.START;
          while (from != null) {
            IndicatorService.Page page = service.page(clearOnly, null, from, most);
            page.incidents()
                .forEach(
                    incident ->
                        incident
                            .indicators()
                            .forEach(each -> found.add(each.value() + " " + each.tlp())));
            from = page.next();
          }
        });
    return found;
  }

  @Test
  void theNarrowerLabelCounts() {
    String three =
        "[{\"type\":\"IP\",\"value\":\"192.0.2.1\"},"
            + "{\"type\":\"IP\",\"value\":\"192.0.2.2\",\"tlp\":\"RED\"},"
            + "{\"type\":\"IP\",\"value\":\"192.0.2.3\",\"tlp\":\"TLP:CLEAR\"},"
            + "{\"type\":\"IP\",\"value\":\"192.0.2.4\",\"tlp\":\"PURPLE\"}]";
    incident(1, "CONFIRMED", "GREEN", three);
    assertEquals(List.of("192.0.2.1 GREEN", "192.0.2.3 GREEN"), read(MEMBER, false, 100));
    assertEquals(
        List.of("192.0.2.1 GREEN", "192.0.2.2 RED", "192.0.2.3 GREEN", "192.0.2.4 RED"),
        read(EDITOR, false, 100));
    assertEquals(List.of(), read(EDITOR, true, 100), "none is clear");
    incident(2, "CONFIRMED", "AMBER_STRICT", three);
    assertEquals(2, read(MEMBER, false, 100).size(), "of somebody else's company nothing");
  }

  @Test
  void clearIsWhatIsCheckedAndClear() {
    String one = "[{\"type\":\"DOMAIN\",\"value\":\"hxxp[:]//evil[.]example\"}]";
    incident(1, "REPORTED", "CLEAR", one);
    incident(2, "CONFIRMED", "CLEAR", one);
    incident(3, "CONFIRMED", "GREEN", one);
    assertEquals(List.of("http://evil.example CLEAR"), read(MEMBER, true, 100));
    assertEquals(3, read(MEMBER, false, 100).size());
    assertEquals(3, read(MEMBER, false, 1).size(), "a page of one");
  }

  /** A client that reads now and then misses nothing and learns no hour. */
  @Test
  void whatIsAnonymousIsHandedOverByTheDay() {
    String one = "[{\"type\":\"IP\",\"value\":\"192.0.2.%d\"}]";
    for (int id = 1; id <= 3; id++) {
      incident(id, "CONFIRMED", "GREEN", one.formatted(id));
      database.sql(
          "update incident set created_at = timestamptz '2026-11-20T08:00Z', updated_at ="
              + " timestamptz '2026-11-20Z' + %d * interval '1 hour' where id = %d"
                  .formatted(9 + id, id));
    }
    database.sql("update incident set attribution = 'ANONYMOUS', version = 5 where id = 2");
    Instant noon = Instant.parse("2026-11-20T10:00:00Z");
    List<CyberIncident> after = after(noon, 1);
    assertEquals(
        List.of(2L, 3L),
        after.stream().map(each -> each.summary().id()).toList(),
        "changed at 11 and at 12");
    assertEquals(Instant.parse("2026-11-20T00:00:00.005Z"), after.get(0).summary().updatedAt());
    assertEquals(Instant.parse("2026-11-20T00:00:00Z"), after.get(0).reportedAt());
    assertEquals(Instant.parse("2026-11-20T08:00:00Z"), after.get(1).reportedAt());
    assertEquals(after.size(), after(noon, 100).size(), "whatever the page");
    assertEquals(0, after(Instant.parse("2026-11-21T00:00:00Z"), 100).size(), "once the day ended");
  }

  private static List<CyberIncident> after(Instant moment, int most) {
    List<CyberIncident> found = new ArrayList<>();
    CallerContext caller = new CallerContext();
    caller.set(MEMBER);
    database.doInTransaction(
        em -> {
          IndicatorService service = new IndicatorService(new IndicatorRepository(em), caller);
          IndicatorService.From from = IndicatorService.From.day(moment);
          while (from != null) {
            IndicatorService.Page page = service.page(false, moment, from, most);
            found.addAll(page.incidents());
            from = page.next();
          }
        });
    return found;
  }

  @Test
  void whatIsNoIndicatorIsLeftOut() {
    incident(1, "CONFIRMED", "GREEN", "\"text\"");
    incident(2, "CONFIRMED", "GREEN", "[1, null, {\"type\":\"MOOD\",\"value\":\"x\"}, {}]");
    incident(3, "CONFIRMED", "GREEN", "[{\"type\":\"FILE\",\"value\":\"a.exe\"}]");
    database.sql("update incident set kind = 'OTHER' where id = 3");
    assertTrue(read(EDITOR, false, 100).isEmpty());
  }

  @Test
  void refanged() {
    assertEquals("https://evil.example/a", Refanged.of("hxxps[:]//evil[.]example/a"));
    assertEquals("boss@evil.example", Refanged.of("boss[@]evil(dot)example"));
    assertEquals("192.0.2.1", Refanged.of(" 192[.]0[.]2.1 "));
  }
}
