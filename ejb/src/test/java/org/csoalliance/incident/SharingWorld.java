package org.csoalliance.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;

/**
 * Incidents of each label, status, company and group, and people of each role, company, group and
 * agreement, for the property that every channel lets through what the rule in code lets through,
 * no more and no less. A new channel is one line in an IT of its room:
 *
 * <pre>{@code
 * world.check("statistics", (em, reader) -> numbersOf(em, reader));
 * world.checkCount("statistics", (em, reader) -> totalOf(em, reader));
 * }</pre>
 */
public final class SharingWorld {
  /** An open group, and a hidden one. */
  public static final long OPEN = 7;

  public static final long HIDDEN = 8;

  /** The name of the hidden group, which nobody else may ever read. */
  public static final String HIDDEN_NAME = "Quiet circle of ransom";

  /** Word that stands in the text of each incident. */
  public static final String WORD = "grapnel";

  /** What a channel lets through to a reader: the ids of incidents. */
  @FunctionalInterface
  public interface Channel {
    /** All of it. */
    Set<Long> shows(EntityManager em, Reader reader);
  }

  /** What a channel counts for a reader. */
  @FunctionalInterface
  public interface Count {
    /** How many. */
    long of(EntityManager em, Reader reader);
  }

  /**
   * An incident as the rule in code knows it.
   *
   * @param shipShown whether the reporter shows the ship
   */
  public record Thing(long id, Shared shared, IncidentStatus status, boolean shipShown) {
    /** Its reference. */
    public String reference() {
      return "CSOA-2026-" + id;
    }

    /** The shown place; each has a square degree of its own. */
    public double latitude() {
      return (id % 12) * 8 - 48;
    }

    /** The shown place. */
    public double longitude() {
      return (id / 12) * 8 - 172;
    }
  }

  private final Database database;
  private final Map<String, Reader> people = new LinkedHashMap<>();
  private final List<Thing> things = new ArrayList<>();

  private SharingWorld(Database database) {
    this.database = database;
  }

  /** Fills an empty database. */
  public static SharingWorld in(Database database) {
    SharingWorld world = new SharingWorld(database);
    world.makePeople();
    world.makeThings();
    return world;
  }

  private void makePeople() {
    database.sql(
        "insert into company (id, name, sector) values (10, 'Northern Tankers', 'TANKER'),"
            + " (20, 'Southern Cruises', 'CRUISE'), (30, 'Western Bulk', 'BULK')",
        "insert into member_group (id, slug, name, purpose, kind, hidden, created_at) values"
            + " (7, 'ports', 'Ports', 'Ports and more', 'OPEN', false, now()),"
            + (" (8, 'g-secret', '"
                + HIDDEN_NAME
                + "', 'Not to be known', 'INVITED', true, now())"),
        "insert into partner_agreement (id, organisation, ceiling, from_on, to_on, made_at,"
            + " made_name, ended_at) values"
            + " (1, 'Navy', 'GREEN', date '2020-01-01', null, now(), 'E', null),"
            + " (2, 'Centre', 'AMBER', date '2020-01-01', date '2999-01-01', now(), 'E', null),"
            + " (3, 'Lapsed', 'AMBER', date '2020-01-01', date '2020-12-31', now(), 'E', null),"
            + " (4, 'Ended', 'AMBER', date '2020-01-01', null, now(), 'E', now()),"
            + " (5, 'Later', 'AMBER', date '2999-01-01', null, now(), 'E', null)");
    String[] rows = {
      "reporter,10,MEMBER,7 8,",
      "colleague,10,MEMBER,,",
      "other,20,MEMBER,,",
      "far,30,MEMBER,,",
      "grouped,30,MEMBER,7,",
      "hidden,30,MEMBER,7 8,",
      "partner-none,,PARTNER,,",
      "partner-green,,PARTNER,,1",
      "partner-amber,,PARTNER,,2",
      "partner-lapsed,,PARTNER,,3",
      "partner-ended,,PARTNER,,4",
      "partner-later,,PARTNER,,5",
      "partner-company,10,PARTNER,,1",
      "editor,,EDITOR,,",
      "applicant,10,APPLICANT,7,",
      "administrator,,ADMINISTRATOR,7,2",
      "auditor,,AUDITOR,,",
      "vetting,,VETTING_OFFICER,,",
      "organiser,,ORGANISER,,",
      "authority,,AUTHORITY,,",
      "pmsc,,PMSC,,",
      "suspended,30,MEMBER,7,",
      "ex-group,30,MEMBER,-7,"
    };
    long id = 0;
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      id++;
      database.sql(
          "insert into account (id, email, email_key, name, company_id, created_at, suspended_at)"
              + " values (%1$d, '%2$s@demo.example', '%2$s@demo.example', 'N. %2$s', %3$s, now(),"
                  .formatted(id, cells[0], cells[1].isEmpty() ? "null" : cells[1])
              + (cells[0].equals("suspended") ? " now())" : " null)"),
          "insert into account_role values (" + id + ", '" + cells[2] + "')",
          "insert into alert_subscription (account_id, name, shape, south, west, north, east,"
              + " created_at) values ("
              + id
              + ", 'World', 'BOX', -90, -180, 90, 180, now())");
      for (String group : cells[3].isEmpty() ? new String[0] : cells[3].split(" ")) {
        boolean left = group.startsWith("-");
        database.sql(
            "insert into group_member (group_id, account_id, state, from_at, to_at) values ("
                + group.replace("-", "")
                + ", "
                + id
                + (left ? ", 'LEFT', now(), now())" : ", 'MEMBER', now(), null)"));
      }
      if (!cells[4].isEmpty()) {
        database.sql("insert into partner_agreement_person values (" + cells[4] + ", " + id + ")");
      }
    }
    people.put("visitor", Reader.VISITOR);
    for (int n = 0; n < rows.length; n++) {
      long account = n + 1;
      people.put(
          rows[n].substring(0, rows[n].indexOf(',')),
          database.inTransaction(
              em -> new AccountRepository(em).credentials(account).orElseThrow().reader()));
    }
  }

  private void makeThings() {
    long id = 0;
    Long[][] sources = {{10L, 1L}, {20L, 3L}, {null, null}, {10L, 2L}};
    List<Set<Long>> groups = List.of(Set.of(), Set.of(OPEN), Set.of(HIDDEN), Set.of(OPEN, HIDDEN));
    IncidentStatus[] statuses = {
      IncidentStatus.REPORTED, IncidentStatus.CONFIRMED, IncidentStatus.DISPUTED
    };
    for (Tlp tlp : Tlp.values()) {
      for (IncidentStatus status : statuses) {
        for (Long[] source : sources) {
          for (Set<Long> shared : groups) {
            id++;
            Attribution attribution = Attribution.values()[(int) (id % 3)];
            boolean published = status != IncidentStatus.REPORTED;
            Shared thing = new Shared(tlp, published, source[0], source[1], attribution, shared);
            things.add(new Thing(id, thing, status, id % 2 == 0));
          }
        }
      }
    }
    for (Thing thing : things) {
      Shared shared = thing.shared();
      database.sql(
          "insert into incident (id, reference, kind, status, severity, occurred_at,"
              + " occurred_precision, latitude, longitude, exact_latitude, exact_longitude,"
              + " blur_nm, area, tlp, title, text, ship_name, ship_imo, ship_shown, source,"
              + " reporter_id, company_id, attribution, created_at, updated_at) values ("
              + thing.id()
              + ", '%s', 'ROBBERY', '%s', 2, timestamptz '2026-11-01Z' + %d * interval '1 minute',"
                  .formatted(thing.reference(), thing.status(), thing.id())
              + " 'EXACT', %s, %s, %s, %s, 10, 'Anchorage', '%s', 'Title', 'Men with a %s', "
                  .formatted(
                      thing.latitude(),
                      thing.longitude(),
                      thing.latitude() + 0.1,
                      thing.longitude() + 0.1,
                      shared.tlp(),
                      WORD)
              + "'Northern Kestrel', '9074729', %s, '%s', %s, %s, '%s', now(), now())"
                  .formatted(
                      thing.shipShown(),
                      shared.reporterId() == null ? "NGA_ASAM" : "MEMBER",
                      shared.reporterId(),
                      shared.companyId(),
                      shared.attribution()));
      database.sql(
          "insert into incident_version (incident_id, number, stage, at, author_id, author_name,"
              + " form, form_version, open, ship, exact, sealed) values (%d, 1, 'INITIAL', now(), %s,"
                  .formatted(thing.id(), shared.reporterId())
              + " 'N. Version', 'piracy', 1, '{\"a\": \"openword\"}',"
              + " '{\"b\": \"shipword\"}', '{\"c\": \"exactword\"}',"
              + " '{\"d\": \"sealedword\"}')");
      shared
          .groups()
          .forEach(
              group ->
                  database.sql(
                      "insert into incident_group (incident_id, group_id, shared_at, shared_by)"
                          + " values (%d, %d, now(), %s)"
                              .formatted(thing.id(), group, shared.reporterId())));
    }
    database.inTransaction(em -> new SealedAnswersRepository(em, Made.SEALED).seal(100_000));
    // shared once and taken back: must count for nobody
    database.sql(
        "insert into incident_group (incident_id, group_id, shared_at, revoked_at) select id, 7,"
            + " now(), now() from incident where shared_with = '{}'");
  }

  /** The people by name, as the database says what they are. */
  public Map<String, Reader> people() {
    return people;
  }

  /** All incidents. */
  public List<Thing> things() {
    return things;
  }

  /** What the rule in code lets the reader read, of the statuses given; all when none is. */
  public Set<Long> expected(Reader reader, IncidentStatus... statuses) {
    List<IncidentStatus> wanted =
        statuses.length == 0 ? List.of(IncidentStatus.values()) : List.of(statuses);
    return things.stream()
        .filter(thing -> wanted.contains(thing.status()))
        .filter(thing -> SharingPolicy.mayRead(reader, thing.shared()))
        .map(Thing::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Fails unless the channel lets through to everybody what the rule lets through.
   *
   * @param statuses that the channel shows; none given: all
   */
  public void check(String channel, Channel shows, IncidentStatus... statuses) {
    Set<Integer> sizes = new TreeSet<>();
    people.forEach(
        (name, reader) -> {
          Set<Long> found = database.inTransaction(em -> shows.shows(em, reader));
          assertEquals(
              expected(reader, statuses), new TreeSet<>(found), () -> channel + " for " + name);
          sizes.add(found.size());
        });
    assertTrue(sizes.size() > 3, channel + " does not tell people apart: " + sizes);
  }

  /** Fails unless the channel counts for everybody what the rule lets through. */
  public void checkCount(String channel, Count count, IncidentStatus... statuses) {
    people.forEach(
        (name, reader) ->
            assertEquals(
                (long) expected(reader, statuses).size(),
                (long) database.inTransaction(em -> count.of(em, reader)),
                channel + " for " + name));
  }

  /** Whether the person is somebody whom alerts are mailed to. */
  public static boolean mailed(Reader reader) {
    return reader.is(Role.MEMBER) || reader.is(Role.PARTNER) || reader.is(Role.EDITOR);
  }
}
