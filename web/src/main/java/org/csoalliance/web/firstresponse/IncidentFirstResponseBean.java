package org.csoalliance.web.firstresponse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.incident.firstresponse.ReportLinks;
import org.csoalliance.web.incident.IncidentViewBean;

/** The reports on the incident whose page is shown. */
@Named("incidentFirstResponse")
@RequestScoped
public class IncidentFirstResponseBean {
  @Inject private IncidentViewBean view;

  /** The newest first; none where the incident is not shown. */
  public List<ReportLinks.Link> getLinks() {
    return view.getDetail() == null ? List.of() : view.getDetail().part(ReportLinks.class).links();
  }
}
