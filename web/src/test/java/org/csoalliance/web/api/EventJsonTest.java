package org.csoalliance.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventFilter;
import org.csoalliance.event.EventPage;
import org.csoalliance.event.EventProgramme;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventSummary;
import org.csoalliance.event.RoomRule;
import org.csoalliance.event.registration.Registered;
import org.csoalliance.event.registration.RegistrationState;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.sharing.Tlp;
import org.junit.jupiter.api.Test;

/** What the interface writes and reads of events is what its description says. */
class EventJsonTest {
  private static final Instant START = Instant.parse("2027-01-20T07:00:00Z");
  private static final JsonObject API = OpenApi.whole();

  private final EventJson writer = new EventJson(Samples.LINKS, Map.of("t", "TOKEN"));

  private static EventSummary summary(String words, Integer seats) {
    return new EventSummary(
        1000,
        "cyber-workshop-2027",
        "Cyber workshop",
        words,
        words,
        words,
        START,
        START.plusSeconds(3600),
        "Europe/Athens",
        AttendanceMode.IN_PERSON,
        EventAudience.MEMBERS,
        EventStatus.OPEN,
        seats,
        seats,
        0,
        START,
        null,
        START,
        true,
        Tlp.GREEN);
  }

  private static EventDetail detail() {
    return new EventDetail(
        summary("Words", 40),
        "Text",
        "The alliance",
        "Hall",
        true,
        "English",
        RoomRule.CHATHAM_HOUSE,
        false,
        2,
        START,
        24,
        "",
        List.of(new EventQuota(1000, EventQuota.Kind.EVENT, "Seats", 40, 28)),
        3,
        new EventDetail.OwnRegistration(1007, "WAITLISTED", false, START, 2, "t"),
        false,
        0,
        EventProgramme.NONE);
  }

  private static Registered registered(String ticket, Integer position, Instant offer) {
    return new Registered(
        1007,
        RegistrationState.ACCEPTED,
        position,
        offer,
        ticket,
        "A. Member",
        "a@fleet.example",
        "Fleet",
        START);
  }

  private static JsonObject at(String pointer) {
    JsonPointer to = Json.createPointer(pointer);
    return to.getValue(API).asJsonObject();
  }

  private static JsonObject example(String path, String method, String status) {
    return at(
        "/paths/"
            + path.replace("/", "~1")
            + "/"
            + method
            + "/responses/"
            + status
            + "/content/application~1json/example");
  }

  @Test
  void eventsHaveTheDescribedMembers() {
    JsonObject full = Samples.parse(JsonText.bytes(g -> writer.detail(g, detail())));
    Set<String> described = new TreeSet<>(at("/components/schemas/Event/properties").keySet());
    JsonObject further = at("/components/schemas/EventDetail/allOf/1/properties");
    described.addAll(further.keySet());
    assertEquals(described, new TreeSet<>(full.keySet()));
    assertEquals(full.keySet(), example("/events/{slug}", "get", "200").keySet());
    assertEquals(
        further.getJsonObject("mine").getJsonObject("properties").keySet(),
        full.getJsonObject("mine").keySet());
    assertEquals(
        further.getJsonObject("quotas").getJsonObject("items").getJsonObject("properties").keySet(),
        full.getJsonArray("quotas").getJsonObject(0).keySet());
    EventPage page = new EventPage(List.of(summary("", null)), null);
    JsonObject bare = Samples.parse(JsonText.bytes(g -> writer.page(g, page)));
    assertEquals(Set.of("items"), bare.keySet());
    assertFalse(bare.getJsonArray("items").getJsonObject(0).containsKey("capacity"));
    assertTrue(
        bare.getJsonArray("items")
            .getJsonObject(0)
            .keySet()
            .containsAll(
                at("/components/schemas/Event").getJsonArray("required").stream()
                    .map(name -> ((jakarta.json.JsonString) name).getString())
                    .toList()));
  }

  @Test
  void registrationsHaveTheDescribedMembers() {
    JsonObject full =
        Samples.parse(JsonText.bytes(g -> writer.registration(g, registered("t", 2, START))));
    assertEquals(at("/components/schemas/Registration/properties").keySet(), full.keySet());
    assertEquals(full.keySet(), example("/events/{slug}/registrations", "post", "201").keySet());
    JsonObject bare =
        Samples.parse(JsonText.bytes(g -> writer.registration(g, registered(null, null, null))));
    assertFalse(bare.containsKey("ticket"), "no ticket before there is a seat");
  }

  @Test
  void bodiesHaveTheDescribedMembersAndTheExamplesCanBeRead() {
    assertEquals(NewEventJson.MEMBERS, at("/components/schemas/NewEvent/properties").keySet());
    assertEquals(RegisterJson.MEMBERS, at("/components/schemas/Register/properties").keySet());
    String content = "/post/requestBody/content/application~1json/example";
    NewEventJson read = NewEventJson.read(at("/paths/~1events" + content));
    assertEquals(START, read.event().place().startsAt());
    assertEquals(EventStatus.OPEN, read.status());
    assertEquals(
        AttendanceMode.IN_PERSON,
        RegisterJson.read(at("/paths/~1events~1{slug}~1registrations" + content), null).mode());
  }

  @Test
  void whatNobodyMayDecideHereIsRefused() {
    for (String name : List.of("state", "priority", "account_id", "price", "ticket")) {
      JsonObject body = Json.createObjectBuilder().add(name, "ACCEPTED").build();
      ProblemException refused =
          assertThrows(ProblemException.class, () -> RegisterJson.read(body, null));
      assertEquals(400, refused.problem().status());
    }
    JsonObject owner = Json.createObjectBuilder().add("organiser_id", 7).build();
    assertThrows(ProblemException.class, () -> NewEventJson.read(owner));
  }

  @Test
  void addressesAndQueriesThatAreNone() {
    assertThrows(NotFoundException.class, () -> EventJson.registrationNumber("1 or 1=1"));
    assertThrows(
        NotFoundException.class, () -> EventJson.registrationNumber("99999999999999999999"));
    assertThrows(InvalidException.class, () -> EventJson.filter(null, "maybe", START));
    assertEquals(0, EventJson.limit("-5"));
    assertEquals(25, EventJson.limit(null));
  }

  @Test
  void aListIsNarrowed() {
    EventFilter coming = EventJson.filter("cyber", null, START);
    assertEquals(coming, EventJson.narrowed(coming, null, " ", "", null, null));
    EventFilter narrow =
        EventJson.narrowed(
            coming, "2027-01-20T09:00:00 02:00", "2027-02-01t00:00:00z", "S", "Piraeus", "REMOTE");
    assertEquals(Instant.parse("2027-01-20T07:00:00Z"), narrow.from());
    assertEquals(Instant.parse("2027-02-01T00:00:00Z"), narrow.to());
    assertEquals("cyber", narrow.text());
    assertEquals("S", narrow.series());
    assertEquals("Piraeus", narrow.city());
    assertEquals(AttendanceMode.REMOTE, narrow.mode());
    InvalidException wrong =
        assertThrows(
            InvalidException.class,
            () ->
                EventJson.narrowed(
                    coming, "tomorrow", "+999999999-01-01T00:00:00Z", "x\0y", null, "BOTH"));
    assertEquals(Set.of("from", "to", "mode"), wrong.fields().keySet());
    assertEquals("xy", EventJson.narrowed(coming, null, null, "x\0y", null, null).series());
    assertEquals(coming, EventJson.narrowed(coming, null, null, "\0", "\n", null));
  }
}
