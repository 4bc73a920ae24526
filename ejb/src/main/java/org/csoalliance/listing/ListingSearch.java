package org.csoalliance.listing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.SearchPart;

/** The directory in the search. */
@Dependent
public class ListingSearch implements SearchPart {
  @EJB private ListingService listings;

  /** Made by the container. */
  public ListingSearch() {}

  @Override
  public int place() {
    return 60;
  }

  @Override
  public String kind() {
    return "directory";
  }

  @Override
  public String heading() {
    return "Directory";
  }

  @Override
  public List<SearchHit> find(String words, int most) {
    return listings.list(null, null, words).stream()
        .limit(most + 1L)
        .map(
            each ->
                new SearchHit(
                    each.name(),
                    "/directory?text=" + encode(each.name()),
                    each.line(),
                    each.kind().words() + ", " + each.words()))
        .toList();
  }

  private static String encode(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Override
  public String all(String words) {
    return "/directory?text=" + encode(words);
  }

  @Override
  public List<String> titles() {
    return listings.list(null, null, "").stream().map(Listing::name).toList();
  }
}
