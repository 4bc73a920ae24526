package org.csoalliance.library;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.SearchPart;

/** The library in the search, with words inside of PDFs. */
@Dependent
public class LibrarySearch implements SearchPart {
  @EJB private LibraryService library;

  /** Made by the container. */
  public LibrarySearch() {}

  @Override
  public int place() {
    return 50;
  }

  @Override
  public String kind() {
    return "library";
  }

  @Override
  public String heading() {
    return "Library";
  }

  @Override
  public List<SearchHit> find(String words, int most) {
    return library.list(words, "", null).stream()
        .limit(most + 1L)
        .map(
            item ->
                new SearchHit(
                    item.title(),
                    "/library/" + item.slug(),
                    item.summary(),
                    item.found() == null ? "" : "Found inside " + item.found()))
        .toList();
  }

  @Override
  public String all(String words) {
    return "/library?text=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Override
  public List<String> titles() {
    return library.list("", "", null).stream()
        .map(item -> item.title() + " " + item.summary())
        .toList();
  }
}
