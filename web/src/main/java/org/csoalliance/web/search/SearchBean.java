package org.csoalliance.web.search;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.search.SearchGroup;
import org.csoalliance.platform.search.SearchResult;
import org.csoalliance.platform.search.SearchService;
import org.csoalliance.web.shared.Asked;

/** The page {@code /search?q=}: what the reader may see, grouped by what it is. */
@Named("siteSearch")
@RequestScoped
public class SearchBean {
  private static final int FEW = 5;
  private static final int MANY = 50;

  @EJB private SearchService service;

  private SearchResult result = new SearchResult("", "", List.of());
  private final Map<String, String> kinds = new LinkedHashMap<>();

  /** Searches. */
  public void load() {
    kinds.put("", "Everything");
    service.kinds().forEach(each -> kinds.put(each.kind(), each.heading()));
    String kind = getKind();
    result = service.search(getWords(), kind, kind.isEmpty() ? FEW : MANY);
  }

  /** What was typed. */
  public String getWords() {
    String words = Asked.parameter("q");
    return words == null ? "" : words;
  }

  /** The group that is asked for alone, empty for all. */
  public String getKind() {
    String kind = Asked.parameter("kind");
    return kind != null && kinds.containsKey(kind) ? kind : "";
  }

  /** What can be asked for. */
  public Map<String, String> getKinds() {
    return kinds;
  }

  /** What was found. */
  public SearchResult getResult() {
    return result;
  }

  /** The groups in which something was found. */
  public List<SearchGroup> getGroups() {
    return result.groups();
  }

  /** A title with the words marked. */
  public List<Marked.Piece> title(String title) {
    return Marked.all(title, result.used());
  }

  /** Some of a text with the words marked. */
  public List<Marked.Piece> some(String text) {
    return Marked.some(text, result.used());
  }
}
