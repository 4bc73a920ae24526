package org.csoalliance.membership.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.membership.Sector;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DirectoryIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeAll
  static void members() {
    database.sql(
        "insert into company (id, name, sector) select n, 'Company ' || n,"
            + " case when n % 2 = 0 then 'TANKER' else 'CRUISE' end from generate_series(1, 200) n",
        "insert into account (id, email, email_key, name, company_id, telephone, created_at)"
            + " select n, 'p' || n || '@a.example', 'p' || n || '@a.example',"
            + " 'Person ' || to_char(n, 'FM0000'), n % 200 + 1, '+44 20 7946 0' || n % 10, now()"
            + " from generate_series(1, 2000) n",
        "insert into account_role select n, 'MEMBER' from generate_series(1, 2000) n",
        "insert into company_service (id, account_id, company_id, capacity, from_day) select n, n,"
            + " n % 200 + 1, 'PRIMARY', current_date from generate_series(1, 2000) n",
        "insert into ship (imo, name, type, company_id) select to_char(8000000 + n, 'FM0000000'),"
            + " 'Ship ' || n, 'OTHER', n % 200 + 1 from generate_series(1, 20000) n",
        "insert into service_ship (service_id, imo, from_day) select n % 2000 + 1,"
            + " to_char(8000000 + n, 'FM0000000'), current_date from generate_series(1, 20000) n",
        "analyze");
  }

  @BeforeEach
  void chosen() {
    database.sql(
        "delete from member_profile",
        "update account set state = 'ACTIVE', suspended_at = null, attest_by = null");
  }

  private static <T> T ask(Function<DirectoryService, T> question) {
    return database.inTransaction(
        em -> question.apply(new DirectoryService(new DirectoryRepository(em))));
  }

  private static void keep(long account, Profile profile) {
    CallerContext caller = new CallerContext();
    caller.set(new Reader(account, "Person", 1L, Set.of(Role.MEMBER)));
    database.doInTransaction(
        em ->
            new ProfileService(
                    new DirectoryRepository(em), new AuditLog(em), caller, Clock.systemUTC())
                .keep(profile));
  }

  private static Profile showing(boolean hidden, Profile.Field... fields) {
    EnumSet<Profile.Field> shown = EnumSet.noneOf(Profile.Field.class);
    shown.addAll(List.of(fields));
    return new Profile(hidden, shown, "English, Greek", "Gulf of Guinea", "Ask me about tugs.");
  }

  @Test
  void twoThousandMembersTakeOneStatementAPage() {
    List<String> statements =
        database.statements(
            () -> {
              MemberPage page = ask(s -> s.page("", null, 40));
              assertEquals(2000, page.total());
              assertEquals(40, page.pages());
              assertEquals(50, page.items().size());
              assertEquals("Person 2000", page.items().get(49).name());
            });
    assertEquals(1, statements.size());
    assertEquals(1, database.statements(() -> ask(s -> s.person(7))).size());
    long start = System.nanoTime();
    for (int i = 1; i <= 10; i++) {
      int number = i;
      ask(s -> s.page("", null, number));
    }
    long each = (System.nanoTime() - start) / 10_000_000;
    System.out.println("a page of 2,000 members: " + each + " ms");
    assertTrue(each < 500, each + " ms");
    assertEquals(1, ask(s -> s.page("", null, 41)).number());
    assertEquals(1, ask(s -> s.page("", null, -3)).number());
  }

  @Test
  void nameAndCompanyAreShownUntilChosenOtherwise() {
    MemberPerson person = ask(s -> s.person(7));
    assertEquals("Person 0007", person.name());
    assertEquals("Company 8", person.company());
    assertEquals(Sector.TANKER, person.sector());
    assertNull(person.capacity());
    assertNull(person.ships());
    assertNull(person.telephone());
    assertNull(person.mail());

    keep(7, showing(false, Profile.Field.values()));
    person = ask(s -> s.person(7));
    assertEquals(10, person.ships());
    assertEquals("p7@a.example", person.mail());
    assertEquals("+44 20 7946 07", person.telephone());
    assertEquals("English, Greek", person.languages());
    assertEquals("Gulf of Guinea", person.waters());
    assertEquals("Ask me about tugs.", person.about());

    keep(7, showing(false));
    assertEquals(
        new MemberPerson(7, "Person 0007", null, null, null, null, null, null, null, null, null),
        ask(s -> s.person(7)));
  }

  @Test
  void whatIsNotShownIsNotFoundEither() {
    long shown = ask(s -> s.page("company 8", Sector.TANKER, 1)).total();
    keep(7, showing(false, Profile.Field.LANGUAGES));
    assertEquals(shown - 1, ask(s -> s.page("company 8", Sector.TANKER, 1)).total());
    assertEquals(1, ask(s -> s.page("person 0007", null, 1)).total());
    assertEquals(0, ask(s -> s.page("person 0007", Sector.TANKER, 1)).total());
    assertEquals(0, ask(s -> s.page("p7@a.example", null, 1)).total());
    assertEquals(0, ask(s -> s.page("%", null, 1)).total());
  }

  @Test
  void whoHidesOrIsNoMemberNowIsNotThere() {
    keep(7, showing(true, Profile.Field.values()));
    database.sql(
        "update account set state = 'ENDED' where id = 8",
        "update account set suspended_at = now() - interval '1 hour' where id = 9",
        "update account set attest_by = current_date - 40 where id = 10");
    assertEquals(1996, ask(s -> s.page("", null, 1)).total());
    for (long id : new long[] {7, 8, 9, 10, 999_999}) {
      assertThrows(NotFoundException.class, () -> ask(s -> s.person(id)));
      assertEquals(
          1,
          database
              .statements(() -> assertThrows(NotFoundException.class, () -> ask(s -> s.person(id))))
              .size());
    }
  }

  @Test
  void textsHaveTheirLimits() {
    Profile tooLong =
        new Profile(false, Set.of(), "x".repeat(201), "y".repeat(301), "z".repeat(1001));
    InvalidException wrong = assertThrows(InvalidException.class, () -> keep(7, tooLong));
    assertEquals(Set.of("languages", "waters", "about"), wrong.fields().keySet());
  }
}
