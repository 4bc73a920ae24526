package org.csoalliance.incident.firstresponse;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.SearchPart;

/** First response reports in the search: the newest hundred, by title, area and beginning. */
@Dependent
public class FirstResponseSearch implements SearchPart {
  private static final int NEWEST = 100;

  @EJB private FirstResponseListService reports;

  /** Made by the container. */
  public FirstResponseSearch() {}

  @Override
  public int place() {
    return 20;
  }

  @Override
  public String kind() {
    return "first-response";
  }

  @Override
  public String heading() {
    return "First response reports";
  }

  @Override
  public List<SearchHit> find(String words, int most) {
    return reports.newest(null, NEWEST).stream()
        .filter(
            line -> {
              String all =
                  (line.reference() + " " + line.title() + " " + line.area() + " " + line.lead())
                      .toLowerCase(Locale.ROOT);
              return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
                  .allMatch(all::contains);
            })
        .limit(most + 1L)
        .map(
            line ->
                new SearchHit(
                    line.title(),
                    "/first-response/" + line.slug(),
                    line.lead() == null ? "" : line.lead(),
                    line.reference()))
        .toList();
  }

  @Override
  public String all(String words) {
    return "/first-response";
  }

  @Override
  public List<String> titles() {
    return reports.newest(null, NEWEST).stream().map(ReportLine::title).toList();
  }
}
