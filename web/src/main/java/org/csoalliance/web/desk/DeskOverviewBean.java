package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.EventLint;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventWarning;
import org.csoalliance.event.desk.DeskGroup;
import org.csoalliance.event.desk.DeskNumbers;
import org.csoalliance.event.desk.DeskService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Plural;

/** The overview of an event's desk: what needs somebody, numbers that lead somewhere, what next. */
@Named("deskOverview")
@RequestScoped
public class DeskOverviewBean {
  @Inject private DeskService service;
  @Inject private EventLint lint;
  @Inject private DeskBean desk;

  private DeskNumbers numbers;
  private List<EventWarning> warnings = List.of();

  /** A quota as a bar; percent is null where nothing limits it. */
  public record Bar(String name, String words, Integer percent, boolean full) {}

  /** Something that needs the organiser. */
  public record Need(String words, String after, String address) {}

  /** Before the page is shown. */
  public void load() {
    if (!desk.open(EventDuty.values())) {
      return;
    }
    if (!desk.isReading()) {
      return;
    }
    try {
      numbers = service.numbers(desk.getEvent().slug());
      warnings = desk.is("ORGANISER") ? lint.warnings(desk.getEvent().slug()) : List.of();
    } catch (NotFoundException gone) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  /** The numbers; null for whoever may not read them. */
  public DeskNumbers getNumbers() {
    return numbers;
  }

  /** The tiles, in their order. */
  public List<DeskGroup> getTiles() {
    return List.of(
        DeskGroup.ACCEPTED,
        DeskGroup.WAITING,
        DeskGroup.DECIDE,
        DeskGroup.OFFERED,
        DeskGroup.CANCELLED,
        DeskGroup.CAME);
  }

  /** What stands below the number of a tile. */
  public String tile(DeskGroup group) {
    if (group == DeskGroup.ACCEPTED) {
      EventQuota seats =
          numbers.quotas().stream()
              .filter(quota -> quota.kind() == EventQuota.Kind.EVENT)
              .findFirst()
              .orElse(null);
      return seats == null || seats.capacity() == null
          ? DeskWords.fill("tile.accepted")
          : DeskWords.fill("tile.accepted.of", seats.capacity());
    }
    return DeskWords.fill("tile." + group.key());
  }

  /** What waits for the organiser. */
  public List<Need> getNeeds() {
    List<Need> needs = new ArrayList<>();
    int decide = numbers.count(DeskGroup.DECIDE);
    if (decide > 0) {
      needs.add(
          new Need(
              Plural.of(decide, "registration waits", "registrations wait") + " for a decision",
              ", the oldest since " + new DeskWords().minute(numbers.oldestRequest()) + " UTC",
              desk.at("/registrations?group=decide")));
    }
    for (EventWarning warning : warnings) {
      needs.add(
          new Need(
              warning.words(),
              "",
              desk.at("/" + warning.part())
                  + (warning.field().isEmpty() ? "" : "#" + warning.field())));
    }
    return needs;
  }

  /** The heading above what needs somebody. */
  public String getNeedsTitle() {
    int count = getNeeds().size();
    return count == 1 ? DeskWords.fill("need.one") : DeskWords.fill("need.many", count);
  }

  /** Everything that can be full. */
  public List<Bar> getBars() {
    return numbers.quotas().stream().map(DeskOverviewBean::bar).toList();
  }

  private static Bar bar(EventQuota quota) {
    String name =
        switch (quota.kind()) {
          case EVENT -> DeskWords.fill("quota.event");
          case MODE -> DeskWords.fill("quota." + quota.name());
          default -> quota.name();
        };
    Integer capacity = quota.capacity();
    if (capacity == null) {
      return new Bar(name, DeskWords.fill("quota.open", quota.taken()), null, false);
    }
    int percent = capacity == 0 ? 100 : Math.min(100, quota.taken() * 100 / capacity);
    return new Bar(
        name, DeskWords.fill("quota.of", quota.taken(), capacity), percent, !quota.hasRoom());
  }

  /** Registrations by day as a picture; the table beside it holds the same numbers. */
  public DayChart getChart() {
    return new DayChart(numbers.days());
  }

  /** What comes next, each with its address. */
  public List<Need> getSteps() {
    List<Need> steps = new ArrayList<>();
    if (!desk.isOver()) {
      steps.add(new Need(DeskWords.fill("next.reminders"), "", desk.at("/reminders")));
      steps.add(new Need(DeskWords.fill("next.team"), "", desk.at("/team")));
      steps.add(new Need(DeskWords.fill("next.evaluation"), "", desk.at("/evaluation")));
    } else {
      steps.add(new Need(DeskWords.fill("next.results"), "", desk.at("/evaluation")));
      steps.add(new Need(DeskWords.fill("next.outcome"), "", desk.at("/after")));
    }
    return steps;
  }
}
