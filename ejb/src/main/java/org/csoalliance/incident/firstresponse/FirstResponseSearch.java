package org.csoalliance.incident.firstresponse;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.SearchPart;

/** First response reports in the search: all that they say to the caller. */
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
    return reports.search(words, most + 1);
  }

  @Override
  public String all(String words) {
    return "/search?kind=first-response&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Override
  public List<String> titles() {
    return reports.texts(NEWEST);
  }
}
