package org.csoalliance.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;
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

  private RegistrationForm form;
  private Preview preview;
  private String key = UUID.randomUUID().toString();

  /** Opens the form, checks what was filled in, or registers. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      form = pages.form(getSlug());
      if (Posted.is()) {
        act(context);
      }
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
      boolean send = Posted.text("do").equals("register");
      if (send) {
        registered(context);
      } else {
        preview = service.preview(getSlug(), wanted(), colleagues(), isSelf(), isTogether());
      }
    } catch (InvalidException refused) {
      Posted.refused(context, refused);
    } catch (ConflictException refused) {
      Posted.refused(context, refused.getMessage());
    }
  }

  private void registered(FacesContext context) {
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
        null,
        Posted.number("category", true),
        mode(),
        Posted.numbers("session"),
        Posted.text("code"),
        Posted.text("consent").equals("yes"),
        null);
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

  private List<Long> colleagues() {
    return Posted.numbers("colleague");
  }

  /** The part of the address that names the event. */
  public String getSlug() {
    return Asked.parameter("slug");
  }

  /** Null before it is loaded. */
  public RegistrationForm getForm() {
    return form;
  }

  /** What would be registered; null where the form is shown. */
  public Preview getPreview() {
    return preview;
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
