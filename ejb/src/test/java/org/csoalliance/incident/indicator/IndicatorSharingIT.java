package org.csoalliance.incident.indicator;

import static org.csoalliance.incident.IncidentStatus.CONFIRMED;
import static org.csoalliance.incident.IncidentStatus.DISPUTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.csoalliance.incident.SharingWorld;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the collections of TAXII are made of, against the rule: incidents and each indicator. */
class IndicatorSharingIT {
  @RegisterExtension static final Database database = new Database();

  private static SharingWorld world;

  @BeforeAll
  static void world() {
    world = SharingWorld.in(database);
    String indicators =
        Arrays.stream(Tlp.values())
            .map(tlp -> "{\"type\":\"FILE\",\"value\":\"" + tlp + "\",\"tlp\":\"" + tlp + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    database.sql(
        "update incident set kind = 'CYBER', details = '{\"indicators\": " + indicators + "}'");
  }

  private static List<CyberIncident> read(EntityManager em, Reader reader, boolean clearOnly) {
    List<CyberIncident> found = new ArrayList<>();
    IndicatorService.From from = IndicatorService.From.START;
    while (from != null) {
      IndicatorService.Page page =
          new IndicatorRepository(em).page(reader, clearOnly, null, from, 50);
      found.addAll(page.incidents());
      from = page.next();
    }
    return found;
  }

  private static Set<Long> ids(List<CyberIncident> found) {
    return found.stream()
        .map(incident -> incident.summary().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theCollectionHoldsWhatTheRuleLetsThrough() {
    world.check("TAXII", (em, reader) -> ids(read(em, reader, false)));
  }

  @Test
  void theClearCollectionHoldsWhatIsCheckedAndClear() {
    world
        .people()
        .forEach(
            (name, reader) -> {
              Set<Long> clear = world.expected(reader, CONFIRMED, DISPUTED);
              clear.removeIf(id -> world.things().get((int) (id - 1)).shared().tlp() != Tlp.CLEAR);
              assertEquals(
                  clear, database.inTransaction(em -> ids(read(em, reader, true))), () -> name);
            });
  }

  @Test
  void eachIndicatorObeysTheNarrowerOfTwoLabels() {
    world
        .people()
        .forEach(
            (name, reader) ->
                database
                    .inTransaction(em -> read(em, reader, false))
                    .forEach(
                        incident -> {
                          SharingWorld.Thing thing =
                              world.things().get((int) incident.summary().id() - 1);
                          assertEquals(
                              readable(reader, thing.shared()),
                              incident.indicators().stream()
                                  .map(Indicator::value)
                                  .collect(Collectors.toSet()),
                              () -> thing + " for " + name);
                        }));
  }

  private static Set<String> readable(Reader reader, Shared thing) {
    return Arrays.stream(Tlp.values())
        .filter(
            own ->
                SharingPolicy.mayRead(
                    reader,
                    new Shared(
                        own.compareTo(thing.tlp()) < 0 ? own : thing.tlp(),
                        thing.published(),
                        thing.companyId(),
                        thing.reporterId(),
                        thing.attribution(),
                        thing.groups())))
        .map(Enum::name)
        .collect(Collectors.toSet());
  }
}
