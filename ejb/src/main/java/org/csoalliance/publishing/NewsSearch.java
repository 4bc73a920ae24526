package org.csoalliance.publishing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.SearchPart;

/** Bulletins and news in the search: all that they say to the caller. */
@Dependent
public class NewsSearch implements SearchPart {
  private static final int KNOWN = 100;

  @EJB private NewsService news;

  /** Made by the container. */
  public NewsSearch() {}

  @Override
  public int place() {
    return 30;
  }

  @Override
  public String kind() {
    return "news";
  }

  @Override
  public String heading() {
    return "Bulletins and news";
  }

  @Override
  public List<SearchHit> find(String words, int most) {
    return news.search(words, most + 1);
  }

  @Override
  public String all(String words) {
    return "/search?kind=news&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Override
  public List<String> titles() {
    return news.texts(KNOWN);
  }
}
