package org.csoalliance.web.event;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.EventAgendaService;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventLint;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventSession;
import org.csoalliance.event.EventSummary;
import org.csoalliance.event.EventWarning;
import org.csoalliance.event.NewSession;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The agenda of an event as its organiser writes it: the parts, and the form of one. */
@Named("agendaEdit")
@ViewScoped
public class EventAgendaBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private EventListService lists;
  @Inject private EventAgendaService agenda;
  @Inject private EventLint lint;

  private String slug;
  private Long id;
  private final Map<String, String> typed = new LinkedHashMap<>();
  private final Map<String, Boolean> ticked = new LinkedHashMap<>();
  private transient EventDetail detail;
  private transient List<EventWarning> warnings;

  /** The parts, and with {@code part} in the address the one that is changed. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    slug = Asked.parameter("slug");
    try {
      warnings = lint.warnings(detail());
    } catch (NotFoundException none) {
      Answers.notFound(context);
      return;
    }
    String part = Asked.parameter("part");
    EventSession session =
        part == null
            ? null
            : detail().programme().sessions().stream()
                .filter(one -> String.valueOf(one.id()).equals(part))
                .findFirst()
                .orElse(null);
    if (session != null) {
      fill(session);
    } else {
      fresh();
    }
  }

  private EventDetail detail() {
    if (detail == null) {
      detail = lists.detail(slug);
    }
    return detail;
  }

  private void fresh() {
    EventSummary event = detail().summary();
    List<EventSession> sessions = detail().programme().sessions();
    typed.put(
        "startsAt",
        WallClock.typed(
            sessions.isEmpty() ? event.startsAt() : sessions.get(sessions.size() - 1).endsAt(),
            event.zone()));
    typed.put("tlp", event.tlp().name());
  }

  private void fill(EventSession session) {
    String zone = detail().summary().zone();
    id = session.id();
    typed.put("title", session.title());
    typed.put("track", session.track());
    typed.put("room", session.room());
    typed.put("speaker", session.speaker());
    typed.put("text", session.text());
    typed.put("startsAt", WallClock.typed(session.startsAt(), zone));
    typed.put("endsAt", WallClock.typed(session.endsAt(), zone));
    typed.put("tlp", session.tlp().name());
    typed.put("topics", session.topics().replace(" ", ", "));
    typed.put("seats", session.capacity() == null ? "" : session.capacity().toString());
    ticked.put("pause", session.pause());
    ticked.put("chosen", session.chosen());
  }

  /** Adds the part, or changes it. */
  public void save() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> wrong = new LinkedHashMap<>();
    List<String> told = new ArrayList<>();
    WallClock clock = new WallClock(WallClock.zone(getEvent().zone()), wrong, told);
    NewSession session =
        new NewSession(
            typed.get("title"),
            typed.get("track"),
            typed.get("room"),
            typed.get("speaker"),
            typed.get("text"),
            clock.read("startsAt", typed.get("startsAt")),
            clock.read("endsAt", typed.get("endsAt")),
            Tlp.parse(typed.get("tlp")).orElse(null),
            Boolean.TRUE.equals(ticked.get("pause")),
            Boolean.TRUE.equals(ticked.get("chosen")),
            typed.get("topics"),
            EventForm.number("seats", typed.get("seats"), wrong));
    if (!wrong.isEmpty()) {
      Answers.invalid(context, new InvalidException(wrong));
      return;
    }
    try {
      if (id == null) {
        agenda.add(slug, session);
      } else {
        agenda.change(slug, id, session);
      }
      told.add(0, EventWords.text(id == null ? "agenda.added" : "agenda.changed"));
      done(context, String.join(" ", told));
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  /** Takes the part out. */
  public void remove() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      agenda.remove(slug, id);
      done(context, EventWords.text("agenda.removed"));
    } catch (ConflictException chosen) {
      context.addMessage(
          "title",
          new FacesMessage(FacesMessage.SEVERITY_ERROR, chosen.getMessage(), chosen.getMessage()));
      context.validationFailed();
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  private void done(FacesContext context, String notice) {
    Answers.notice(context, notice);
    Answers.redirect(context, "/organiser/" + slug + "/agenda");
  }

  /** What of the agenda will go wrong. */
  public List<EventWarning> getWarnings() {
    if (warnings == null) {
      warnings = lint.warnings(slug);
    }
    return warnings.stream().filter(one -> one.part().equals("agenda")).toList();
  }

  /** The event. */
  public EventSummary getEvent() {
    return detail().summary();
  }

  /** The parts in the order of time. */
  public List<EventSession> getSessions() {
    return detail().programme().sessions();
  }

  /** Whether one is changed. */
  public boolean isChanging() {
    return id != null;
  }

  /** The part of the event's address. */
  public String getSlug() {
    return slug;
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
