package org.csoalliance.event;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.MadeSeal;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.csoalliance.testing.MadeFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventMediaIT {
  private static final byte[] TEXT = "The route is at anchor.\n".getBytes(StandardCharsets.UTF_8);
  private static final MalwareScanner NONE = scanner(content -> null, false);

  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;
  private Reader member;
  private Reader seated;

  private static MalwareScanner scanner(Function<byte[], String> finds, boolean configured) {
    return new MalwareScanner() {
      @Override
      public boolean configured() {
        return configured;
      }

      @Override
      public String scan(byte[] content) throws java.io.IOException {
        String found = finds.apply(content);
        if ("silent".equals(found)) {
          throw new java.io.IOException("No answer");
        }
        return found;
      }
    };
  }

  @BeforeEach
  void event() {
    database.sql("truncate account, company, event, sealed_file cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    member = MadeMembers.account(database, 3, null, Role.MEMBER);
    seated = MadeMembers.account(database, 4, null, Role.MEMBER);
    MadeEvents.open(database, 50, 1, 20);
    MadeEvents.open(database, 60, 2, 20);
    database.sql(
        "update event set audience = 'PUBLIC'",
        "insert into registration (id, event_id, mode, account_id, name, mail, mail_key, state,"
            + " joined_at, created_at, updated_at) values (1, 50, 'IN_PERSON', 4, 'S', 's@x.example',"
            + " 's@x.example', 'ACCEPTED', now(), now(), now())");
  }

  private static EventListService lists(EntityManager em, Reader reader, Clock clock) {
    return new EventListService(new EventListRepository(em), MadeMembers.caller(reader), clock);
  }

  private static <T> T desk(
      Reader reader, MalwareScanner scanner, Function<EventMediaDeskService, T> work) {
    return database.inTransaction(
        em -> {
          CallerContext caller = MadeMembers.caller(reader);
          return work.apply(
              new EventMediaDeskService(
                  new EventAccess(new EventDutyRepository(em), caller),
                  lists(em, reader, CLOCK),
                  new EventMediaRepository(em),
                  MadeSeal.files(em, CLOCK),
                  scanner,
                  MadeMembers.audit(em),
                  caller,
                  CLOCK));
        });
  }

  private static void at(Reader reader, Consumer<EventMediaDeskService> work) {
    desk(
        reader,
        NONE,
        desk -> {
          work.accept(desk);
          return null;
        });
  }

  private static <T> T read(Reader reader, Clock clock, Function<EventMediaService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new EventMediaService(
                    lists(em, reader, clock),
                    new EventMediaRepository(em),
                    MadeSeal.files(em, clock))));
  }

  private static EventProgramme programme(Reader reader, Clock clock) {
    return database.inTransaction(em -> lists(em, reader, clock).detail("event-50").programme());
  }

  private static long files() {
    return (Long) database.value("select count(*) from sealed_file");
  }

  private static long add(Tlp tlp, boolean afterwards) {
    at(organiserOf(50), d -> d.add("event-50", "Paper " + tlp, tlp, afterwards, "a.txt", TEXT));
    return (Long) database.value("select max(id) from event_document");
  }

  private static Reader organiserOf(long event) {
    return new Reader(event == 50 ? 1L : 2L, "Person", null, java.util.Set.of(Role.ORGANISER));
  }

  @Test
  void aPictureIsPaintedAnewAndSmall() {
    byte[] camera = MadeFiles.telling();
    at(organiser, d -> d.picture("event-50", camera, "The harbour hall at dusk"));
    EventFile shown = read(Reader.VISITOR, CLOCK, m -> m.picture("event-50"));
    assertEquals("image/jpeg", shown.mediaType());
    String bytes = new String(shown.content(), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("Exif"), "nothing of the camera");
    EventProgramme.Picture picture = programme(Reader.VISITOR, CLOCK).picture();
    assertEquals("The harbour hall at dusk", picture.alt());
    assertTrue(picture.width() > 0 && picture.width() <= 800);
    at(organiser, d -> d.picture("event-50", null, "The hall, empty"));
    assertEquals("The hall, empty", programme(member, CLOCK).picture().alt());
    assertEquals(shown.etag(), read(member, CLOCK, m -> m.picture("event-50")).etag());
    at(organiser, d -> d.picture("event-50", MadeFiles.picture("png", 1200, 400), "Another hall"));
    assertNotEquals(shown.etag(), read(member, CLOCK, m -> m.picture("event-50")).etag());
    assertEquals(1, files(), "the one before is gone");
    at(organiser, d -> d.noPicture("event-50"));
    assertEquals(0, files());
    assertNull(programme(member, CLOCK).picture());
    assertThrows(NotFoundException.class, () -> read(member, CLOCK, m -> m.picture("event-50")));
  }

  @Test
  void bombsStrangersAndMissingWordsAreRefused() {
    for (byte[] bad :
        List.of(
            MadeFiles.hugePng(20_000, 10_000),
            "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
            MadeFiles.docx(),
            new byte[0],
            new byte[EventMediaDeskService.MOST_PICTURE + 1])) {
      InvalidException refused =
          assertThrows(
              InvalidException.class,
              () -> at(organiser, d -> d.picture("event-50", bad, "What it shows")));
      assertTrue(refused.fields().containsKey("file"));
    }
    InvalidException both =
        assertThrows(
            InvalidException.class,
            () -> at(organiser, d -> d.picture("event-50", null, "x".repeat(1 << 20))));
    assertEquals(java.util.Set.of("alt", "file"), both.fields().keySet());
    InvalidException paper =
        assertThrows(
            InvalidException.class,
            () -> at(organiser, d -> d.add("event-50", "", Tlp.RED, false, "a.txt", null)));
    assertEquals(java.util.Set.of("title", "tlp", "file"), paper.fields().keySet());
    assertThrows(
        InvalidException.class,
        () ->
            at(
                organiser,
                d -> d.add("event-50", "Slides", Tlp.GREEN, true, "a.pptx", MadeFiles.docx())),
        "Office files keep more than they show");
    assertThrows(
        InvalidException.class,
        () ->
            desk(
                organiser,
                scanner(content -> "Eicar", true),
                d -> d.add("event-50", "Paper", Tlp.GREEN, false, "a.txt", TEXT)));
    assertThrows(
        ConflictException.class,
        () ->
            desk(
                organiser,
                scanner(content -> "silent", true),
                d -> d.add("event-50", "Paper", Tlp.GREEN, false, "a.txt", TEXT)));
    assertEquals(0, files());
  }

  @Test
  void aPaperIsReadByItsLabelASeatOrTheOrganiser() {
    for (Tlp tlp : List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT)) {
      long id = add(tlp, false);
      for (Reader reader : List.of(Reader.VISITOR, member, seated, other, organiser)) {
        boolean may =
            EventDocument.mayRead(reader, tlp, reader.equals(seated), reader.equals(organiser));
        assertEquals(
            may,
            programme(reader, CLOCK).documents().stream().anyMatch(one -> one.id() == id),
            tlp + " by " + reader.name());
        if (may) {
          assertArrayEquals(TEXT, read(reader, CLOCK, m -> m.paper("event-50", id)).content());
        } else {
          assertThrows(
              NotFoundException.class, () -> read(reader, CLOCK, m -> m.paper("event-50", id)));
        }
      }
    }
    assertEquals(1, programme(Reader.VISITOR, CLOCK).documents().size());
    assertEquals(3, programme(Reader.VISITOR, CLOCK).hidden());
    assertEquals(4, programme(seated, CLOCK).documents().size());
    database.sql("update registration set state = 'CANCELLED'");
    assertTrue(programme(seated, CLOCK).documents().size() < 4, "without the seat, by label");
  }

  @Test
  void slidesAreShownOnceTheEventIsOver() {
    long id = add(Tlp.CLEAR, true);
    Clock after = Clock.offset(CLOCK, Duration.ofDays(61));
    assertEquals(0, programme(seated, CLOCK).documents().size());
    assertEquals(0, programme(seated, CLOCK).hidden(), "nobody is told of them before");
    assertThrows(NotFoundException.class, () -> read(seated, CLOCK, m -> m.paper("event-50", id)));
    assertEquals(1, programme(organiser, CLOCK).documents().size());
    assertEquals("a.txt", read(Reader.VISITOR, after, m -> m.paper("event-50", id)).name());
    database.sql("update event set status = 'HELD' where id = 50");
    assertEquals(1, programme(Reader.VISITOR, CLOCK).documents().size());
  }

  @Test
  void theOrganiserOfAnotherEventReachesNothing() {
    long id = add(Tlp.AMBER_STRICT, false);
    assertThrows(NotFoundException.class, () -> at(other, d -> d.remove("event-50", id)));
    assertThrows(NotFoundException.class, () -> at(other, d -> d.remove("event-60", id)));
    assertThrows(
        NotFoundException.class,
        () -> at(other, d -> d.change("event-60", id, "Mine", Tlp.CLEAR, false)));
    assertThrows(NotFoundException.class, () -> read(other, CLOCK, m -> m.paper("event-60", id)));
    assertThrows(
        NotFoundException.class, () -> at(other, d -> d.picture("event-50", null, "Some words")));
    assertThrows(NotFoundException.class, () -> at(other, d -> d.noPicture("event-50")));
    for (EventDuty duty : EventDuty.values()) {
      if (duty != EventDuty.ORGANISER) {
        MadeEvents.duty(database, 50, 3, duty);
        assertThrows(
            NotFoundException.class, () -> at(member, d -> d.remove("event-50", id)), duty.name());
      }
    }
    at(organiser, d -> d.change("event-50", id, "#{1+1} <b>Paper</b>", Tlp.CLEAR, false));
    assertEquals(
        "#{1+1} <b>Paper</b>", programme(Reader.VISITOR, CLOCK).documents().get(0).title());
    at(organiser, d -> d.remove("event-50", id));
    assertEquals(0, files());
    database.sql("update event set status = 'DRAFT' where id = 50");
    assertThrows(
        NotFoundException.class, () -> read(Reader.VISITOR, CLOCK, m -> m.picture("event-50")));
  }
}
