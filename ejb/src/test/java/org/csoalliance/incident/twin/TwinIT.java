package org.csoalliance.incident.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentListRepository;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.SeenLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwinIT {
  @RegisterExtension static final Database database = new Database();

  private static final Reader REPORTER = new Reader(1L, "A. Member", 10L, Set.of(Role.MEMBER));
  private static final Reader OTHER = new Reader(3L, "C. Member", 20L, Set.of(Role.MEMBER));
  private static final Reader EDITOR = new Reader(4L, "B. Editor", null, Set.of(Role.EDITOR));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T18:00:00Z"), ZoneOffset.UTC);

  private final List<Object> fired = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void people() {
    database.sql(
        "insert into company (id, name, sector) values (10, 'Northern Tankers', 'TANKER'),"
            + " (20, 'Southern Cruises', 'CRUISE')");
    for (Reader one : List.of(REPORTER, OTHER, EDITOR)) {
      database.sql(
          "insert into account (id, email, email_key, name, company_id, created_at) values"
              + " (%1$d, '%1$d@demo.example', '%1$d@demo.example', '%2$s', %3$s, now())"
                  .formatted(one.accountId(), one.name(), one.companyId()));
    }
  }

  @BeforeEach
  void none() {
    database.sql("delete from incident");
  }

  /** A robbery off Conakry; minutes and minutes of arc from the first. */
  private static String incident(int id, String tlp, String source, int minutes, double arc) {
    String reference = "CSOA-2026-0000" + id;
    database.sql(
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision,"
            + " latitude, longitude, tlp, title, text, source, reporter_id, company_id, created_at,"
            + " updated_at) values (%d, '%s', 'ROBBERY', 'CONFIRMED', timestamptz '2026-11-20 02:00Z' + %d * interval '1 minute', 'EXACT', %s, -13.7, '%s', 'Title %d', 'Words %d', '%s', %s, %s, now(), now())"
                .formatted(
                    id,
                    reference,
                    minutes,
                    9.4 + arc / 60,
                    tlp,
                    id,
                    id,
                    source,
                    source.equals("MEMBER") ? "1" : "null",
                    source.equals("MEMBER") ? "10" : "null"));
    return reference;
  }

  private static CallerContext caller(Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return caller;
  }

  @SuppressWarnings("unchecked")
  private Event<Object> events() {
    return (Event<Object>)
        Proxy.newProxyInstance(
            TwinIT.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> {
              fired.add(arguments[0]);
              return null;
            });
  }

  private <T> T read(Reader reader, Function<IncidentListService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new IncidentListService(
                    new IncidentListRepository(em, null),
                    caller(reader),
                    new SeenLog(),
                    List.of(new AccountPartRepository()))));
  }

  private <T> T edit(Reader reader, Function<TwinService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new TwinService(
                    new TwinRepository(em), new AuditLog(em), events(), caller(reader), CLOCK)));
  }

  private void act(Reader reader, Consumer<TwinService> work) {
    edit(
        reader,
        service -> {
          work.accept(service);
          return null;
        });
  }

  private void merge(String survivor, String merged) {
    act(EDITOR, s -> s.merge(new MergeTwins(survivor, merged, "Both name the Kestrel.", -1, -1)));
  }

  private static int seek() {
    int all = 0;
    int step;
    do {
      step =
          database.inTransaction(em -> new TwinSearch(new TwinSearchRepository(em), CLOCK).step());
      all += step;
    } while (step > 0);
    return all;
  }

  private static IncidentFilter all() {
    return IncidentFilter.ALL;
  }

  private List<String> listed(Reader reader) {
    return read(reader, service -> service.page(all(), 50, null, false)).items().stream()
        .map(IncidentSummary::reference)
        .sorted()
        .toList();
  }

  private long counted(Reader reader) {
    return read(reader, service -> service.page(all(), 50, null, true)).total().shown();
  }

  private int onMap(Reader reader) {
    return read(reader, service -> service.map(all(), new Box(-60, -180, 78, 180), 1)).stream()
        .mapToInt(cell -> cell.count())
        .sum();
  }

  private IncidentDetail detail(Reader reader, String reference) {
    return read(reader, service -> service.detail(reference));
  }

  @Test
  void twinsOfOtherSourcesAndOfMembersAreProposedOnce() {
    String report = incident(1, "GREEN", "MEMBER", 0, 0);
    String asam = incident(2, "CLEAR", "NGA_ASAM", 20, 1);
    incident(3, "CLEAR", "NGA_ASAM", 125, 1); // of one list: its import looks for twins
    incident(4, "GREEN", "MEMBER", 6000, 0);
    assertEquals(4, seek());
    List<TwinProposal> pairs = edit(EDITOR, TwinService::proposals);
    assertEquals(2, pairs.size(), pairs::toString);
    assertEquals(
        List.of(report, asam),
        List.of(pairs.get(0).one().reference(), pairs.get(0).other().reference()));
    assertEquals(70, pairs.get(0).score());
    assertTrue(pairs.get(0).reasons().contains("1.0 NM apart (30)"), pairs.toString());
    assertEquals(0, seek(), "nothing is left to look for");
    act(EDITOR, s -> s.keepApart(report, asam, "Two ships in one night."));
    database.sql("update incident set kind = 'ATTACK' where id = 1");
    assertEquals(1, seek(), "what is told anew is looked at anew");
    assertEquals(1, edit(EDITOR, TwinService::proposals).size(), "but what was decided stays");
    assertEquals(TwinPair.State.APART, edit(EDITOR, s -> s.pair(asam, report)).state());
  }

  @Test
  void mergedTwinsCountOnceAndNothingIsLost() {
    String report = incident(1, "GREEN", "MEMBER", 0, 0);
    String asam = incident(2, "CLEAR", "NGA_ASAM", 20, 1);
    assertEquals(2, counted(OTHER));
    merge(report, asam);
    assertEquals(List.of(new IncidentMerged(1, 2)), fired);
    assertEquals(List.of(report), listed(OTHER));
    assertEquals(1, counted(OTHER));
    assertEquals(1, onMap(OTHER));
    Accounts accounts = detail(OTHER, report).part(Accounts.class);
    assertEquals(asam, accounts.others().get(0).reference());
    assertEquals("Words 2", accounts.others().get(0).text());
    assertEquals("Both name the Kestrel.", accounts.others().get(0).reason());
    assertEquals(report, detail(OTHER, asam).part(Accounts.class).survivor());
    assertEquals("Words 2", detail(OTHER, asam).summary().text());
    // the public may not read the GREEN survivor: for them the account stands for the event
    assertEquals(List.of(asam), listed(Reader.VISITOR));
    assertNull(detail(Reader.VISITOR, asam).part(Accounts.class).survivor());

    act(EDITOR, s -> s.split(asam, "The ASAM tells of the Plover."));
    assertEquals(List.of(report, asam), listed(OTHER));
    assertEquals(2, counted(OTHER));
    assertEquals(List.of(), detail(OTHER, report).part(Accounts.class).others());
    assertEquals(
        List.of("Merged into " + report, "Split off " + report),
        edit(EDITOR, s -> s.pair(report, asam)).decision().stream()
            .map(TwinPair.Step::what)
            .sorted()
            .toList());
    assertEquals(
        "incident.split",
        database.value("select action from audit_entry order by number desc limit 1"));
  }

  @Test
  void ofAnErasedEditorTheDecisionStays() {
    String one = incident(1, "GREEN", "MEMBER", 0, 0);
    String two = incident(2, "CLEAR", "NGA_ASAM", 20, 1);
    merge(one, two);
    database.doInTransaction(
        em -> {
          DataAsked asked = new DataAsked(4);
          new TwinHeld(new TwinRepository(em)).asked(asked);
          assertEquals(1, asked.sections().get("incident-twins-decided").size());
          new TwinHeld(new TwinRepository(em)).erased(new AccountErased(4, "4@demo.example"));
        });
    assertEquals(
        "Former member", detail(OTHER, one).part(Accounts.class).others().get(0).mergedBy());
    assertEquals(
        0L,
        database.value(
            "select count(*) from incident_merge, incident_twin where merged_name = 'B. Editor'"
                + " or decided_name = 'B. Editor'"));
  }

  @Test
  void aRedAccountLeavesNoTraceForOthers() {
    String clear = incident(1, "CLEAR", "NGA_ASAM", 0, 0);
    String red = incident(2, "RED", "MEMBER", 5, 0);
    for (Reader reader : List.of(OTHER, Reader.VISITOR)) {
      long before = counted(reader);
      merge(clear, red);
      assertEquals(before, counted(reader));
      assertEquals(List.of(clear), listed(reader));
      assertEquals(1, onMap(reader));
      assertEquals(List.of(), detail(reader, clear).part(Accounts.class).others());
      assertThrows(NotFoundException.class, () -> detail(reader, red));
      assertFalse(detail(reader, clear).history().toString().contains(red));
      act(EDITOR, s -> s.split(red, "For the next reader."));
    }
    merge(clear, red);
    assertEquals(1, detail(REPORTER, clear).part(Accounts.class).others().size());
    assertEquals(List.of(clear), listed(REPORTER));
    assertEquals(1, detail(EDITOR, clear).part(Accounts.class).others().size());
  }

  @Test
  void twoAccountsWithoutTheirSurvivorCountOnceToo() {
    String red = incident(1, "RED", "MEMBER", 0, 0);
    String green = incident(2, "GREEN", "NGA_ASAM", 5, 0);
    String clear = incident(3, "CLEAR", "NGA_ASAM", 9, 0);
    merge(red, green);
    merge(red, clear);
    assertEquals(List.of(green), listed(OTHER));
    assertEquals(List.of(clear), listed(Reader.VISITOR));
    assertEquals(1, counted(EDITOR));
  }

  @Test
  void whatCannotBeMergedIsRefused() {
    String one = incident(1, "GREEN", "MEMBER", 0, 0);
    String two = incident(2, "CLEAR", "NGA_ASAM", 20, 1);
    String three = incident(3, "CLEAR", "NGA_ASAM", 25, 1);
    assertThrows(InvalidException.class, () -> merge(one, one));
    assertThrows(NotFoundException.class, () -> merge(one, "CSOA-1999-00001"));
    assertThrows(
        InvalidException.class,
        () -> act(EDITOR, s -> s.merge(new MergeTwins(one, two, "no", -1, -1))));
    assertThrows(
        ConflictException.class,
        () -> act(EDITOR, s -> s.merge(new MergeTwins(one, two, "Both agree.", 7, 0))));
    Reader both = new Reader(1L, "A. Member", 10L, Set.of(Role.EDITOR));
    assertThrows(
        RefusedException.class,
        () -> act(both, s -> s.merge(new MergeTwins(one, two, "Both agree.", -1, -1))));
    merge(one, two);
    assertThrows(ConflictException.class, () -> merge(three, one), "it holds an account");
    assertThrows(ConflictException.class, () -> merge(three, two), "it is one");
    assertThrows(ConflictException.class, () -> merge(two, three));
    assertThrows(
        ConflictException.class, () -> act(EDITOR, s -> s.keepApart(one, two, "Two events.")));
    assertThrows(ConflictException.class, () -> act(EDITOR, s -> s.split(one, "It is none.")));
    merge(one, three);
    assertEquals(2, detail(EDITOR, one).part(Accounts.class).others().size());
  }

  @Test
  void mergedBothWaysAtOnceOneWins() throws Exception {
    String one = incident(1, "GREEN", "MEMBER", 0, 0);
    String two = incident(2, "CLEAR", "NGA_ASAM", 20, 1);
    CyclicBarrier start = new CyclicBarrier(2);
    List<CompletableFuture<Boolean>> both = new ArrayList<>();
    for (boolean first : new boolean[] {true, false}) {
      both.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  start.await();
                  merge(first ? one : two, first ? two : one);
                  return true;
                } catch (ConflictException late) {
                  return false;
                } catch (Exception other) {
                  throw new IllegalStateException(other);
                }
              }));
    }
    long won = both.stream().filter(CompletableFuture::join).count();
    assertEquals(1, won);
    assertEquals(1L, database.value("select count(*) from incident where merged_into is not null"));
  }

  /** The same without the lock: both see two free incidents, and each ends inside of the other. */
  @Test
  void withoutTheLockEachWouldEndInsideOfTheOther() throws Exception {
    incident(1, "GREEN", "MEMBER", 0, 0);
    incident(2, "CLEAR", "NGA_ASAM", 20, 1);
    String free = "select count(*) from incident where id in (1, 2) and merged_into is null";
    try (Connection one = database.dataSource().getConnection();
        Connection two = database.dataSource().getConnection()) {
      one.setAutoCommit(false);
      two.setAutoCommit(false);
      for (Connection each : List.of(one, two)) {
        try (var rows = each.createStatement().executeQuery(free)) {
          rows.next();
          assertEquals(2, rows.getInt(1));
        }
      }
      one.createStatement().execute("update incident set merged_into = 1 where id = 2");
      two.createStatement().execute("update incident set merged_into = 2 where id = 1");
      one.commit();
      two.commit();
    }
    assertEquals(2L, database.value("select count(*) from incident where merged_into is not null"));
  }
}
