package org.csoalliance.publishing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.Terms;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/**
 * What is published, as the caller may see it. A section that is not for the caller is not there.
 * Answers come from the memory of the node; a withdrawn bulletin keeps its address and nothing
 * else. Anyone may call.
 */
@Stateless
@PermitAll
public class NewsService {
  private static final int PER_PAGE = 20;
  private static final String NONE = "There is no such bulletin.";

  @Inject private NewsRepository news;
  @Inject private PictureRepository pictures;
  @Inject private NewsSearchRepository found;
  @Inject private NewsCache cache;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public NewsService() {}

  /** For tests. */
  public NewsService(
      NewsRepository news,
      NewsSearchRepository found,
      PictureRepository pictures,
      NewsCache cache,
      CallerContext caller) {
    this.news = news;
    this.found = found;
    this.pictures = pictures;
    this.cache = cache;
    this.caller = caller;
  }

  /**
   * A bulletin.
   *
   * @throws NotFoundException when there is none, or the caller may not know of it
   */
  public Article article(String slug) {
    Reader reader = caller.reader();
    return cache
        .article(slug == null ? "" : slug, news)
        .filter(stored -> stored.seenBy(reader))
        .orElseThrow(() -> new NotFoundException(NONE))
        .as(reader);
  }

  /** The newest lines that the caller may see. */
  public List<ArticleLine> newest(int most) {
    Reader reader = caller.reader();
    return cache.lines(news).stream()
        .filter(line -> line.seenBy(reader))
        .limit(most)
        .map(line -> line.as(reader))
        .toList();
  }

  /**
   * What fits the words best, in the parts that the caller may see; one statement.
   *
   * @param words as typed; nothing but unwanted words finds nothing
   */
  public List<SearchHit> search(String words, int most) {
    Terms terms = Terms.of(words);
    return terms.wanted().isEmpty() ? List.of() : found.find(caller.reader(), terms, most);
  }

  /** What the newest bulletins say to the caller: words that a wrong letter is mended by. */
  public List<String> texts(int newest) {
    return found.texts(caller.reader(), newest);
  }

  /** The newest lines that anybody may see, whoever calls. */
  public List<ArticleLine> ofThePublicLines(int most) {
    return cache.lines(news).stream()
        .filter(line -> line.seenBy(Reader.VISITOR))
        .limit(most)
        .map(line -> line.as(Reader.VISITOR))
        .toList();
  }

  /** The newest that anybody may see, with what anybody may see of them, whoever calls. */
  public List<Article> ofThePublic(int most) {
    List<Article> found = new ArrayList<>();
    for (StoredLine line : cache.lines(news)) {
      if (found.size() < most && line.seenBy(Reader.VISITOR)) {
        cache.article(line.slug(), news).ifPresent(stored -> found.add(stored.as(Reader.VISITOR)));
      }
    }
    return found;
  }

  /** The newest articles that the caller may see, with what they may see of them. */
  public List<Article> newestArticles(int most) {
    Reader reader = caller.reader();
    return newest(most).stream()
        .flatMap(line -> cache.article(line.slug(), news).stream())
        .map(stored -> stored.as(reader))
        .toList();
  }

  /**
   * A page of the archive.
   *
   * @param year null: the newest of all years
   * @param month 1 to 12; null: the whole year
   * @param page from 1
   */
  public Archive archive(Integer year, Integer month, int page) {
    Reader reader = caller.reader();
    List<StoredLine> seen = cache.lines(news).stream().filter(line -> line.seenBy(reader)).toList();
    Map<Integer, Integer> years = new TreeMap<>(Comparator.reverseOrder());
    Map<Integer, Integer> months = new TreeMap<>(Comparator.reverseOrder());
    List<StoredLine> shown = new ArrayList<>();
    for (StoredLine line : seen) {
      int of = line.content().day().getYear();
      int in = line.content().day().getMonthValue();
      years.merge(of, 1, Integer::sum);
      boolean inYear = year == null || year == of;
      if (year != null && inYear) {
        months.merge(in, 1, Integer::sum);
      }
      if (inYear && (year == null || month == null || month == in)) {
        shown.add(line);
      }
    }
    int pages = Math.max(1, (shown.size() + PER_PAGE - 1) / PER_PAGE);
    int at = Math.min(Math.max(1, page), pages);
    return new Archive(
        year == null ? 0 : year,
        year == null || month == null ? 0 : month,
        shown.stream()
            .skip((at - 1L) * PER_PAGE)
            .limit(PER_PAGE)
            .map(line -> line.as(reader))
            .toList(),
        years,
        months,
        at,
        pages);
  }

  /**
   * A picture that stands in something the caller may see; editors see those of drafts too.
   *
   * @param width one of its widths, in pixels
   * @throws NotFoundException otherwise
   */
  public PictureFile picture(long picture, int width) {
    Reader reader = caller.reader();
    boolean shown =
        reader.is(Role.EDITOR)
            || pictures
                .slug(picture)
                .flatMap(slug -> cache.article(slug, news))
                .filter(stored -> stored.shows(reader, picture))
                .isPresent();
    if (!shown) {
      throw new NotFoundException("There is no such picture.");
    }
    return pictures
        .file(picture, width)
        .orElseThrow(() -> new NotFoundException("There is no such picture."));
  }
}
