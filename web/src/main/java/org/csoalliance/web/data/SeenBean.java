package org.csoalliance.web.data;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.platform.data.SeenLine;
import org.csoalliance.platform.data.SeenService;
import org.csoalliance.web.shared.Plural;

/** Who saw an incident, for the auditor. */
@Named("seen")
@RequestScoped
public class SeenBean {
  @Inject private SeenService service;

  private String object = "";
  private List<SeenLine> lines = List.of();

  /** Reads the reference from the address and asks. */
  public void load() {
    String given =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .getOrDefault("object", "")
            .strip();
    object = given.length() > 120 ? given.substring(0, 120) : given;
    if (!object.isEmpty()) {
      lines = service.incident(object);
    }
  }

  /** What was asked for. */
  public String getObject() {
    return object;
  }

  /** Who saw it, the latest first. */
  public List<SeenLine> getLines() {
    return lines;
  }

  /** How many lines, in words. */
  public String getCount() {
    return Plural.of(lines.size(), "view", "views")
        + (lines.size() == SeenService.MOST ? ", the latest ones" : "");
  }
}
