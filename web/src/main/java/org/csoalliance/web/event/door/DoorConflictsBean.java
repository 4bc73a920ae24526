package org.csoalliance.web.event.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.event.door.DoorConflict;
import org.csoalliance.event.door.DoorService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** Scans of phones that came late and did not count. */
@Named("doorConflicts")
@RequestScoped
public class DoorConflictsBean {
  @Inject private DoorService service;

  private String title;
  private List<DoorConflict> rows;

  /** Reads them; a button that was pressed says that one was looked at. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      String settle = context.isPostback() ? Asked.parameter("settle") : null;
      if (settle != null && settle.matches("[0-9]{1,18}")) {
        service.settle(getSlug(), Long.parseLong(settle));
        Answers.notice(context, DoorWords.text("notice.settled"));
        Answers.redirect(context, "/organiser/" + getSlug() + "/door/conflicts");
        context.responseComplete();
        return;
      }
      title = service.title(getSlug());
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** The part of the address. */
  public String getSlug() {
    return Asked.parameter("slug");
  }

  /** The event. */
  public String getTitle() {
    return title;
  }

  /** What nobody has looked at first. */
  public List<DoorConflict> getRows() {
    if (rows == null) {
      try {
        rows = service.conflicts(getSlug());
      } catch (NotFoundException none) {
        rows = List.of(); // a form that is sent asks before the page is loaded
      }
    }
    return rows;
  }
}
