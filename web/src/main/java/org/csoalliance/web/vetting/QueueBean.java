package org.csoalliance.web.vetting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.csoalliance.membership.vetting.VettingQueue;
import org.csoalliance.membership.vetting.VettingQueueService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The vetting officers' queue. */
@Named("vettingQueue")
@RequestScoped
public class QueueBean {
  @Inject private VettingQueueService service;
  @Inject private CallerContext caller;

  private VettingQueue.View view = VettingQueue.View.OPEN;
  private int page = 1;
  private VettingQueue queue;

  /** Vetting officers alone. */
  public void load() {
    if (!caller.reader().is(Role.VETTING_OFFICER)) {
      Answers.forbidden(FacesContext.getCurrentInstance());
      return;
    }
    queue = service.queue(view, page - 1);
  }

  /** What waits, in one sentence below the title. */
  public String getSummary() {
    VettingQueue.Counts counts = queue.counts();
    long work = counts.waiting() + counts.second() + counts.appeals();
    if (work == 0) {
      return "Nothing waits for an officer.";
    }
    String what = work == 1 ? "1 application waits. " : work + " applications wait. ";
    return what
        + (counts.overdue() == 0
            ? "None is past the promised day."
            : counts.overdue() + (counts.overdue() == 1 ? " is" : " are") + " overdue.");
  }

  /** The counts and the page. */
  public VettingQueue getQueue() {
    return queue;
  }

  /** The views of the tiles. */
  public List<VettingQueue.View> getTiles() {
    return List.of(
        VettingQueue.View.WAITING,
        VettingQueue.View.ASKED,
        VettingQueue.View.SECOND,
        VettingQueue.View.APPEALS,
        VettingQueue.View.OVERDUE);
  }

  /** All views, for the filter. */
  public VettingQueue.View[] getViews() {
    return VettingQueue.View.values();
  }

  /** A view's name in the address. */
  public String nameOf(VettingQueue.View each) {
    return each.name().toLowerCase(Locale.ROOT);
  }

  /** The view that is shown. */
  public VettingQueue.View getShown() {
    return view;
  }

  /** Whether a view other than the first is shown, so that it can be cleared. */
  public boolean isFiltered() {
    return view != VettingQueue.View.OPEN;
  }

  /** "26 to 50 of 61". */
  public String getRange() {
    long from = (page - 1L) * VettingQueue.PAGE;
    if (queue.rows().isEmpty()) {
      return "No applications";
    }
    if (queue.total() <= VettingQueue.PAGE) {
      return queue.total() == 1 ? "1 application" : queue.total() + " applications";
    }
    return from + 1 + " to " + (from + queue.rows().size()) + " of " + queue.total();
  }

  /** Whether there is a page after this one. */
  public boolean isMore() {
    return (long) page * VettingQueue.PAGE < queue.total();
  }

  /** The view's name in the address; anything else is the first view. */
  public String getView() {
    return nameOf(view);
  }

  /** Takes a view's name. */
  public void setView(String name) {
    for (VettingQueue.View each : VettingQueue.View.values()) {
      if (nameOf(each).equals(name)) {
        view = each;
      }
    }
  }

  /** The page from 1. */
  public String getPage() {
    return String.valueOf(page);
  }

  /** Takes the page; anything else is the first one. */
  public void setPage(String typed) {
    page = typed != null && typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 1;
  }

  /** The page after this one. */
  public int getNext() {
    return page + 1;
  }

  /** The page before this one, 0 when there is none. */
  public int getPrevious() {
    return page - 1;
  }
}
