package org.csoalliance.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.question.Question;
import org.csoalliance.event.question.QuestionType;
import org.csoalliance.event.registration.GuestForm;
import org.csoalliance.event.registration.GuestRegistrationService;
import org.csoalliance.event.registration.HoldService;
import org.csoalliance.event.registration.Option;
import org.csoalliance.event.registration.Preview;
import org.csoalliance.event.registration.Register;
import org.csoalliance.event.registration.Registered;
import org.csoalliance.event.registration.RegistrationForm;
import org.csoalliance.event.registration.RegistrationPageService;
import org.csoalliance.event.registration.RegistrationService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/**
 * The form by which people register, and the check before it is sent. Both are plain forms; the
 * service holds everything that comes back against the event.
 */
@Named("eventRegister")
@RequestScoped
public class RegisterBean {
  @Inject private RegistrationPageService pages;
  @Inject private RegistrationService service;
  @Inject private GuestRegistrationService guests;
  @Inject private HoldService holds;

  private RegistrationForm form;
  private GuestForm guest;
  private String mailedTo;
  private List<AskedQuestion> questions = List.of();
  private Preview preview;
  private Instant heldUntil;
  private String key = UUID.randomUUID().toString();

  /** Opens the form, checks what was filled in, or registers. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      if (getToken().isEmpty()) {
        form = pages.form(getSlug());
      } else {
        guest = guests.form(getSlug(), getToken());
        form = guest.form();
      }
      if (Posted.is()) {
        act(context);
      }
      if (form.holdMinutes() != null && !context.getResponseComplete()) {
        heldUntil = preview == null ? holds.open(getSlug(), getToken()) : preview.heldUntil();
      }
      questions = AskedQuestion.of(asked(), Map.of(), categories());
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (RefusedException refused) {
      Answers.forbidden(context);
    }
  }

  private void act(FacesContext context) {
    key = Optional.ofNullable(Posted.key()).map(UUID::toString).orElse(key);
    if (Posted.text("do").equals("change")) {
      return;
    }
    try {
      switch (Posted.text("do")) {
        case "ask" -> {
          guests.ask(getSlug(), Posted.text("name"), Posted.text("mail"));
          mailedTo = Posted.text("mail");
        }
        case "register" -> registered(context);
        case "release" -> {
          holds.release(getSlug(), getToken());
          Answers.notice(context, "The seat is free again.");
          Answers.redirect(context, "/events/" + getSlug());
        }
        default ->
            preview =
                guest == null
                    ? service.preview(getSlug(), wanted(), colleagues(), isSelf(), isTogether())
                    : guests.preview(getSlug(), getToken(), wanted());
      }
    } catch (InvalidException refused) {
      Posted.refused(context, refused);
    } catch (ConflictException refused) {
      Posted.refused(context, refused.getMessage());
    }
  }

  private void registered(FacesContext context) {
    if (guest != null) {
      Answers.redirect(
          context,
          "/events/"
              + getSlug()
              + "/registrations/"
              + guests.register(getSlug(), getToken(), wanted()));
      return;
    }
    List<Registered> made =
        service.registerAll(getSlug(), wanted(), colleagues(), isSelf(), isTogether());
    Answers.redirect(
        context,
        made.size() == 1
            ? "/events/" + getSlug() + "/registrations/" + made.get(0).id()
            : "/me/events");
  }

  private Register wanted() {
    return new Register(
        Posted.key(),
        null,
        null,
        Posted.text("company"),
        Posted.number("category", true),
        mode(),
        Posted.numbers("session"),
        Posted.text("code"),
        Posted.text("consent").equals("yes"),
        AskedQuestion.posted(asked()));
  }

  /** The way to take part; a name that is none is refused as one that the event does not offer. */
  private static AttendanceMode mode() {
    String typed = Posted.text("mode");
    if (typed.isEmpty()) {
      return null;
    }
    for (AttendanceMode mode : AttendanceMode.values()) {
      if (mode.name().equals(typed)) {
        return mode;
      }
    }
    return AttendanceMode.BOTH;
  }

  /** What is asked here; a file is asked for once there is a registration. */
  private List<Question> asked() {
    return form.questions().questions().stream()
        .filter(one -> one.type() != QuestionType.FILE)
        .toList();
  }

  private Map<String, String> categories() {
    return form.categories().stream().collect(Collectors.toMap(Option::value, Option::name));
  }

  private List<Long> colleagues() {
    return Posted.numbers("colleague");
  }

  /** The part of the address that names the event. */
  public String getSlug() {
    return Asked.parameter("slug");
  }

  /** What the link in a guest's mail is signed with; empty: no guest. */
  public String getToken() {
    String token = Asked.parameter("t");
    return token == null ? "" : token;
  }

  /** The guest whose link was opened; null: none. */
  public GuestForm getGuest() {
    return guest;
  }

  /** Where a link was mailed to; null: none was. */
  public String getMailedTo() {
    return mailedTo;
  }

  /** What is asked, with what was answered. */
  public List<AskedQuestion> getQuestions() {
    return questions;
  }

  /** Null before it is loaded. */
  public RegistrationForm getForm() {
    return form;
  }

  /** What would be registered; null where the form is shown. */
  public Preview getPreview() {
    return preview;
  }

  /** Until when a seat is held for the open form; null: none is. */
  public Instant getHeldUntil() {
    return heldUntil;
  }

  /** Whether the person comes too. A form that was not sent yet says yes. */
  public boolean isSelf() {
    return !Posted.is() ? form != null && form.mine() == null : Posted.text("self").equals("yes");
  }

  /** Whether a group has seats all at once or waits. */
  public boolean isTogether() {
    return Posted.text("together").equals("all");
  }

  /** Whether something was chosen before. */
  public boolean chosen(String field, Object value) {
    return Posted.all(field).contains(String.valueOf(value));
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return Posted.text(field);
  }

  /** Everything that was sent under the name, to be sent again. */
  public List<String> all(String field) {
    return Posted.all(field);
  }

  /** The key of this form. */
  public String getKey() {
    return key;
  }

  /** When the event is. */
  public String getWhen() {
    return form == null
        ? ""
        : EventWhen.span(form.head().startsAt(), form.head().endsAt(), form.head().zone());
  }

  /** A session's time, or that of the end of registration. */
  public String moment(java.time.Instant at) {
    return at == null ? "" : EventWhen.moment(at, form.head().zone());
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
