package org.csoalliance.web.firstresponse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.incident.firstresponse.Changes;
import org.csoalliance.incident.firstresponse.FirstResponseListService;
import org.csoalliance.incident.firstresponse.Report;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page of one report, and of what its versions changed. */
@Named("firstResponse")
@RequestScoped
public class FirstResponseBean {
  private static final int DESCRIPTION = 200;

  @Inject private FirstResponseListService reports;
  @Inject private Settings settings;

  private Report report;
  private List<Changes> changes;

  /** One that is not there and one that may not be seen answer the same. */
  public void load() {
    String version = Asked.parameter("version");
    try {
      if (version != null && !version.matches("[0-9]{1,6}")) {
        throw new NotFoundException("There is no such version.");
      }
      report =
          reports.view(Asked.parameter("slug"), version == null ? null : Integer.valueOf(version));
    } catch (NotFoundException none) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  /** The report with what each version changed. */
  public void loadChanges() {
    load();
    if (report != null) {
      try {
        changes = reports.changes(report.slug());
      } catch (NotFoundException closed) {
        Answers.notFound(FacesContext.getCurrentInstance());
      }
    }
  }

  /** Null when there is none, and the answer is then "not found". */
  public Report getReport() {
    return report;
  }

  /** What each version changed, the newest first. */
  public List<Changes> getChanges() {
    return changes;
  }

  /** The title of the page. */
  public String getTitle() {
    return report == null ? "" : report.title();
  }

  /** Whether an earlier version is shown. */
  public boolean isOld() {
    return report.number() != report.current();
  }

  /** Whether everybody may read it, so that others may show what it is about. */
  public boolean isOpen() {
    return report != null
        && report.content() != null
        && !isOld()
        && report.content().label() == Tlp.CLEAR;
  }

  /** The whole address, as other sites quote it. */
  public String getAddress() {
    return settings.baseUrl() + "/first-response/" + report.slug();
  }

  /** The beginning of what everybody may know, in one line. */
  public String getDescription() {
    String text =
        report.content().blocks().stream()
            .filter(block -> report.content().label(block) == Tlp.CLEAR)
            .map(block -> block.text().replaceAll("\\s+", " "))
            .findFirst()
            .orElse("");
    return text.length() <= DESCRIPTION
        ? text
        : text.substring(
                    0,
                    text.offsetByCodePoints(
                        0, Math.min(DESCRIPTION, text.codePointCount(0, text.length()))))
                .strip()
            + " …";
  }

  /** The query that keeps the version in a link to the PDF; empty for the version of now. */
  public String getVersionQuery() {
    return isOld() ? "?version=" + report.number() : "";
  }
}
