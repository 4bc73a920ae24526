package org.csoalliance.web.firstresponse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.incident.firstresponse.DraftLine;
import org.csoalliance.incident.firstresponse.FirstResponseDraftService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The editors' desk of reports: drafts first. */
@Named("firstResponseDesk")
@RequestScoped
public class FirstResponseDeskBean {
  @Inject private FirstResponseDraftService drafts;
  @Inject private CallerContext caller;

  private List<DraftLine> rows = List.of();

  /** Editors alone. */
  public void load() {
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(FacesContext.getCurrentInstance());
      return;
    }
    rows = drafts.desk();
  }

  /** What is on the desk. */
  public List<DraftLine> getRows() {
    return rows;
  }
}
