package org.csoalliance.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.question.GivenAnswer;
import org.csoalliance.event.registration.EventHead;
import org.csoalliance.event.registration.GuestRegistrationService;
import org.csoalliance.event.registration.HandOverService;
import org.csoalliance.event.registration.HandedOver;
import org.csoalliance.event.registration.OwnRegistrationService;
import org.csoalliance.event.registration.Register;
import org.csoalliance.event.registration.RegistrationDetail;
import org.csoalliance.event.registration.RegistrationPageService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** One registration: where it stands in words, and what can be done with it now. */
@Named("eventRegistration")
@RequestScoped
public class RegistrationBean {
  private static final Map<String, String> STEPS =
      Map.of(
          "OFFERED", "A seat was offered",
          "EXPIRED", "The offer ended without an answer",
          "MOVED", "Moved in the line",
          "CHANGED", "Choice changed",
          "TRANSFERRED", "Handed over",
          "DRAWN", "Not drawn",
          "ANSWERED", "Questions answered",
          "REQUESTED", "Asked for approval",
          "WAITLISTED", "On the waiting list");

  @Inject private RegistrationPageService pages;
  @Inject private OwnRegistrationService service;
  @Inject private GuestRegistrationService guests;
  @Inject private HandOverService handOvers;

  private RegistrationDetail detail;
  private HandedOver handedOver;

  /** Does what a button says, then reads the registration. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      if (Posted.is()) {
        act(context);
      }
      if (!context.getResponseComplete()) {
        detail =
            getToken().isEmpty()
                ? pages.detail(getSlug(), id())
                : guests.detail(getSlug(), id(), getToken());
      }
    } catch (NotFoundException none) {
      left(context);
    } catch (RefusedException refused) {
      Answers.forbidden(context);
    }
  }

  /** Whoever handed it over reads so; for everybody else there is none. */
  private void left(FacesContext context) {
    try {
      handedOver = handOvers.handedOver(getSlug(), id(), getToken());
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void act(FacesContext context) {
    try {
      String done = done(Posted.text("do"));
      if (done == null) {
        Answers.badRequest(context);
        return;
      }
      Answers.notice(context, done);
      Answers.redirect(
          context,
          switch (Posted.text("do")) {
            case "erase" -> "/events/" + getSlug();
            default -> getAddress();
          });
    } catch (InvalidException refused) {
      Posted.refused(context, refused);
    } catch (ConflictException refused) {
      Posted.refused(context, refused.getMessage());
    }
  }

  private String done(String act) {
    if (getToken().isEmpty() ? !own(act) : !guest(act)) {
      return null;
    }
    return switch (act) {
      case "accept" -> "The seat is yours. A mail confirms it.";
      case "cancel" -> "Cancelled. What came free goes to the next in the line.";
      case "erase" -> "Forgotten. Nothing here names you any more.";
      case "transfer" -> "Handed over. Your colleague has a mail with the new ticket.";
      default -> "Changed.";
    };
  }

  private boolean own(String act) {
    switch (act) {
      case "accept" -> service.accept(getSlug(), id());
      case "cancel" -> service.cancel(getSlug(), id(), Posted.text("reason"));
      case "change" -> service.change(getSlug(), id(), wanted());
      case "transfer" -> service.transfer(getSlug(), id(), Posted.number(Posted.text("colleague")));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean guest(String act) {
    switch (act) {
      case "accept" -> guests.accept(getSlug(), id(), getToken());
      case "cancel" -> guests.cancel(getSlug(), id(), getToken(), Posted.text("reason"));
      case "change" -> guests.change(getSlug(), id(), getToken(), wanted());
      case "erase" -> guests.erase(getSlug(), id(), getToken());
      case "transfer" ->
          handOvers.handOver(getSlug(), id(), getToken(), Posted.text("name"), Posted.text("mail"));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Register wanted() {
    String mode = Posted.text("mode");
    return new Register(
        null,
        null,
        null,
        null,
        Posted.number("category", true),
        mode.isEmpty() ? null : mode(mode),
        Posted.numbers("session"));
  }

  private static AttendanceMode mode(String typed) {
    for (AttendanceMode mode : AttendanceMode.values()) {
      if (mode.name().equals(typed)) {
        return mode;
      }
    }
    return AttendanceMode.BOTH;
  }

  private long id() {
    Long number = Posted.number(String.valueOf(Asked.parameter("id")));
    return number;
  }

  /** The part of the address that names the event. */
  public String getSlug() {
    return Asked.parameter("slug");
  }

  /** What the link of a guest is signed with; empty: no guest. */
  public String getToken() {
    String token = Asked.parameter("t");
    return token == null ? "" : token;
  }

  /** The address of this page. */
  public String getAddress() {
    return "/events/" + getSlug() + "/registrations/" + id() + suffix();
  }

  /** The address of this page with a panel open. */
  public String panel(String panel) {
    return "/events/"
        + getSlug()
        + "/registrations/"
        + id()
        + (suffix().isEmpty() ? "?" : suffix() + "&")
        + "panel="
        + panel
        + "#"
        + panel;
  }

  /** The page of answers of a form. */
  public String answers(String kind) {
    return "/events/"
        + getSlug()
        + "/registrations/"
        + id()
        + "/answers/"
        + kind.toLowerCase(Locale.ROOT)
        + suffix();
  }

  private String suffix() {
    return getToken().isEmpty() ? "" : "?t=" + getToken();
  }

  /** Null before it is loaded, and when it was handed over. */
  public RegistrationDetail getDetail() {
    return detail;
  }

  /** What is left of it for whoever handed it over, else null. */
  public HandedOver getHandedOver() {
    return handedOver;
  }

  /** The event, null before it is loaded. */
  public EventHead getHead() {
    return detail != null ? detail.head() : handedOver != null ? handedOver.head() : null;
  }

  /** Whether the address opens a panel, such as {@code ?panel=cancel}, or its form was refused. */
  public boolean open(String panel) {
    return panel.equals(Asked.parameter("panel")) || panel.equals(Asked.parameter("do"));
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return Posted.text(field);
  }

  /** Whether an option is chosen: by the form that was sent, else as it stands. */
  public boolean chosen(String field, String value) {
    if (Posted.is()) {
      return Posted.all(field).contains(value);
    }
    return switch (field) {
      case "category" -> detail.category().equals(value);
      case "mode" -> detail.mode().equals(value);
      default -> detail.sessions().contains(value);
    };
  }

  /** The chosen category, way and sessions in words. */
  public String getChoice() {
    List<String> words = new java.util.ArrayList<>();
    detail.options().categories().stream()
        .filter(one -> one.value().equals(detail.category()))
        .forEach(one -> words.add(one.name()));
    words.add(AttendanceMode.valueOf(detail.mode()).words());
    detail.options().sessions().stream()
        .filter(one -> detail.sessions().contains(one.value()))
        .forEach(one -> words.add(one.name()));
    return String.join(", ", words);
  }

  /** An answer in words. */
  public String answer(GivenAnswer one) {
    return AskedQuestion.words(one.type(), one.answer());
  }

  /** The state as its badge says it. */
  public String getState() {
    return detail.registered().offerUntil() != null && detail.may().accept()
        ? "A seat is held for you"
        : detail.drawAt() != null && detail.registered().position() != null
            ? "In the draw"
            : detail.registered().state().words();
  }

  /** How the badge is coloured. */
  public String getBadge() {
    return switch (detail.registered().state()) {
      case ACCEPTED, CONFIRMED, ATTENDED -> "badge ok";
      case WAITLISTED, REQUESTED, VETTING -> "badge warn";
      default -> "badge";
    };
  }

  /** A step of the history in words. */
  public String step(String what) {
    String words = STEPS.get(what);
    if (words != null) {
      return words;
    }
    String lower = what.toLowerCase(Locale.ROOT).replace('_', ' ');
    return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }

  /** When the event is. */
  public String getWhen() {
    return EventWhen.span(getHead().startsAt(), getHead().endsAt(), getHead().zone());
  }

  /** A moment by UTC and by the clock of the venue. */
  public String moment(Instant at) {
    return at == null ? "" : EventWhen.moment(at, getHead().zone());
  }

  /** Whether a field was refused. */
  public boolean wrong(String field) {
    return !FacesContext.getCurrentInstance().getMessageList(field).isEmpty();
  }

  /** The first sentence at a field. */
  public String error(String field) {
    return FacesContext.getCurrentInstance().getMessageList(field).stream()
        .map(jakarta.faces.application.FacesMessage::getSummary)
        .findFirst()
        .orElse("");
  }

  /** Whether anything was refused. */
  public boolean isFailed() {
    return FacesContext.getCurrentInstance().isValidationFailed();
  }
}
