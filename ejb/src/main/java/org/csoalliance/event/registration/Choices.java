package org.csoalliance.event.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventQuota;
import org.csoalliance.platform.error.InvalidException;

/** Holds what somebody chose against what the event offers. */
final class Choices {
  private Choices() {}

  /**
   * The choice as it is kept.
   *
   * @param guest whether the person comes without an account
   * @throws InvalidException with a sentence for each thing that cannot be taken
   */
  static Choice check(Room event, Register wanted, Offers offers, boolean guest) {
    Map<String, String> wrong = new LinkedHashMap<>();
    category(wanted.category(), offers, guest, wrong);
    AttendanceMode mode =
        wanted.mode() != null
            ? wanted.mode()
            : event.mode() == AttendanceMode.BOTH ? AttendanceMode.IN_PERSON : event.mode();
    if (!event.mode().offers(mode)) {
      wrong.put("mode", "Choose one of the ways in which this event is held.");
    }
    sessions(wanted.sessions(), offers, wrong);
    if (Boolean.FALSE.equals(wanted.consent())) {
      wrong.put("consent", "Say that you agree to what is kept, or do not register.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new Choice(
        wanted.submissionKey(),
        wanted.category(),
        mode,
        wanted.sessions(),
        guest,
        Boolean.TRUE.equals(wanted.consent()),
        null,
        null);
  }

  private static void category(
      Long wanted, Offers offers, boolean guest, Map<String, String> wrong) {
    if (wanted == null ? offers.categories().isEmpty() : fits(wanted, offers, guest)) {
      return;
    }
    boolean known =
        wanted != null && offers.categories().stream().anyMatch(one -> one.id() == wanted);
    wrong.put(
        "category",
        known
            ? "This category is for members. Choose another one."
            : "Choose one of the categories of this event.");
  }

  private static boolean fits(long wanted, Offers offers, boolean guest) {
    return offers.categories().stream()
        .anyMatch(one -> one.id() == wanted && (!guest || one.guests()));
  }

  private static void sessions(List<Long> wanted, Offers offers, Map<String, String> wrong) {
    List<Offers.Session> chosen = new ArrayList<>();
    for (Long id : wanted) {
      Offers.Session session =
          offers.sessions().stream().filter(one -> one.id() == id).findFirst().orElse(null);
      if (session == null) {
        wrong.put("sessions", "Choose sessions of this event.");
        return;
      }
      for (Offers.Session other : chosen) {
        if (session.id() != other.id() && session.clashes(other)) {
          wrong.put(
              "sessions",
              other.name() + " and " + session.name() + " overlap. Choose one of them.");
          return;
        }
      }
      chosen.add(session);
    }
  }

  /** Whether one more seat is left in each quota for the choice. */
  static List<EventQuota> needed(List<EventQuota> quotas, Choice choice) {
    return Seats.needed(quotas, choice.category(), choice.mode(), choice.sessions());
  }
}
