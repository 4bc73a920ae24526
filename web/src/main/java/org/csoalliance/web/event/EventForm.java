package org.csoalliance.web.event;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.NewEvent;
import org.csoalliance.event.RoomRule;
import org.csoalliance.platform.sharing.Tlp;

/** What an organiser typed about an event, kept until it can be read. Fields are told by name. */
public class EventForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, String> typed = new LinkedHashMap<>();
  private final Map<String, Boolean> ticked = new LinkedHashMap<>();

  /**
   * What was understood.
   *
   * @param wrong a sentence for each field that was not
   * @param told what the organiser should know of what was taken
   */
  record Read(NewEvent event, Map<String, String> wrong, List<String> told) {}

  /** A new event: a day in the room, for members, under the Chatham House Rule. */
  static EventForm fresh() {
    EventForm form = new EventForm();
    form.typed.put("mode", AttendanceMode.IN_PERSON.name());
    form.typed.put("audience", EventAudience.MEMBERS.name());
    form.typed.put("rule", RoomRule.CHATHAM_HOUSE.name());
    form.typed.put("tlp", Tlp.GREEN.name());
    form.typed.put("offerHours", "24");
    form.typed.put("languages", "English");
    form.typed.put("organisers", "CSO Alliance");
    form.ticked.put("waitingList", true);
    return form;
  }

  /** An event to be changed. */
  static EventForm of(NewEvent event) {
    EventForm form = new EventForm();
    Map<String, String> typed = form.typed;
    typed.put("title", event.about().title());
    typed.put("series", event.about().series());
    typed.put("summary", event.about().summary());
    typed.put("text", event.about().text());
    typed.put("before", event.about().before());
    typed.put("organisers", event.about().organisers());
    typed.put("languages", event.about().languages());
    NewEvent.Place place = event.place();
    typed.put("startsAt", WallClock.typed(place.startsAt(), place.zone()));
    typed.put("endsAt", WallClock.typed(place.endsAt(), place.zone()));
    typed.put("zone", place.zone());
    typed.put("city", place.city());
    typed.put("venue", place.venue());
    form.ticked.put("venueHidden", place.venueHidden());
    typed.put("mode", place.mode().name());
    typed.put("remoteLink", place.remoteLink());
    form.seats(event.seats(), place.zone());
    typed.put("audience", event.room().audience().name());
    typed.put("rule", event.room().rule().name());
    typed.put("tlp", event.room().tlp().name());
    return form;
  }

  private void seats(NewEvent.Seats seats, String zone) {
    typed.put("capacity", text(seats.capacity()));
    typed.put("inPerson", text(seats.inPerson()));
    typed.put("remote", text(seats.remote()));
    typed.put("companyCap", text(seats.companyCap()));
    ticked.put("approval", seats.approval());
    ticked.put("waitingList", seats.waitingList());
    typed.put("offerHours", text(seats.offerHours()));
    typed.put("quietFrom", text(seats.quietFrom()));
    typed.put("quietTo", text(seats.quietTo()));
    typed.put("opensAt", WallClock.typed(seats.opensAt(), zone));
    typed.put("closesAt", WallClock.typed(seats.closesAt(), zone));
    typed.put("cancelUntil", WallClock.typed(seats.cancelUntil(), zone));
    typed.put("drawAt", WallClock.typed(seats.drawAt(), zone));
  }

  /** Reads what was typed; never throws. */
  Read read() {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<String> told = new ArrayList<>();
    ZoneId zone = WallClock.zone(typed.get("zone"));
    WallClock clock = new WallClock(zone, wrong, told);
    NewEvent.About about =
        new NewEvent.About(
            typed.get("title"),
            typed.get("series"),
            typed.get("summary"),
            typed.get("text"),
            typed.get("before"),
            typed.get("organisers"),
            typed.get("languages"));
    NewEvent.Place place =
        new NewEvent.Place(
            clock.read("startsAt", typed.get("startsAt")),
            clock.read("endsAt", typed.get("endsAt")),
            typed.get("zone"),
            typed.get("city"),
            typed.get("venue"),
            is("venueHidden"),
            constant(AttendanceMode.class, "mode"),
            typed.get("remoteLink"));
    Integer hours = number("offerHours", wrong);
    NewEvent.Seats seats =
        new NewEvent.Seats(
            number("capacity", wrong),
            number("inPerson", wrong),
            number("remote", wrong),
            number("companyCap", wrong),
            is("approval"),
            is("waitingList"),
            hours == null ? 24 : hours,
            number("quietFrom", wrong),
            number("quietTo", wrong),
            clock.read("opensAt", typed.get("opensAt")),
            clock.read("closesAt", typed.get("closesAt")),
            clock.read("cancelUntil", typed.get("cancelUntil")),
            clock.read("drawAt", typed.get("drawAt")));
    NewEvent.Room room =
        new NewEvent.Room(
            constant(EventAudience.class, "audience"),
            constant(RoomRule.class, "rule"),
            constant(Tlp.class, "tlp"));
    return new Read(new NewEvent(about, place, seats, room), wrong, told);
  }

  private boolean is(String name) {
    return Boolean.TRUE.equals(ticked.get(name));
  }

  private Integer number(String name, Map<String, String> wrong) {
    return number(name, typed.get(name), wrong);
  }

  /** A whole number; null when nothing was typed, or it could not be read. */
  static Integer number(String name, String typed, Map<String, String> wrong) {
    String text = typed == null ? "" : typed.replaceAll("[ ,]", "");
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,7}")) {
      wrong.put(name, "Enter a whole number, or leave it empty.");
      return null;
    }
    return Integer.valueOf(text);
  }

  private <E extends Enum<E>> E constant(Class<E> type, String name) {
    String text = typed.get(name);
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(text)) {
        return one;
      }
    }
    return null;
  }

  private static String text(Integer number) {
    return number == null ? "" : String.format(Locale.ROOT, "%d", number);
  }

  /** What was typed, by the name of the field. */
  public Map<String, String> getTyped() {
    return typed;
  }

  /** What was ticked, by the name of the box. */
  public Map<String, Boolean> getTicked() {
    return ticked;
  }
}
