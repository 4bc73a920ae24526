package org.csoalliance.web.event;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventDraftService;
import org.csoalliance.event.EventLint;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventService;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventWarning;
import org.csoalliance.event.NewEvent;
import org.csoalliance.event.RoomRule;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The form of an event: a new one, a copy, or one that is changed and moved on. */
@Named("eventEdit")
@ViewScoped
public class EventEditBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private EventService events;
  @Inject private EventDraftService drafts;
  @Inject private EventListService lists;
  @Inject private EventLint lint;
  @Inject private EventWords words;

  private String slug;
  private String heading;
  private EventStatus status;
  private boolean template;
  private int version;
  private int parts;
  private EventForm form;
  private String reason;
  private transient List<EventWarning> warnings;

  /** A new one. */
  public void begin() {
    form = EventForm.fresh();
  }

  /** A copy of one, at another time. */
  public void openCopy() {
    open();
    if (form != null) {
      form.getTyped().put("startsAt", "");
    }
  }

  /** One that is changed. */
  public void open() {
    open(Asked.parameter("slug"));
  }

  private void open(String wanted) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      EventDetail detail = lists.detail(wanted);
      warnings = lint.warnings(detail);
      slug = detail.summary().slug();
      heading = detail.summary().title();
      status = detail.summary().status();
      template = detail.programme().template();
      version = detail.version();
      parts = detail.programme().sessions().size();
      form = EventForm.of(NewEvent.of(detail));
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** Keeps a new draft and goes on to its editor. */
  public void create() {
    FacesContext context = FacesContext.getCurrentInstance();
    EventForm.Read read = form.read();
    if (refused(context, read)) {
      return;
    }
    try {
      done(context, events.create(read.event(), EventStatus.DRAFT), "edit.created", read);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  /** Keeps a copy as a new draft and goes on to its editor. */
  public void copy() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      String made =
          drafts.copy(
              slug, form.getTyped().get("title"), WallClock.local(form.getTyped().get("startsAt")));
      Answers.notice(context, EventWords.text("edit.copied"));
      Answers.redirect(context, "/organiser/" + made + "/edit");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  /** Keeps what was changed. */
  public void save() {
    FacesContext context = FacesContext.getCurrentInstance();
    EventForm.Read read = form.read();
    if (refused(context, read)) {
      return;
    }
    try {
      boolean along = Boolean.TRUE.equals(form.getTicked().get("along"));
      int moved = events.change(slug, read.event(), version, along);
      done(context, slug, moved == 0 ? "edit.saved" : "edit.saved.along", read);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException changed) {
      say(context, "title", changed.getMessage());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  private static boolean refused(FacesContext context, EventForm.Read read) {
    if (!read.wrong().isEmpty()) {
      Answers.invalid(context, new InvalidException(read.wrong()));
    }
    return !read.wrong().isEmpty();
  }

  private void done(FacesContext context, String made, String key, EventForm.Read read) {
    Answers.notice(
        context,
        String.join(
            " ", Stream.concat(Stream.of(EventWords.text(key)), read.told().stream()).toList()));
    Answers.redirect(context, "/organiser/" + made + "/edit");
  }

  /** Moves the event on. */
  public void moveTo(String to) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      events.moveTo(slug, EventStatus.valueOf(to), reason);
      Answers.notice(context, words.fill("edit.moved." + to));
      Answers.redirect(context, "/organiser/" + slug + "/edit");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException changed) {
      say(context, "reason", changed.getMessage());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  /** Keeps a draft as one to copy from, or makes it a draft again. */
  public void toggleTemplate() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      drafts.template(slug, !template);
      Answers.redirect(context, "/organiser/" + slug + "/edit");
    } catch (ConflictException changed) {
      say(context, "reason", changed.getMessage());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  private static void say(FacesContext context, String field, String sentence) {
    context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  /** What will go wrong; after a failed post as it was read before. */
  public List<EventWarning> getWarnings() {
    if (warnings == null && slug != null) {
      try {
        warnings = lint.warnings(slug);
      } catch (NotFoundException gone) {
        warnings = List.of();
      }
    }
    return warnings == null ? List.of() : warnings;
  }

  /** Whether there is an agenda, which may move along. */
  public boolean isAgenda() {
    return parts > 0;
  }

  /** The part of the event's address. */
  public String getSlug() {
    return slug;
  }

  /** The title of the event as it is kept. */
  public String getHeading() {
    return heading;
  }

  /** Where it stands. */
  public EventStatus getStatus() {
    return status;
  }

  /** Whether it is a draft to copy from. */
  public boolean isTemplate() {
    return template;
  }

  /** Where it can be moved to. */
  public List<EventStatus> getMoves() {
    if (status == null || status == EventStatus.CANCELLED || template) {
      return List.of();
    }
    return Stream.of(EventStatus.OPEN, EventStatus.WAITLIST, EventStatus.CLOSED, EventStatus.HELD)
        .filter(to -> to != status)
        .filter(to -> status != EventStatus.DRAFT || to == EventStatus.OPEN)
        .toList();
  }

  /** What was typed. */
  public EventForm getForm() {
    return form;
  }

  /** Names of time zones, for the list below the field. */
  public List<String> getZones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.matches("[A-Z][a-z]+/.*") && !zone.startsWith("Etc/"))
        .sorted()
        .toList();
  }

  /** How it is held. */
  public List<SelectItem> getModes() {
    return Arrays.stream(AttendanceMode.values())
        .map(mode -> new SelectItem(mode.name(), mode.words()))
        .toList();
  }

  /** Whom it is for. */
  public List<SelectItem> getAudiences() {
    return Arrays.stream(EventAudience.values())
        .map(one -> new SelectItem(one.name(), EventWords.text("view.audience." + one)))
        .toList();
  }

  /** What may be told outside. */
  public List<SelectItem> getRules() {
    return Arrays.stream(RoomRule.values())
        .map(one -> new SelectItem(one.name(), EventWords.text("view.rule." + one)))
        .toList();
  }

  /** Labels of what is said. */
  public List<SelectItem> getTlps() {
    return Stream.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT)
        .map(tlp -> new SelectItem(tlp.name(), tlp.label()))
        .toList();
  }

  /** Hours of the day, and none. */
  public List<SelectItem> getHours() {
    return Stream.concat(
            Stream.of(new SelectItem("", EventWords.text("edit.quiet.none"))),
            IntStream.range(0, 24)
                .mapToObj(
                    hour ->
                        new SelectItem(
                            String.valueOf(hour), (hour < 10 ? "0" : "") + hour + ":00")))
        .toList();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
