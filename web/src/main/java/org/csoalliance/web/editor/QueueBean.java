package org.csoalliance.web.editor;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.EditorQueue;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentQueueService;
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
  private static final String QUEUE = QueueBean.class.getName() + ".queue";
  private static final String DETAIL = QueueBean.class.getName() + ".detail";

  /** The views of the queue, in the order of their tabs. */
  public enum View {
    CHECK(EditorQueue.View.TO_CHECK),
    DISPUTED(EditorQueue.View.DISPUTED),
    DONE(EditorQueue.View.DONE_TODAY);

    private final EditorQueue.View asked;

    View(EditorQueue.View asked) {
      this.asked = asked;
    }

    /** The view's name in the address. */
    public String getName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Inject private IncidentQueueService reports;
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
      selected = getRows().get(0).summary().reference();
    }
    IncidentDetail detail = getDetail();
    if (detail != null && detail.mayJudge()) {
      judge.take(detail, "/editor/queue?view=" + view.getName() + next());
    }
  }

  /** The report below the selected one, to go on with; none below the last: the first. */
  private String next() {
    List<String> references = getRows().stream().map(entry -> entry.summary().reference()).toList();
    int at = references.indexOf(selected);
    return view == View.DONE || at < 0 || at + 1 >= references.size()
        ? ""
        : "&report=" + references.get(at + 1);
  }

  private EditorQueue queue() {
    // read once a request: the view outlives it, and others judge meanwhile
    return (EditorQueue)
        FacesContext.getCurrentInstance()
            .getAttributes()
            .computeIfAbsent(QUEUE, key -> reports.queue(view.asked));
  }

  /** The views, for the tabs. */
  public View[] getViews() {
    return View.values();
  }

  /** The reports whose wider label waits for a second editor. */
  public List<String> getLabels() {
    return queue().labels();
  }

  /** How many reports stand in a view. */
  public long count(View of) {
    return switch (of) {
      case CHECK -> queue().toCheck();
      case DISPUTED -> queue().disputed();
      case DONE -> queue().doneToday();
    };
  }

  /** The reports of the view: the gravest, then the longest waiting; done today: the latest. */
  public List<EditorQueue.Entry> getRows() {
    return queue().items();
  }

  /** How long a report waits: "2 h 39 min". */
  public String waits(EditorQueue.Entry row) {
    return IncidentWords.waited(row.since(), page.now());
  }

  /** Whether a report waits longer than the goal; what is judged waits for nobody. */
  public boolean late(EditorQueue.Entry row) {
    return view == View.CHECK && row.since().isBefore(page.now().minus(IncidentQueueService.GOAL));
  }

  /** Who sent the report: the company, else the person, else the source of an import. */
  public String source(EditorQueue.Entry row) {
    if (row.companyName() != null) {
      return row.companyName();
    }
    return row.reporterName() == null ? row.summary().source().label() : row.reporterName();
  }

  /** What waits, in one sentence below the title. */
  public String getSummary() {
    long waiting = queue().toCheck();
    if (waiting == 0) {
      return "No report waits.";
    }
    long late = queue().overdue();
    return (waiting == 1 ? "1 report waits. " : waiting + " reports wait, gravest first. ")
        + (late == 0
            ? "None is past the three-hour goal."
            : late + (late == 1 ? " is" : " are") + " past the three-hour goal.");
  }

  /** The selected report in full; null when none is selected, or it is gone. */
  public IncidentDetail getDetail() {
    Map<Object, Object> request = FacesContext.getCurrentInstance().getAttributes();
    if (selected != null && !request.containsKey(DETAIL)) {
      try {
        IncidentDetail detail = incidents.detail(selected);
        request.put(DETAIL, detail);
        judge.refresh(detail);
      } catch (NotFoundException gone) {
        selected = null;
      }
    }
    return (IncidentDetail) request.get(DETAIL);
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
