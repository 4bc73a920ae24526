package org.csoalliance.web.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.event.EventSummary;
import org.csoalliance.incident.firstresponse.ReportLine;
import org.csoalliance.publishing.Archive;
import org.csoalliance.publishing.Article;
import org.csoalliance.publishing.NewsService;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The archive of bulletins and news by year and month, as this reader may see it. */
@Named("newsArchive")
@RequestScoped
public class NewsBean {
  @Inject private NewsService news;
  @Inject private NewsRail rail;

  private Archive archive;
  private List<Article> lead;

  /** Reads what the address asks for; a year that makes no sense is refused. */
  public void load() {
    Integer year = number("year", 2000, 2999);
    Integer month = number("month", 1, 12);
    Integer page = number("page", 1, 100_000);
    if (year != null && year < 0 || month != null && month < 0 || page != null && page < 0) {
      Answers.badRequest(FacesContext.getCurrentInstance());
      return;
    }
    archive = news.archive(year, month, page == null ? 1 : page);
  }

  private static Integer number(String name, int least, int most) {
    String given = Asked.parameter(name);
    if (given == null || given.isEmpty()) {
      return null;
    }
    int number = given.matches("[0-9]{1,6}") ? Integer.parseInt(given) : -1;
    return number >= least && number <= most ? number : -1;
  }

  /** What the page shows. */
  public Archive getArchive() {
    return archive;
  }

  /** The newest one whole, on the first page of all years; else none. */
  public List<Article> getLead() {
    if (lead == null) {
      lead = archive.year() == 0 && archive.page() == 1 ? news.newestArticles(1) : List.of();
    }
    return lead;
  }

  /** Years with bulletins or first responses, the newest first, with how many bulletins. */
  public List<Map.Entry<Integer, Integer>> getYears() {
    Map<Integer, Integer> years = new TreeMap<>(Collections.reverseOrder());
    rail.years().keySet().forEach(year -> years.put(year, 0));
    years.putAll(archive.years());
    return List.copyOf(years.entrySet());
  }

  /** Months of the year that is shown. */
  public List<Map.Entry<Integer, Integer>> getMonths() {
    return List.copyOf(archive.months().entrySet());
  }

  /** First responses of the time that is shown; none where that is now. */
  public List<ReportLine> getThen() {
    return archive.year() == 0 ? List.of() : rail.of(archive.year(), archive.month());
  }

  /** Events of the time that is shown; none where that is now. */
  public List<EventSummary> getDates() {
    return archive.year() == 0 ? List.of() : rail.datesOf(archive.year(), archive.month());
  }

  /** The query that keeps year and month, to which a page is added. */
  public String getQuery() {
    return "?"
        + (archive.year() > 0 ? "year=" + archive.year() + "&" : "")
        + (archive.month() > 0 ? "month=" + archive.month() + "&" : "")
        + "page=";
  }
}
