package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.Price;
import org.csoalliance.event.question.AnswerDesk;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.platform.security.Reader;

/**
 * Puts together what the form and the page of a registration show, for members and guests alike.
 */
@Dependent
public class RegistrationPages {
  private SeatRepository seats;
  private OfferRepository offers;
  private RoomRepository rooms;
  private RegistrationPageRepository pages;
  private RegistrationEngine engine;
  private AnswerDesk answers;
  private Clock clock;

  /** For CDI. */
  protected RegistrationPages() {}

  /** Reads through the given repositories. */
  @Inject
  public RegistrationPages(
      SeatRepository seats,
      OfferRepository offers,
      RoomRepository rooms,
      RegistrationPageRepository pages,
      RegistrationEngine engine,
      AnswerDesk answers,
      Clock clock) {
    this.seats = seats;
    this.offers = offers;
    this.rooms = rooms;
    this.pages = pages;
    this.engine = engine;
    this.answers = answers;
    this.clock = clock;
  }

  /** The form for a reader, or for a guest. */
  RegistrationForm form(Room event, Reader reader, Registered mine, boolean guest) {
    List<EventQuota> quotas = seats.quotas(event.id());
    RegistrationDetail.Options options = options(event, quotas, guest);
    Integer left =
        quotas.stream().filter(RegistrationPages::whole).findFirst().orElseThrow().left();
    boolean member = reader.signedIn() && EventAudience.insider(reader);
    return new RegistrationForm(
        EventHead.of(event),
        left,
        pages.waiting(event.id()),
        event.open(clock.instant()),
        event.status() == EventStatus.OPEN && (left == null || left > 0),
        event.approval(),
        event.rules().byCode(),
        event.closes(),
        event.rules().drawPending() ? event.rules().drawAt() : null,
        event.rules().drawPending() && event.rules().drawSeed() != null
            ? Draw.commitment(event.rules().drawSeed())
            : null,
        event.companyCap(),
        event.offerHours(),
        options.categories(),
        options.modes(),
        options.sessions(),
        member ? rooms.colleagues(reader.companyId(), reader.accountId()) : List.of(),
        mine,
        member,
        event.audience() != EventAudience.MEMBERS,
        event.audience() == EventAudience.MEMBERS_AND_GUESTS,
        event.rules().formMinutes(),
        answers.form(event.id(), FormKind.REGISTRATION));
  }

  /** The page of a registration. */
  RegistrationDetail detail(Room event, Row row, boolean own, boolean desk) {
    Instant now = clock.instant();
    boolean inTime = desk || now.isBefore(event.lastChange());
    boolean counts =
        row.state().counts()
            && row.state() != RegistrationState.ATTENDED
            && row.state() != RegistrationState.NO_SHOW;
    List<Colleague> colleagues =
        counts && inTime && row.companyId() != null && row.accountId() != null
            ? rooms.colleagues(row.companyId(), row.accountId())
            : List.of();
    return new RegistrationDetail(
        EventHead.of(event),
        engine.answer(row),
        row.guest(),
        row.category() == null ? "" : "" + row.category(),
        new Price(row.price(), row.currency()),
        row.mode().name(),
        row.sessions().stream().map(String::valueOf).toList(),
        options(event, seats.quotas(event.id()), row.guest()),
        pages.waiting(event.id()),
        event.rules().drawPending() ? event.rules().drawAt() : null,
        event.lastChange(),
        new RegistrationDetail.May(
            row.offered(),
            counts && (inTime || !row.state().seat()),
            counts && inTime,
            counts && inTime && (guest(row, own, desk) || !colleagues.isEmpty())),
        own,
        pages.by(row.id()),
        colleagues,
        answers.answers(event.id(), row.id()),
        missing(event, row),
        pages.history(row.id()));
  }

  /** A guest hands over by name and address, where members choose among colleagues. */
  private static boolean guest(Row row, boolean own, boolean desk) {
    return own && !desk && row.accountId() == null;
  }

  /** Forms with something to answer still: the second one once there is a seat. */
  private List<FormKind> missing(Room event, Row row) {
    if (!row.state().counts() || !clock.instant().isBefore(event.startsAt())) {
      return List.of();
    }
    return Arrays.stream(FormKind.values())
        .filter(kind -> kind == FormKind.REGISTRATION || row.state().seat())
        .filter(kind -> !answers.missing(event.id(), kind, row.id(), row.category()).isEmpty())
        .toList();
  }

  private RegistrationDetail.Options options(Room event, List<EventQuota> quotas, boolean guest) {
    Offers offered = offers.of(event.id(), quotas);
    return new RegistrationDetail.Options(
        offered.categories().stream()
            .filter(one -> !guest || one.guests())
            .map(
                one ->
                    new Option(
                        "" + one.id(),
                        one.name(),
                        "",
                        new Price(one.price(), one.currency()),
                        left(quotas, one.id()),
                        !one.guests(),
                        null,
                        null))
            .toList(),
        modes(event, quotas),
        offered.sessions().stream()
            .map(
                one ->
                    new Option(
                        "" + one.id(),
                        one.name(),
                        detail(one),
                        null,
                        left(quotas, one.id()),
                        false,
                        one.startsAt(),
                        one.endsAt()))
            .toList());
  }

  /** The ways to choose between; none where there is one only. */
  private static List<Option> modes(Room event, List<EventQuota> quotas) {
    if (event.mode() != AttendanceMode.BOTH) {
      return List.of();
    }
    return Arrays.stream(AttendanceMode.values())
        .filter(mode -> mode != AttendanceMode.BOTH)
        .map(
            mode ->
                new Option(
                    mode.name(),
                    mode.words(),
                    "",
                    null,
                    quotas.stream()
                        .filter(
                            q -> q.kind() == EventQuota.Kind.MODE && q.name().equals(mode.name()))
                        .findFirst()
                        .map(EventQuota::left)
                        .orElse(null),
                    false,
                    null,
                    null))
        .toList();
  }

  private static String detail(Offers.Session session) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of(session.speaker(), session.room(), session.track())) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(", ", parts);
  }

  private static Integer left(List<EventQuota> quotas, long id) {
    return quotas.stream()
        .filter(quota -> quota.id() == id)
        .findFirst()
        .map(EventQuota::left)
        .orElse(null);
  }

  private static boolean whole(EventQuota quota) {
    return quota.kind() == EventQuota.Kind.EVENT;
  }
}
