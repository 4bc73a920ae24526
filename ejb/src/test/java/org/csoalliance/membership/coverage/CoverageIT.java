package org.csoalliance.membership.coverage;

import static org.csoalliance.membership.Capacity.ALTERNATE;
import static org.csoalliance.membership.Capacity.PRIMARY;
import static org.csoalliance.membership.MadeMembers.CLOCK;
import static org.csoalliance.membership.Sector.CRUISE;
import static org.csoalliance.membership.Sector.TANKER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.CompanyRepository;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.membership.MembershipStart;
import org.csoalliance.membership.NewMember;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.membership.ShipRepository;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Covered ships are counted from ships; today is 22 November 2026. */
class CoverageIT {
  @RegisterExtension static final Database database = new Database();

  private static final Reader MEMBER = new Reader(1L, "M", 10L, Set.of(Role.MEMBER));
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 31);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private Reader editor;

  @BeforeEach
  void people() {
    database.sql("truncate account, company, ship, outbox_mail, coverage_denominator cascade");
    for (String sequence : List.of("account_seq", "company_seq", "company_service_seq")) {
      database.sql("alter sequence " + sequence + " restart with 100000");
    }
    MadeMembers.company(database, 10, "Pelagia Cruises");
    MadeMembers.company(database, 20, "Meltemi Cruises");
    editor = MadeMembers.account(database, 99, null, Role.EDITOR);
  }

  /** Numbers of ships that pass the check, never the same twice for other beginnings. */
  private static String[] imos(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(
            n ->
                IntStream.range(0, 10)
                    .mapToObj(digit -> "" + (990000 + n) + digit)
                    .filter(text -> ImoNumber.ship(text).isPresent())
                    .findFirst()
                    .orElseThrow())
        .toArray(String[]::new);
  }

  private static CoverageService coverage(EntityManager em, Reader reader) {
    return new CoverageService(new CoverageRepository(em), MadeMembers.caller(reader), CLOCK);
  }

  private static Coverage of(Reader reader, Sector sector) {
    return database.inTransaction(em -> coverage(em, reader).of(sector));
  }

  private Integer ships(LocalDate day) {
    return of(editor, CRUISE).history().stream()
        .filter(line -> line.day().equals(day))
        .findFirst()
        .orElseThrow()
        .figure()
        .ships();
  }

  private DenominatorService denominators(EntityManager em) {
    return new DenominatorService(
        new CoverageRepository(em), MadeMembers.audit(em), MadeMembers.caller(editor), CLOCK);
  }

  private void denominator(String band, String ships, String asOf) {
    database.doInTransaction(
        em -> denominators(em).add("CRUISE", band, ships, asOf, "Made-up register"));
  }

  private static Integer band(Coverage coverage, FleetBand band) {
    return coverage.bands().get(band.ordinal()).figure().ships();
  }

  @Test
  void aShipCountsOnceThoughTwoAnswerForIt() {
    MadeMembers.member(database, 1, 10, PRIMARY, "2026-05-01", imos(0, 6));
    MadeMembers.member(database, 2, 10, ALTERNATE, "2026-11-10", imos(0, 6));
    Coverage now = of(editor, CRUISE);
    assertEquals(13, now.history().size());
    assertEquals(6, now.today().ships());
    assertEquals(6, band(now, FleetBand.UP_TO_19));
    assertEquals(0, ships(LocalDate.of(2026, 4, 30)));
    assertEquals(6, ships(OCTOBER));
    assertEquals(0, of(editor, TANKER).today().ships());
    // another company says it answers for one of them too: it stays in the fleet that holds it
    MadeMembers.member(database, 3, 20, PRIMARY, "2026-10-31", imos(0, 1));
    assertEquals(6, ships(OCTOBER));
    assertEquals(6, band(of(editor, CRUISE), FleetBand.UP_TO_19));
    database.sql("update ship set company_id = 20 where imo = '" + imos(0, 1)[0] + "'");
    assertEquals(1, band(of(editor, CRUISE), FleetBand.UP_TO_4));
    assertEquals(5, band(of(editor, CRUISE), FleetBand.UP_TO_19));
  }

  @Test
  void onlyMembersWhoAreActiveOnTheDayCount() {
    MadeMembers.member(database, 1, 10, PRIMARY, "2025-05-01", imos(0, 6));
    database.sql(
        "insert into account_suspension values"
            + " (1, '2026-06-10T10:00:00Z', '2026-08-01T00:00:00Z'),"
            + " (1, '2026-11-20T10:00:00Z', null)");
    assertEquals(0, ships(TODAY), "suspended today");
    assertEquals(6, ships(OCTOBER));
    assertEquals(0, ships(LocalDate.of(2026, 7, 31)), "to the end of July");
    assertEquals(6, ships(LocalDate.of(2026, 5, 31)));

    database.sql(
        "truncate account_suspension",
        "update account set attest_by = date '2026-10-01' where id = 1");
    assertEquals(6, ships(OCTOBER), "reads for thirty days more");
    assertEquals(0, ships(TODAY), "and is out then");

    database.sql(
        "update account set attest_by = null where id = 1",
        "update service_ship set to_day = date '2026-10-31'",
        "update company_service set to_day = date '2026-10-31'",
        "delete from account_role where account_id = 1");
    assertEquals(0, ships(OCTOBER), "who left on the day covers nothing in its evening");
    assertEquals(6, ships(LocalDate.of(2026, 9, 30)), "what was, stays");
  }

  @Test
  void aRoleTakenOrAnAccountEndedEndsTheCover() {
    MadeMembers.member(database, 1, 10, PRIMARY, "2025-05-01", imos(0, 6));
    database.sql("delete from account_role where account_id = 1");
    assertEquals(0, ships(TODAY));
    database.sql(
        "insert into account_role values (1, 'MEMBER')",
        "update account set state = 'ENDED' where id = 1");
    assertEquals(0, ships(TODAY));
  }

  @Test
  void aNewMemberWithTenShipsMovesTheChartByTen() {
    MadeMembers.member(database, 1, 10, PRIMARY, "2026-05-01", imos(0, 26));
    denominator("", "60", "2026-01-01");
    assertEquals(26, ships(TODAY));
    assertEquals(43, of(editor, CRUISE).today().percent());
    NewMember member =
        new NewMember(
            null,
            "new@fulmar.example",
            "N. Fulmar",
            "+44 20 7946 0333",
            new NewMember.NewCompany(
                "9990082", "Fulmar Cruises", "PT", Sector.CRUISE, "fulmar.example"),
            Capacity.PRIMARY,
            List.of(imos(100, 10)).stream()
                .map(imo -> new NewMember.NewShip(imo, "Ship " + imo, ShipType.CRUISE, "PT"))
                .toList());
    database.inTransaction(
        em ->
            new MembershipStart(
                    new AccountRepository(em),
                    new CompanyRepository(em),
                    new ShipRepository(em),
                    new ServiceRepository(em),
                    CLOCK)
                .begin(member, editor));
    assertEquals(36, ships(TODAY));
    assertEquals(26, ships(OCTOBER));
    assertEquals(60, of(editor, CRUISE).today().percent(), "36 of 60 ships");
    assertEquals(10, band(of(editor, CRUISE), FleetBand.UP_TO_19));
    assertEquals(26, band(of(editor, CRUISE), FleetBand.UP_TO_49));
  }

  @Test
  void membersSeeNoNumberThatTellsWhatOneCompanyDoes() {
    MadeMembers.company(database, 30, "Third");
    MadeMembers.company(database, 40, "Fourth");
    MadeMembers.member(database, 1, 10, PRIMARY, "2025-05-01", imos(0, 6));
    MadeMembers.member(database, 2, 20, PRIMARY, "2026-06-01", imos(10, 7));
    assertNull(of(MEMBER, CRUISE).today().ships());
    assertTrue(of(MEMBER, CRUISE).today().few());
    assertEquals(0, of(MEMBER, TANKER).today().ships());
    MadeMembers.member(database, 3, 30, PRIMARY, "2026-09-01", imos(20, 8));
    MadeMembers.member(database, 4, 40, PRIMARY, "2026-09-01", imos(40, 30));
    Coverage seen = of(MEMBER, CRUISE);
    assertEquals(51, seen.today().ships());
    assertNull(band(seen, FleetBand.UP_TO_49), "one company");
    assertNull(band(seen, FleetBand.UP_TO_19), "else the other is what is missing");
    assertEquals(0, band(seen, FleetBand.FROM_100));
    assertEquals(51, seen.history().get(11).figure().ships());
    assertNull(seen.history().get(8).figure().ships(), "two companies at the end of July");
    assertEquals(30, band(of(editor, CRUISE), FleetBand.UP_TO_49));
  }

  @Test
  void aNumberHoldsFromItsDayUntilALaterOneOrItsWithdrawal() {
    denominator("", "100", "2026-01-01");
    denominator("", "200", "2026-11-01");
    denominator("20-49", "70", "2026-01-01");
    Coverage coverage = of(editor, CRUISE);
    assertEquals(200, coverage.today().of().ships());
    assertEquals(100, coverage.history().get(11).figure().of().ships());
    assertNull(coverage.history().get(0).figure().of(), "nothing is known of November 2025");
    assertEquals(70, coverage.bands().get(2).figure().of().ships());
    assertNull(coverage.sectors().get(TANKER.ordinal()).figure().percent());

    long wrong =
        (Long) database.value("select max(id) from coverage_denominator where ships = 200");
    database.doInTransaction(em -> denominators(em).withdraw(wrong));
    assertEquals(100, of(editor, CRUISE).today().of().ships());
    assertThrows(
        NotFoundException.class,
        () -> database.doInTransaction(em -> denominators(em).withdraw(wrong)));
    assertEquals(3, database.inTransaction(em -> denominators(em).all()).size());
    denominator("", "150", "2026-01-01");
    assertEquals(150, of(editor, CRUISE).today().of().ships(), "the later line of the same day");
    assertEquals(
        "150 as of 2026-01-01",
        database.value(
            "select detail from audit_entry where action = 'coverage.denominator_added'"
                + " order by number desc limit 1"));
  }

  @Test
  void everybodyMayKnowAShareBehindWhichThreeCompaniesStand() {
    MadeMembers.company(database, 30, "Third");
    MadeMembers.member(database, 1, 10, PRIMARY, "2025-05-01", imos(0, 6));
    MadeMembers.member(database, 2, 20, PRIMARY, "2026-06-01", imos(10, 7));
    denominator("", "60", "2026-01-01");
    assertEquals(Optional.empty(), meter());
    MadeMembers.member(database, 3, 30, PRIMARY, "2026-09-01", imos(20, 25));
    assertEquals(
        Optional.of(new CoverageMeter(CRUISE, 60, LocalDate.of(2026, 1, 1), "Made-up register")),
        meter());
  }

  private static Optional<CoverageMeter> meter() {
    return database.inTransaction(em -> coverage(em, Reader.VISITOR).meter(CRUISE));
  }

  @Test
  void twoThousandMembersAndTwentyThousandShipsTakeTwoStatements() {
    database.sql(
        "insert into company (id, name, sector) select n, 'C' || n, 'CRUISE'"
            + " from generate_series(1000, 1999) n",
        "insert into account (id, email, email_key, name, company_id, created_at)"
            + " select n, n || '@b.example', n || '@b.example', 'P' || n, 1000 + n % 1000, now()"
            + " from generate_series(1000, 2999) n",
        "insert into account_role select n, 'MEMBER' from generate_series(1000, 2999) n",
        "insert into company_service (id, account_id, company_id, capacity, from_day)"
            + " select n, n, 1000 + n % 1000, 'PRIMARY', date '2025-01-01'"
            + " from generate_series(1000, 2999) n",
        "insert into ship (imo, name, type, company_id) select lpad(n::text, 7, '0'), 'S' || n,"
            + " case when n % 2 = 0 then 'CRUISE' else 'OIL_TANKER' end, 1000 + n % 1000"
            + " from generate_series(1, 20000) n",
        "insert into service_ship (service_id, imo, from_day)"
            + " select s.id, h.imo, date '2025-01-01' + (h.imo::int % 600)"
            + " from company_service s join ship h on h.company_id = s.company_id"
            + " where s.id >= 1000",
        "analyze");
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      assertEquals(2, database.statements(() -> of(MEMBER, CRUISE)).size());
      least = Math.min(least, (System.nanoTime() - start) / 1_000_000);
    }
    System.out.println("coverage of 20,000 ships, 40,000 answers, 13 days: " + least + " ms");
    assertTrue(least < 3_000, least + " ms");
    assertEquals(10_000, of(MEMBER, CRUISE).today().ships());
    assertEquals(2, database.statements(CoverageIT::meter).size());
  }
}
