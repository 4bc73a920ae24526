package org.csoalliance.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.list.ListSource;
import org.csoalliance.web.incident.IncidentViewBean;

/** Whose list an incident on its page comes from. */
@Named("importedFrom")
@RequestScoped
public class ListSourceBean {
  @Inject private IncidentViewBean page;

  /** The source's name; of an imported list the one its editor gave. */
  public String getLabel() {
    IncidentDetail detail = page.getDetail();
    if (detail == null) {
      return "";
    }
    String name = detail.part(ListSource.class).name();
    return name.isEmpty() ? detail.summary().source().label() : name;
  }
}
