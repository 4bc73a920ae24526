package org.csoalliance.membership.fleet;

import static org.csoalliance.membership.Capacity.ALTERNATE;
import static org.csoalliance.membership.Capacity.PRIMARY;
import static org.csoalliance.membership.MadeMembers.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FleetIT {
  @RegisterExtension static final Database database = new Database();

  private Reader member;
  private Reader deputy;
  private Reader other;
  private Reader officer;

  @BeforeEach
  void people() {
    database.sql("truncate account, company, ship, outbox_mail cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    MadeMembers.company(database, 20, "Pelagia Cruises");
    member = MadeMembers.member(database, 1, 10, PRIMARY, "2026-05-01", "9900083", "9900095");
    deputy = MadeMembers.member(database, 2, 10, ALTERNATE, "2026-06-01", "9900083");
    other = MadeMembers.member(database, 3, 20, PRIMARY, "2026-06-01", "9900100");
    officer = MadeMembers.account(database, 9, null, Role.VETTING_OFFICER);
  }

  private static FleetService fleet(EntityManager em, Reader reader) {
    return new FleetService(
        new FleetRepository(em),
        new ServiceRepository(em),
        MadeMembers.audit(em),
        MadeMembers.caller(reader),
        CLOCK);
  }

  private static FleetImportService file(EntityManager em, Reader reader) {
    return new FleetImportService(
        new FleetRepository(em),
        new ServiceRepository(em),
        MadeMembers.audit(em),
        MadeMembers.caller(reader),
        null,
        CLOCK);
  }

  private static ShipClaimService claims(EntityManager em, Reader reader) {
    return new ShipClaimService(
        new ClaimRepository(em),
        new FleetRepository(em),
        new Outbox(em, CLOCK),
        MadeMembers.audit(em),
        MadeMembers.caller(reader),
        CLOCK);
  }

  private static FleetPage page(Reader reader, FleetQuery query) {
    return database.inTransaction(em -> fleet(em, reader).page(query));
  }

  @Test
  void theFleetTellsWhoAnswersForEachShip() {
    List<FleetShip> ships = page(deputy, FleetQuery.ALL).items();
    assertEquals(2, ships.size());
    assertEquals("Person 1", ships.get(0).primary());
    assertEquals("Person 2", ships.get(0).alternate());
    assertTrue(ships.get(0).mine());
    assertEquals("", ships.get(1).alternate());

    database.doInTransaction(em -> fleet(em, deputy).answerFor("9900095"));
    database.doInTransaction(em -> fleet(em, deputy).release("9900095"));
    database.doInTransaction(em -> fleet(em, deputy).answerFor("9900095"));
    assertEquals("Person 2", page(deputy, FleetQuery.ALL).items().get(1).alternate());
    assertThrows(
        NotFoundException.class,
        () -> database.doInTransaction(em -> fleet(em, deputy).answerFor("9900100")));
    for (FleetQuery.Sort sort : FleetQuery.Sort.values()) {
      FleetQuery query = new FleetQuery("9900095", ShipType.CRUISE, false, sort, 1);
      assertEquals("9900095", page(member, query).items().get(0).imo());
    }
    assertEquals(
        0, page(member, new FleetQuery("50%", null, true, FleetQuery.Sort.IMO, 1)).total());
  }

  @Test
  void aShipIsInOneFleetAlone() {
    ShipEntry theirs = ShipEntry.typed("9900100", "Mine", "CRUISE", "GB");
    assertEquals(
        Set.of("imo"),
        assertThrows(
                InvalidException.class,
                () -> database.doInTransaction(em -> fleet(em, member).put(theirs, true)))
            .fields()
            .keySet());
    ShipEntry fresh = ShipEntry.typed("IMO 9900112", " New\nName ", "Cruise ship", "lr");
    database.doInTransaction(em -> fleet(em, member).put(fresh, true));
    assertEquals("New Name", database.value("select name from ship where imo = '9900112'"));
    database.doInTransaction(em -> fleet(em, member).remove("9900112"));
    assertEquals(null, database.value("select company_id from ship where imo = '9900112'"));
    assertEquals(
        0L,
        database.value(
            "select count(*) from service_ship where imo = '9900112' and to_day is null"));
    assertThrows(
        NotFoundException.class,
        () -> database.doInTransaction(em -> fleet(em, member).remove("9900100")));
  }

  @Test
  void aFileIsShownFirstAndTakenAsAWhole() {
    String text =
        "imo;name;type;flag\n9900083;Renamed;;GB\n9900112;Fresh;Cruise ship;\n9900100;Theirs;;\n"
            + "9900113;Wrong digit;;\n9900112;Twice;;\n9900095;Ship 9900095;CRUISE;GB\n";
    FleetPreview shown = database.inTransaction(em -> file(em, member).preview(text));
    assertEquals(
        "CHANGED NEW CONTESTED REFUSED REFUSED UNCHANGED",
        String.join(" ", shown.lines().stream().map(line -> line.outcome().name()).toList()));
    database.doInTransaction(em -> file(em, member).take(text, shown, true, false));
    assertEquals("Renamed", database.value("select name from ship where imo = '9900083'"));
    assertEquals("CRUISE", database.value("select type from ship where imo = '9900083'"));
    assertEquals(20L, database.value("select company_id from ship where imo = '9900100'"));
    assertEquals(
        1L,
        database.value(
            "select count(*) from service_ship where imo = '9900112' and service_id = 1"));
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> file(em, member).take(text, shown, true, false)));

    String one = "imo,name,type,flag\n9900112,Fresh,CRUISE,\n";
    FleetPreview few = database.inTransaction(em -> file(em, member).preview(one));
    assertEquals(List.of("9900083", "9900095"), few.others());
    database.doInTransaction(em -> file(em, member).take(one, few, false, true));
    assertEquals(1, page(member, FleetQuery.ALL).fleet());
    assertEquals(
        0L,
        database.value(
            "select count(*) from service_ship where imo = '9900083' and to_day is null"));
  }

  @Test
  void whoHasTheShipLetsItGo() {
    database.doInTransaction(em -> claims(em, member).claim("9900100", "Bought it in November"));
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> claims(em, member).claim("9900100", "Once more now")));
    long id = (Long) database.value("select id from ship_claim");
    assertThrows(
        NotFoundException.class,
        () -> database.doInTransaction(em -> claims(em, member).letGo(id)));
    assertEquals(1, database.inTransaction(em -> claims(em, other).mine()).size());
    database.doInTransaction(em -> claims(em, other).letGo(id));
    assertEquals(10L, database.value("select company_id from ship where imo = '9900100'"));
    assertEquals(
        "2026-11-22", database.value("select to_day::text from service_ship where service_id = 3"));
    assertEquals(
        "1",
        database.value(
            "select service_id::text from service_ship where imo = '9900100'"
                + " and to_day is null"));
    assertEquals(6L, database.value("select count(*) from outbox_mail"));
  }

  @Test
  void anOfficerOfNeitherCompanySettlesItOnce() {
    database.doInTransaction(em -> claims(em, member).claim("9900100", "Bought it in November"));
    long id = (Long) database.value("select id from ship_claim");
    for (long company : new long[] {10, 20}) {
      Reader own = new Reader(8L, "O", company, Set.of(Role.VETTING_OFFICER));
      assertThrows(
          RefusedException.class,
          () -> database.doInTransaction(em -> claims(em, own).settle(id, true, "Because")));
    }
    database.doInTransaction(em -> claims(em, officer).settle(id, false, "No evidence"));
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> claims(em, officer).settle(id, true, "Because")));
    assertEquals(20L, database.value("select company_id from ship where imo = '9900100'"));
  }
}
