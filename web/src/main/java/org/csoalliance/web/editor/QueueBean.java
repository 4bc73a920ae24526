package org.csoalliance.web.editor;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentPage;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.incident.IncidentWords;
import org.csoalliance.web.incident.JudgeBean;
import org.csoalliance.web.incident.ReportPage;
import org.csoalliance.web.shared.Answers;

/** The editors' queue: a view to choose, its reports, and the one that is being judged. */
@Named("queue")
@ViewScoped
public class QueueBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String KEY = QueueBean.class.getName();
  private static final int ROWS = 50;
  private static final long GOAL_HOURS = 3;

  /** The views of the queue, in the order of their tabs. */
  public enum View {
    CHECK,
    DISPUTED,
    DONE;

    /** The view's name in the address. */
    public String getName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Inject private IncidentListService incidents;
  @Inject private ReportPage page;
  @Inject private CallerContext caller;
  @Inject private JudgeBean judge;

  private View view = View.CHECK;
  private String selected;

  /** Editors alone; the first report of the view is selected unless the address names one. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    if (selected == null && !getRows().isEmpty() && view != View.DONE) {
      selected = getRows().get(0).reference();
    }
    IncidentDetail detail = getDetail();
    if (detail != null && detail.mayJudge()) {
      judge.take(detail, "/editor/queue?view=" + view.getName());
    }
  }

  private IncidentPage pageOf(View wanted) {
    // read once a request: the view outlives it, and others judge meanwhile
    return (IncidentPage)
        FacesContext.getCurrentInstance()
            .getAttributes()
            .computeIfAbsent(wanted, view -> fetch((View) view));
  }

  private IncidentPage fetch(View wanted) {
    return switch (wanted) {
      case CHECK ->
          incidents.page(
              filter(Set.of(IncidentStatus.REPORTED), IncidentFilter.Sort.GRAVEST),
              ROWS,
              null,
              true);
      case DISPUTED ->
          incidents.page(
              filter(Set.of(IncidentStatus.DISPUTED), IncidentFilter.Sort.GRAVEST),
              ROWS,
              null,
              true);
      case DONE -> doneToday();
    };
  }

  private IncidentPage doneToday() {
    Instant today = page.now().truncatedTo(ChronoUnit.DAYS);
    Set<IncidentStatus> judged =
        Set.of(IncidentStatus.CONFIRMED, IncidentStatus.DISPUTED, IncidentStatus.WITHDRAWN);
    List<IncidentSummary> done =
        incidents
            .page(filter(judged, IncidentFilter.Sort.UPDATED), ROWS, null, false)
            .items()
            .stream()
            .filter(row -> !row.updatedAt().isBefore(today))
            .toList();
    return new IncidentPage(done, null, null, done.size());
  }

  /** Reports of the alliance alone: imports are judged by their source. */
  private static IncidentFilter filter(Set<IncidentStatus> statuses, IncidentFilter.Sort sort) {
    return new IncidentFilter(
        Set.of(),
        statuses,
        Set.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Set.of(),
        Set.of(IncidentSource.MEMBER),
        sort);
  }

  /** The views, for the tabs. */
  public View[] getViews() {
    return View.values();
  }

  /** How many reports stand in a view. */
  public long count(View of) {
    return pageOf(of).total();
  }

  /** The reports of the view, gravest first; of those done, the latest first. */
  public List<IncidentSummary> getRows() {
    return pageOf(view).items();
  }

  /** How long a report waits: "2 h 39 min". */
  public String waits(IncidentSummary row) {
    return IncidentWords.waited(row.updatedAt(), page.now());
  }

  /** Whether a report waits longer than the goal of three hours. */
  public boolean late(IncidentSummary row) {
    return view != View.DONE
        && row.updatedAt().isBefore(page.now().minus(GOAL_HOURS, ChronoUnit.HOURS));
  }

  /** What waits, in one sentence below the title. */
  public String getSummary() {
    long waiting = count(View.CHECK);
    if (waiting == 0) {
      return "No report waits.";
    }
    long late =
        pageOf(View.CHECK).items().stream()
            .filter(row -> row.updatedAt().isBefore(page.now().minus(GOAL_HOURS, ChronoUnit.HOURS)))
            .count();
    return (waiting == 1 ? "1 report waits. " : waiting + " reports wait, gravest first. ")
        + (late == 0
            ? "None is past the three-hour goal."
            : late + (late == 1 ? " is" : " are") + " past the three-hour goal.");
  }

  /** The selected report in full; null when none is selected, or it is gone. */
  public IncidentDetail getDetail() {
    Map<Object, Object> request = FacesContext.getCurrentInstance().getAttributes();
    if (selected != null && !request.containsKey(KEY)) {
      try {
        IncidentDetail detail = incidents.detail(selected);
        request.put(KEY, detail);
        judge.refresh(detail);
      } catch (NotFoundException gone) {
        selected = null;
      }
    }
    return (IncidentDetail) request.get(KEY);
  }

  /** The view's name in the address; anything else is the first view. */
  public String getView() {
    return view.getName();
  }

  public void setView(String name) {
    for (View each : View.values()) {
      if (each.getName().equals(name)) {
        view = each;
      }
    }
  }

  /** The reference of the selected report. */
  public String getSelected() {
    return selected;
  }

  public void setSelected(String selected) {
    this.selected = selected;
  }
}
