package org.csoalliance.event.question;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.ClamdScanner;
import org.csoalliance.platform.file.MadeSeal;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuestionIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader forms;
  private Reader caterer;
  private Reader other;

  @BeforeEach
  void people() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    forms = MadeMembers.account(database, 3, null, Role.MEMBER);
    caterer = MadeMembers.account(database, 4, null, Role.MEMBER);
    MadeEvents.open(database, 50, 1, 5);
    MadeEvents.duty(database, 50, 3, EventDuty.FORMS);
    MadeEvents.duty(database, 50, 4, EventDuty.CATERING);
    database.sql(
        "insert into registration (id, event_id, mode, name, mail, mail_key, state, joined_at,"
            + " created_at, updated_at) values (70, 50, 'IN_PERSON', 'Ana', 'a@test.example',"
            + " 'a@test.example', 'ACCEPTED', now(), now(), now())");
  }

  private static EventAccess access(EntityManager em, Reader reader) {
    return new EventAccess(new EventDutyRepository(em), MadeMembers.caller(reader));
  }

  private static <T> T service(Reader reader, Function<QuestionService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new QuestionService(
                    new FormRepository(em),
                    access(em, reader),
                    MadeMembers.audit(em),
                    MadeMembers.caller(reader),
                    CLOCK)));
  }

  private static void save(Reader reader, Question question) {
    service(
        reader,
        s -> {
          s.save("event-50", FormKind.REGISTRATION, question);
          return null;
        });
  }

  private static <T> T desk(Function<AnswerDesk, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new AnswerDesk(
                    new FormRepository(em),
                    new AnswerRepository(em),
                    MadeSeal.files(em, CLOCK),
                    new ClamdScanner(MadeMembers.settings()),
                    CLOCK)));
  }

  private static void answer(Map<String, List<String>> texts) {
    desk(
        d -> {
          d.keep(70, d.form(50, FormKind.REGISTRATION), null, new GivenAnswers(texts, Map.of()));
          return null;
        });
  }

  private static <T> T lists(Reader reader, Function<AnswerListService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new AnswerListService(
                    new FormRepository(em), new AnswerRepository(em), access(em, reader))));
  }

  private static Question text(String key, String label) {
    return new Question(
        key, QuestionType.TEXT, Special.NONE, label, "", false, List.of(), "", "", List.of());
  }

  @Test
  void oldAnswersKeepTheirWordsWhenTheFormChanges() {
    save(organiser, text("", "What do you expect?"));
    save(organiser, text("q1", "What do you hope for?"));
    assertEquals(1, service(organiser, s -> s.form("event-50", FormKind.REGISTRATION)).version());
    answer(Map.of("q1", List.of("Cases")));
    save(forms, text("q1", "Which topic matters most?"));
    save(forms, text("", "Another one"));
    QuestionForm now = service(organiser, s -> s.form("event-50", FormKind.REGISTRATION));
    assertEquals(2, now.version());
    assertEquals(List.of("q1", "q2"), now.questions().stream().map(Question::key).toList());
    assertEquals("What do you hope for?", desk(d -> d.answers(50, 70)).get(0).label());
    service(
        organiser,
        s -> {
          s.remove("event-50", FormKind.REGISTRATION, "q1");
          return null;
        });
    save(organiser, text("", "A third"));
    assertEquals("Cases", desk(d -> d.answers(50, 70)).get(0).answer());
    assertEquals("Cases", lists(organiser, s -> s.table("event-50")).answer(70, "q1"));
    assertEquals(
        List.of("q2", "q3"),
        service(organiser, s -> s.form("event-50", FormKind.REGISTRATION)).questions().stream()
            .map(Question::key)
            .toList(),
        "a key is never used again");
  }

  @Test
  void sensitiveAnswersAreInNoListAndFoodIsCounted() {
    save(
        organiser,
        new Question(
            "",
            QuestionType.SEVERAL,
            Special.DIET,
            "What do you not eat?",
            "",
            false,
            List.of("Meat", "Nuts"),
            "",
            "",
            List.of()));
    save(
        organiser,
        new Question(
            "",
            QuestionType.TEXT,
            Special.IDENTITY,
            "Passport number",
            "",
            false,
            List.of(),
            "",
            "",
            List.of()));
    assertThrows(InvalidException.class, () -> answer(Map.of("q1", List.of("Meat", "Nuts"))));
    answer(
        Map.of("q1", List.of("Meat", "Nuts"), "q1-ok", List.of("yes"), "q2", List.of("P1234567")));
    assertEquals(List.of(), lists(organiser, s -> s.table("event-50")).columns());
    assertEquals(
        Map.of("What do you not eat?", Map.of("Meat", 1, "Nuts", 1)),
        lists(caterer, s -> s.totals("event-50")));
    assertEquals("P1234567", lists(organiser, s -> s.identities("event-50")).answer(70, "q2"));
    assertThrows(NotFoundException.class, () -> lists(caterer, s -> s.identities("event-50")));
    assertThrows(NotFoundException.class, () -> lists(forms, s -> s.totals("event-50")));
    assertThrows(NotFoundException.class, () -> lists(other, s -> s.table("event-50")));
    assertThrows(NotFoundException.class, () -> save(caterer, text("", "May I?")));
  }

  @Test
  void orderKeepsWhatDependsBehindWhatItDependsOn() {
    save(
        organiser,
        new Question(
            "",
            QuestionType.CHOICE,
            Special.NONE,
            "Do you need a visa?",
            "",
            true,
            List.of("Yes", "No"),
            "",
            "",
            List.of()));
    Question nation =
        new Question(
            "",
            QuestionType.COUNTRY,
            Special.NONE,
            "Whose passport?",
            "",
            true,
            List.of(),
            "q1",
            "Yes",
            List.of());
    save(organiser, nation);
    assertThrows(
        ConflictException.class,
        () ->
            service(
                organiser,
                s -> {
                  s.move("event-50", FormKind.REGISTRATION, "q2", true);
                  return null;
                }));
    assertThrows(
        ConflictException.class,
        () ->
            service(
                organiser,
                s -> {
                  s.remove("event-50", FormKind.REGISTRATION, "q1");
                  return null;
                }));
  }

  @Test
  void aFileIsSealedAndForgottenWithTheAnswers() {
    save(
        organiser,
        new Question(
            "",
            QuestionType.FILE,
            Special.IDENTITY,
            "Letter",
            "",
            true,
            List.of(),
            "",
            "",
            List.of()));
    byte[] png = png();
    desk(
        d -> {
          d.keep(
              70,
              d.form(50, FormKind.REGISTRATION),
              null,
              new GivenAnswers(
                  Map.of(), Map.of("q1", new GivenAnswers.GivenFile("letter.png", png))));
          return null;
        });
    assertArrayEquals(png, desk(d -> d.file(70, "q1")));
    assertFalse(
        (Boolean)
            database.value(
                "select bool_or(position(convert_to('PNG', 'UTF8') in content) > 0) from"
                    + " sealed_file"));
    desk(
        d -> {
          d.forget(70);
          return null;
        });
    assertEquals(0L, database.value("select count(*) from sealed_file"));
  }

  private static byte[] png() {
    try (java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
      javax.imageio.ImageIO.write(
          new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_INT_RGB),
          "png",
          out);
      return out.toByteArray();
    } catch (java.io.IOException never) {
      throw new java.io.UncheckedIOException(never);
    }
  }

  @Test
  void aCopyAsksTheSameOfItsOwnCategories() {
    MadeEvents.open(database, 51, 1, 5);
    MadeEvents.quota(database, 60, 50, EventQuota.Kind.CATEGORY, "Members", 3);
    MadeEvents.quota(database, 61, 50, EventQuota.Kind.CATEGORY, "Guests", 2);
    MadeEvents.quota(database, 62, 51, EventQuota.Kind.CATEGORY, "Guests", 2);
    database.sql(
        "insert into event_form (event_id, kind, version, questions, made_at, made_by) values"
            + " (50, 'REGISTRATION', 1, '[]', now(), 'O'), (50, 'REGISTRATION', 2,"
            + " '[{\"key\":\"q1\",\"type\":\"TEXT\",\"special\":\"\",\"label\":\"Flag\",\"hint\":\"\","
            + "\"required\":true,\"choices\":[],\"onKey\":\"\",\"onAnswer\":\"\",\"categories\":[\"61\"]},"
            + " {\"key\":\"q2\",\"type\":\"TEXT\",\"special\":\"\",\"label\":\"Berth\",\"hint\":\"\","
            + "\"required\":false,\"choices\":[],\"onKey\":\"\",\"onAnswer\":\"\",\"categories\":[]}]',"
            + " now(), 'O')");
    QuestionForm copy =
        database.inTransaction(
            em -> {
              FormRepository forms = new FormRepository(em);
              forms.copy(50, 51, CLOCK.instant());
              return forms.newest(51, FormKind.REGISTRATION);
            });
    assertEquals(1, copy.version());
    assertEquals(List.of("Flag", "Berth"), copy.questions().stream().map(Question::label).toList());
    assertEquals(List.of(62L), copy.questions().get(0).categories());
    assertEquals(List.of(), copy.questions().get(1).categories());
  }
}
