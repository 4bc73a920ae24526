package org.csoalliance.web.firstresponse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.firstresponse.FirstResponseListService;
import org.csoalliance.incident.firstresponse.ReportLine;
import org.csoalliance.incident.firstresponse.ReportPage;
import org.csoalliance.web.shared.Asked;

/** The list of reports by year, as this reader may see it. */
@Named("firstResponses")
@RequestScoped
public class FirstResponseListBean {
  private static final int SHORT = 3;

  @Inject private FirstResponseListService reports;

  private ReportPage page;
  private List<ReportLine> latest;

  private ReportPage page() {
    if (page == null) {
      Integer year = number("year");
      Integer at = number("page");
      page = reports.page(year, at == null ? 1 : at);
    }
    return page;
  }

  /** What is no number counts as not given. */
  private static Integer number(String name) {
    String given = Asked.parameter(name);
    return given == null || !given.matches("[0-9]{1,6}") ? null : Integer.valueOf(given);
  }

  /** The reports of this page, the newest first. */
  public List<ReportLine> getRows() {
    return page().items();
  }

  /** The year that is shown; 0 when there is no report. */
  public int getYear() {
    return page().year();
  }

  /** How many reports by year, the newest year first. */
  public List<Map.Entry<Integer, Integer>> getYears() {
    return List.copyOf(page().years().entrySet());
  }

  /** The page before, 0 on the first one. */
  public int getPrevious() {
    return page().page() - 1;
  }

  /** The page after, 0 on the last one. */
  public int getNext() {
    return page().page() < page().pages() ? page().page() + 1 : 0;
  }

  /** The newest three of any year, for the home of a member. */
  public List<ReportLine> getLatest() {
    if (latest == null) {
      latest = reports.newest(null, SHORT);
    }
    return latest;
  }
}
