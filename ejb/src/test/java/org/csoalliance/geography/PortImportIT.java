package org.csoalliance.geography;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PortImportIT {
  @RegisterExtension static final Database database = new Database();

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final String INDEX_HEADER =
      "index_number,region_number,port_name,country,port_latitude,port_longitude,harbor_size,"
          + "harbor_type,shelter_afforded,pilot_required\n";

  @AfterEach
  void back() {
    database.sql(
        "truncate port_import, port_import_refusal",
        "delete from port_record where source <> 'SEA_PORTS'");
    ports(
        repository -> {
          repository.replace(PortMerge.merge(repository.records()));
          return null;
        });
  }

  private static <T> T ports(Function<PortRepository, T> work) {
    return database.inTransaction(em -> work.apply(new PortRepository(em)));
  }

  @SuppressWarnings("unchecked")
  private static PortImportService service(EntityManager em) {
    CallerContext caller = new CallerContext();
    caller.set(new Reader(null, "Edith Editor", null, Set.of(Role.EDITOR)));
    Event<PortImportStarted> event =
        (Event<PortImportStarted>)
            Proxy.newProxyInstance(
                Event.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> null);
    return new PortImportService(
        new PortImportRepository(em), new AuditLog(em), caller, CLOCK, event);
  }

  private static PortImportSteps steps(EntityManager em) {
    return new PortImportSteps(
        new PortImportRepository(em), new PortRepository(em), new AuditLog(em), CLOCK);
  }

  private static long start(byte[] content) {
    return database.inTransaction(
        em -> service(em).start("ports.csv", new ByteArrayInputStream(content)));
  }

  private static PortImport run(byte[] content) {
    long job = start(content);
    new PortImportTimer(
            new PortImportSteps() {
              @Override
              public Optional<PortImportRepository.Claim> claim() {
                return database.inTransaction(em -> steps(em).claim());
              }

              @Override
              public Optional<PortImportRepository.Claim> step(
                  PortImportRepository.Claim claim,
                  PortSource source,
                  List<PortFile.Reading> readings) {
                return database.inTransaction(em -> steps(em).step(claim, source, readings));
              }

              @Override
              public void fail(PortImportRepository.Claim claim, String sentence) {
                database.doInTransaction(em -> steps(em).fail(claim, sentence));
              }
            })
        .takeUp();
    PortImport done = database.inTransaction(em -> service(em).progress(job));
    assertEquals(PortImport.State.DONE, done.state(), done.failure());
    assertEquals(
        done.total(), done.imported() + done.updated() + done.unchanged() + done.refused());
    assertEquals(done.total(), done.done());
    assertEquals(done.refused(), done.refusals().size());
    return done;
  }

  private static byte[] shared(String name) throws IOException {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path file = up.resolve("shared/data").resolve(name);
      if (Files.isReadable(file)) {
        return Files.readAllBytes(file);
      }
    }
    assumeTrue(false, name + " does not lie beside the project; nothing is read.");
    return new byte[0];
  }

  private static Object all() {
    return database.value("select md5(string_agg(p::text, '|' order by code)) from port p");
  }

  @Test
  void theShippedPortsAreThereAndAsTheMergeMakesThem() {
    assertEquals(1_634L, database.value("select count(*) from port"));
    Port lagos = ports(repository -> repository.find("NGLOS")).orElseThrow();
    assertEquals("Nigeria", lagos.countryName());
    assertEquals("Africa/Lagos", lagos.zone());
    assertNull(lagos.facts().pilotRequired(), "unknown, not false");
    Object names =
        database.value(
            "select md5(string_agg(code || folded || coalesce(latitude::text, '-'), '|' order by code)) from port");
    ports(
        repository -> {
          repository.replace(PortMerge.merge(repository.records()));
          return null;
        });
    assertEquals(
        names,
        database.value(
            "select md5(string_agg(code || folded || coalesce(latitude::text, '-'), '|' order by code)) from port"));
  }

  @Test
  void theNearestPortIsFoundAcrossTheAntimeridianAndTooFarIsNone() {
    PortService service =
        new PortService() {
          @Override
          public Optional<NearestPort> nearest(Position at) {
            return ports(repository -> new PortService(repository).nearest(at));
          }
        };
    NearestPort lagos = service.nearest(new Position(6.3, 3.35)).orElseThrow();
    assertEquals("NG", lagos.port().country());
    assertTrue(lagos.distanceNm() < 15, lagos.words());
    NearestPort fiji = service.nearest(new Position(-17.0, -179.5)).orElseThrow();
    assertEquals("FJ", fiji.port().country(), fiji.words());
    assertTrue(service.nearest(new Position(-48.9, -123.4)).isEmpty(), "Point Nemo");
    assertTrue(service.nearest(null).isEmpty());
  }

  @Test
  void portsAreFoundByCodeAndByAPartOfTheirNameWithoutAccents() {
    assertEquals("SGSIN", ports(r -> new PortService(r).search("sgsin", 5)).get(0).code());
    assertEquals("NGLOS", ports(r -> new PortService(r).search("Lagos", 5)).get(0).code());
    assertEquals(
        "Zeebrugge", ports(r -> new PortService(r).search(" zeebrügge ", 5)).get(0).name());
    assertEquals(List.of(), ports(r -> new PortService(r).search("%", 5)));
    assertEquals(List.of(), ports(r -> new PortService(r).search("   ", 5)));
    assertTrue(ports(r -> new PortService(r).find("NGLOS'--")).isEmpty());
    assertTrue(ports(r -> new PortService(r).find(null)).isEmpty());
  }

  @Test
  void everyRowEndsAsOneThingAndASecondImportChangesNothing() {
    byte[] file =
        (INDEX_HEADER
                + "1,1,GALVESTON,US,29.3,-94.8,S,CN,G,TRUE\n"
                + "2,1,NOWHERE,QM,10,10,,,,\n"
                + "2,1,AGAIN,US,10,10,,,,FALSE\n"
                + "3,1,HIGH,US,91,10,,,,FALSE\n"
                + "x,1,NONE,US,1,10,,,,FALSE\n"
                + "4,1,,US,1,10,,,,FALSE\n")
            .getBytes(UTF_8);
    PortImport first = run(file);
    assertEquals(
        List.of(2, 0, 0, 4),
        List.of(first.imported(), first.updated(), first.unchanged(), first.refused()));
    assertEquals(
        "The code 2 stands in the file before. The first row was taken.",
        first.refusals().get(0).reason());
    assertEquals(4, first.refusals().get(0).line());
    assertEquals("“91, 10” is no position.", first.refusals().get(1).reason());
    Port unknown = ports(repository -> repository.find("WPI-2")).orElseThrow();
    assertEquals("Nowhere", unknown.label(), "a country that is none of ISO 3166 is unknown");
    assertNull(unknown.facts().pilotRequired());
    assertNull(unknown.facts().size());
    Object before = all();
    PortImport second = run(file);
    assertEquals(2, second.unchanged());
    assertEquals(before, all());
    PortImport third =
        run((INDEX_HEADER + "1,1,GALVESTON,US,29.4,-94.8,S,CN,G,TRUE\n").getBytes(UTF_8));
    assertEquals(1, third.updated());
    assertTrue(
        (Long) database.value("select count(*) from audit_entry where object_type = 'ports'") >= 6);
  }

  @Test
  void whatIsNoSuchFileIsRefusedAtOnce() {
    for (String content : new String[] {"", "a,b\n1,2\n", "<html>", "locode\nNGLOS\n"}) {
      InvalidException refused =
          assertThrows(InvalidException.class, () -> start(content.getBytes(UTF_8)));
      assertTrue(refused.fields().containsKey("file"), content);
    }
    assertThrows(InvalidException.class, () -> start(new byte[] {(byte) 0xff, (byte) 0xfe, 0}));
    assertEquals(0L, database.value("select count(*) from port_import"));
  }

  @Test
  void oneImportAtATime() {
    byte[] file = (INDEX_HEADER + "1,1,GALVESTON,US,29.3,-94.8,S,CN,G,TRUE\n").getBytes(UTF_8);
    start(file);
    assertThrows(ConflictException.class, () -> start(file));
  }

  @Test
  void thePublishedListsAreImportedWhole() throws IOException {
    byte[] index = shared("world_port_index.csv");
    byte[] codes = shared("unlocode_seaports.csv");
    PortImport first = run(index);
    assertEquals(3_669, first.total());
    assertEquals(3_669, first.imported());
    PortImport second = run(codes);
    assertEquals(16_914, second.total());
    assertEquals(0, second.refused(), () -> second.refusals().toString());
    assertEquals(16_914, second.imported());
    Object both = all();
    assertEquals(3_669, run(index).unchanged());
    assertEquals(16_914, run(codes).unchanged());
    assertEquals(both, all());

    assertEquals(0L, database.value("select count(*) from port where name like '%\uFFFD%'"));
    assertEquals(
        0L,
        database.value(
            "select count(*) from port p join port_record r on r.source = 'WPI'"
                + " and r.key = p.wpi_number::text where p.latitude <> r.latitude"
                + " or p.longitude <> r.longitude or p.position_source <> 'WPI'"));
    assertEquals(
        3_669L, database.value("select count(distinct wpi_number) from port"), "each row once");
    assertTrue(
        (Long)
                database.value(
                    "select count(*) from port where wpi_number is not null and code not like 'WPI-%'")
            > 1_500);
    assertEquals(
        46L, // pairs and threes
        database.value(
            "select count(*) from port_record r where r.source = 'WPI' and exists (select 1 from"
                + " port_record o where o.source = 'WPI' and o.key <> r.key and o.name = r.name"
                + " and o.country = r.country)"));
    assertEquals("Durres", ports(r -> r.find("ALDRZ")).orElseThrow().name());
    // whichever comes first, the ports are the same
    database.sql("delete from port_record where source <> 'SEA_PORTS'");
    run(codes);
    run(index);
    assertEquals(both, all());
  }
}
