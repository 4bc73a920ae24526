package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.after.AfterService;
import org.csoalliance.event.after.EventSettings;
import org.csoalliance.event.after.NoShowFigures;
import org.csoalliance.event.after.Outcome;
import org.csoalliance.event.question.AnswerListService;

/** After the event: who did not come and what came of it; and what is set for it. */
@Named("deskAfter")
@RequestScoped
public class DeskAfterBean {
  @Inject private AfterService service;
  @Inject private AnswerListService answers;
  @Inject private DeskBean desk;

  private NoShowFigures noShows;
  private Outcome outcome;
  private EventSettings settings;
  private Map<String, Map<String, Integer>> totals = Map.of();

  /** Takes the outcome, then reads it and the figures. */
  public void load() {
    if (!desk.open(EventDuty.ORGANISER)) {
      return;
    }
    String slug = desk.getEvent().slug();
    if (DeskBean.posted()) {
      boolean publish = DeskBean.given("publish") != null;
      desk.act(
          "/after",
          () -> {
            service.write(slug, DeskBean.given("text"), publish, DeskBean.given("sure") != null);
            return DeskWords.fill(publish ? "outcome.published" : "outcome.kept");
          });
    }
    if (open()) {
      noShows = service.noShows(slug);
      outcome = service.outcome(slug);
    }
  }

  /** Takes settings, then reads them. */
  public void loadSettings() {
    if (!desk.open(EventDuty.ORGANISER)) {
      return;
    }
    String slug = desk.getEvent().slug();
    if (DeskBean.posted()) {
      desk.act(
          "/settings",
          () -> {
            service.set(
                slug,
                new EventSettings(
                    DeskBean.given("attendees") != null, (int) DeskBean.number("keepDays")));
            return DeskWords.fill("settings.kept");
          });
    }
    if (open()) {
      settings = service.settings(slug);
    }
  }

  /** Before the page of the kitchen is shown. */
  public void loadCatering() {
    if (desk.open(EventDuty.CATERING, EventDuty.ORGANISER)) {
      totals = answers.totals(desk.getEvent().slug());
    }
  }

  private static boolean open() {
    return !FacesContext.getCurrentInstance().getResponseComplete();
  }

  public NoShowFigures getNoShows() {
    return noShows;
  }

  public Outcome getOutcome() {
    return outcome;
  }

  public EventSettings getSettings() {
    return settings;
  }

  /** How often each answer about food and access was given, by its question. */
  public Map<String, Map<String, Integer>> getTotals() {
    return totals;
  }
}
