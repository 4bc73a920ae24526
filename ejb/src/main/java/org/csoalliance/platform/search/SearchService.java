package org.csoalliance.platform.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.csoalliance.platform.text.PlainText;

/** Searches everything that the caller may see. Anyone may call; each part asks as the caller. */
@Stateless
@PermitAll
public class SearchService {
  private static final int MOST_WORDS = 120;

  @Inject @Any private Instance<SearchPart> parts;
  private List<SearchPart> given = List.of();

  /** Made by the container. */
  public SearchService() {}

  SearchService(List<SearchPart> given) {
    this.given = List.copyOf(given);
  }

  /**
   * Searches. Where nothing fits, words with a wrong letter are mended and searched for once more.
   *
   * @param typed null counts as empty; blank finds nothing
   * @param kind of one part alone, which then gives more; null or empty: every part
   * @param most hits of a part
   */
  public SearchResult search(String typed, String kind, int most) {
    String words = PlainText.line(typed, MOST_WORDS);
    if (words.isEmpty()) {
      return new SearchResult("", "", List.of());
    }
    List<SearchPart> asked =
        all().stream()
            .filter(part -> kind == null || kind.isEmpty() || part.kind().equals(kind))
            .sorted(Comparator.comparing(SearchPart::place))
            .toList();
    List<SearchGroup> found = groups(asked, words, most);
    if (!found.isEmpty()) {
      return new SearchResult(words, words, found);
    }
    List<String> known = new ArrayList<>(trade());
    all().forEach(part -> known.addAll(part.titles()));
    String mended = new Spelling(known).mend(words);
    return mended.equals(words)
        ? new SearchResult(words, words, List.of())
        : new SearchResult(words, mended, groups(asked, mended, most));
  }

  /** Every part there is, by its place. */
  public List<SearchGroup> kinds() {
    return all().stream()
        .sorted(Comparator.comparing(SearchPart::place))
        .map(part -> new SearchGroup(part.kind(), part.heading(), List.of(), false, null))
        .toList();
  }

  private List<SearchPart> all() {
    return parts == null ? given : parts.stream().toList();
  }

  private static List<SearchGroup> groups(List<SearchPart> asked, String words, int most) {
    List<SearchGroup> groups = new ArrayList<>();
    for (SearchPart part : asked) {
      List<SearchHit> hits = part.find(words, most);
      if (!hits.isEmpty()) {
        groups.add(
            new SearchGroup(
                part.kind(),
                part.heading(),
                hits.subList(0, Math.min(most, hits.size())),
                hits.size() > most,
                part.all(words)));
      }
    }
    return groups;
  }

  /** Words of the trade, one in a line. */
  static List<String> trade() {
    try (InputStream in = SearchService.class.getResourceAsStream("/search/words.txt")) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
