package org.csoalliance.publishing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.SearchPart;

/** Bulletins and news in the search: titles, introductions and titles of stories. */
@Dependent
public class NewsSearch implements SearchPart {
  private static final int NEWEST = 1000;

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
    List<String> all = List.of(words.toLowerCase(Locale.ROOT).split("\\s+"));
    return news.newest(NEWEST).stream()
        .filter(line -> all.stream().allMatch(text(line).toLowerCase(Locale.ROOT)::contains))
        .limit(most + 1L)
        .map(
            line ->
                new SearchHit(
                    line.title(), "/news/" + line.slug(), text(line), line.day().toString()))
        .toList();
  }

  private static String text(ArticleLine line) {
    return Stream.concat(
            Stream.of(line.title(), line.summary()),
            line.sections().stream().map(ArticleLine.Heading::title))
        .filter(text -> text != null && !text.isEmpty())
        .collect(Collectors.joining(". "));
  }

  @Override
  public String all(String words) {
    return "/news";
  }

  @Override
  public List<String> titles() {
    return news.newest(NEWEST).stream().map(NewsSearch::text).toList();
  }
}
