package org.csoalliance.platform.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.event.registration.OfferDueRepository;
import org.csoalliance.incident.DraftDueRepository;
import org.csoalliance.incident.alert.TestDueRepository;
import org.csoalliance.library.AskDueRepository;
import org.csoalliance.membership.group.InviteDueRepository;
import org.csoalliance.membership.standing.AttestDueRepository;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.publishing.ReviewDueRepository;
import org.csoalliance.survey.SurveyDueRepository;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits for whom; times are of the database's own clock, so that it holds on every day. */
class DueIT {
  @RegisterExtension static final Database database = new Database();

  private static final List<DuePart> PARTS =
      List.of(
          new AttestDueRepository(),
          new SurveyDueRepository(),
          new OfferDueRepository(),
          new AskDueRepository(),
          new TestDueRepository(),
          new ReviewDueRepository(),
          new DraftDueRepository(),
          new InviteDueRepository());

  private static final Reader MEMBER =
      new Reader(3L, "C. Member", 20L, Set.of(Role.MEMBER), false, Set.of(77L), Agreement.NONE);
  private static final Reader OTHER = new Reader(2L, "D. Member", 20L, Set.of(Role.MEMBER));
  private static final Reader EDITOR = new Reader(4L, "B. Editor", null, Set.of(Role.EDITOR));
  private static final Reader EDITOR2 = new Reader(5L, "F. Editor", null, Set.of(Role.EDITOR));
  private static final Reader PARTNER = new Reader(6L, "P. Partner", null, Set.of(Role.PARTNER));

  @BeforeAll
  static void world() {
    database.sql("insert into company (id, name, sector) values (20, 'Southern', 'CRUISE')");
    for (Reader one : List.of(MEMBER, OTHER, EDITOR, EDITOR2, PARTNER)) {
      database.sql(
          "insert into account (id, email, email_key, name, company_id, created_at) values"
              + " (%1$d, '%1$d@demo.example', '%1$d@demo.example', '%2$s', %3$s, now())"
                  .formatted(one.accountId(), one.name(), one.companyId()),
          "insert into account_role (account_id, role) values (%d, '%s')"
              .formatted(one.accountId(), one.roles().iterator().next()));
    }
    database.sql(
        "update account set attest_by = current_date + 20 where id = 3",
        "update account set attest_by = current_date + 50 where id = 2",
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (77, 'cruise', 'Cruise', 'Ships', 'OPEN', now()),"
            + " (78, 'tank', 'Tankers', 'Ships', 'INVITED', now())",
        "insert into group_member (group_id, account_id, state, from_at) values"
            + " (78, 3, 'INVITED', now())",
        "insert into survey (slug, title, anonymous, group_id, opens_at, closes_at, published,"
            + " created_at) values"
            + " ('all', 'Of all', true, null, now() - interval '1 day', now() + interval '9 days',"
            + " true, now()),"
            + " ('group', 'Of the group', true, 77, now() - interval '1 day',"
            + " now() + interval '8 days', true, now()),"
            + " ('soon', 'Of later', true, null, now() + interval '1 day',"
            + " now() + interval '9 days', true, now()),"
            + " ('over', 'Of before', true, null, now() - interval '9 days',"
            + " now() - interval '1 day', true, now()),"
            + " ('draft', 'A draft', true, null, now() - interval '1 day',"
            + " now() + interval '9 days', false, now())",
        "insert into survey_answered (survey_id, account_id)"
            + " select id, 2 from survey where slug = 'all'",
        "insert into event (id, slug, title, summary, starts_at, ends_at, zone, audience, mode, status,"
            + " created_at, updated_at) values (90, 'day', 'A day', '', now() + interval '9 days',"
            + " now() + interval '10 days', 'UTC', 'MEMBERS', 'IN_PERSON', 'OPEN', now(), now())",
        "insert into registration (id, event_id, mode, account_id, name, mail, mail_key, state,"
            + " joined_at, offer_until, created_at, updated_at) values"
            + " (901, 90, 'IN_PERSON', 3, 'C', '3@x.example', '3@x.example', 'WAITLISTED', now(),"
            + " now() + interval '1 day', now(), now()),"
            + " (902, 90, 'IN_PERSON', 2, 'D', '2@x.example', '2@x.example', 'WAITLISTED', now(),"
            + " now() - interval '1 minute', now(), now())",
        "insert into library_item (slug, title, summary, tlp, published_at, withdrawn_at,"
            + " created_at, updated_at) values"
            + " ('ladder', 'Ladder', 's', 'AMBER', now(), null, now(), now()),"
            + " ('gone', 'Gone', 's', 'AMBER', now(), now(), now(), now())",
        "insert into library_ask (item_id, account_id, company_id, imo, ship_name, mail, asked_at,"
            + " confirmed_at) select i.id, 3, 20, v.imo, 'S', 's@x.example',"
            + " now() - v.ago, v.confirmed from library_item i, (values"
            + " ('1', interval '8 days', null), ('2', interval '9 days', null),"
            + " ('3', interval '1 day', null), ('4', interval '9 days', now()))"
            + " v (imo, ago, confirmed)",
        "insert into alert_test (id, started_at, started_name) values (60, now(), 'E')",
        "insert into alert_delivery (account_id, what, test_id, urgent, digest, queued_at, due_at,"
            + " state, message_id, mailed_at, acknowledged_at) values"
            + " (3, 'TEST', 60, false, false, now(), now(), 'MAILED', 'a', now(), null),"
            + " (2, 'TEST', 60, false, false, now(), now(), 'MAILED', 'b', now(), now()),"
            + " (6, 'TEST', 60, false, false, now(), now(), 'MAILED', 'c',"
            + " now() - interval '40 days', null)",
        "insert into bulletin (id, slug, created_at) values (500, 'b', now())",
        "insert into bulletin_version (bulletin_id, stage, at, editor_name, authors, kind, title,"
            + " day, audience, introduction, mail) values (500, 'REVIEW', now(), 'B. Editor',"
            + " '{4}', 'NEWS', 'The month', current_date, 'PUBLIC', '', false)",
        "insert into incident_draft (id, account_id, form, reference, answers, updated_at) values"
            + " (gen_random_uuid(), 3, 'STOWAWAY', '', '{}', now()),"
            + " (gen_random_uuid(), 3, 'STOWAWAY', 'CSOA-2026-1', '{}', now())");
  }

  private static List<String> due(Reader reader) {
    Instant now = Instant.now();
    return database.inTransaction(
        em ->
            new DueRepository(em)
                    .of(
                        PARTS.stream()
                            .map(part -> part.rows(reader, now))
                            .flatMap(Optional::stream)
                            .toList(),
                        50)
                    .stream()
                    .map(one -> one.kind() + " " + one.address() + " " + one.number())
                    .toList());
  }

  @Test
  void eachPersonReadsWhatWaitsForThemTheMostUrgentFirst() {
    assertEquals(
        List.of(
            "SEAT /events/day/registrations/901 1",
            "SURVEY /surveys/group 1",
            "SURVEY /surveys/all 1",
            "ATTEST /me/attest 1"),
        due(MEMBER).subList(0, 4));
    assertEquals(
        Set.of(
            "DRAFT /report/stowaway 1",
            "DRAFT /report/stowaway?of=CSOA-2026-1 1",
            "GROUP /groups/tank 1",
            "SHIPS /library/ladder 2",
            "TEST /alerts 1"),
        Set.copyOf(due(MEMBER).subList(4, due(MEMBER).size())));
    assertEquals(List.of(), due(OTHER));
    assertEquals(List.of(), due(EDITOR)); // wrote it
    assertEquals(List.of("REVIEW /editor/bulletins/500/review 1"), due(EDITOR2));
    assertEquals(List.of(), due(PARTNER));
  }

  @Test
  void allOfItIsOneStatement() {
    List<String> statements = database.statements(() -> due(MEMBER));
    assertEquals(1, statements.size(), () -> String.join("\n", statements));
    assertTrue(statements.get(0).contains("library_ask"));
  }
}
