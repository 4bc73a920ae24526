package org.csoalliance.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * A published bulletin as a node keeps it in memory: rendered whole, and asked for each reader what
 * of it they may see.
 */
final class StoredArticle {
  private static final int DESCRIPTION = 200;

  private record Stored(Part part, Set<Long> groups, Set<Long> pictures) {}

  private final BulletinSql.Row row;
  private final Article whole;
  private final List<Stored> parts;
  private final Set<Long> pictures;

  StoredArticle(BulletinSql.Row row, List<Picture> pictures, List<Correction> corrections) {
    this.row = row;
    Map<Long, Picture> byNumber = byNumber(pictures);
    Content content = row.content();
    this.parts = content.sections().stream().map(section -> stored(section, byNumber)).toList();
    this.pictures = Markdown.pictures(content.introduction());
    this.whole =
        new Article(
            row.bulletin(),
            row.slug(),
            content.kind(),
            content.title(),
            content.day(),
            Markdown.html(content.introduction(), byNumber),
            beginning(content.introduction(), DESCRIPTION),
            row.publishedAt() == null ? row.at() : row.publishedAt(),
            row.at(),
            List.of(),
            corrections,
            null,
            "",
            content.audience() == Audience.PUBLIC);
  }

  static Map<Long, Picture> byNumber(List<Picture> pictures) {
    return pictures.stream()
        .collect(Collectors.toMap(Picture::id, p -> p, (a, b) -> a, TreeMap::new));
  }

  private static Stored stored(Section section, Map<Long, Picture> pictures) {
    return new Stored(
        new Part(
            section.kicker(),
            section.title(),
            section.anchor(),
            Markdown.html(section.teaser(), pictures),
            Markdown.html(section.text(), pictures),
            beginning(section.teaser(), 300),
            section.audience(),
            Readers.label(section.audience())),
        section.groups(),
        Stream.of(section.teaser(), section.text())
            .flatMap(text -> Markdown.pictures(text).stream())
            .collect(Collectors.toSet()));
  }

  static String beginning(String markdown, int most) {
    String words = Markdown.words(markdown);
    return words.codePointCount(0, words.length()) <= most
        ? words
        : PlainText.column(words, most - 2).strip() + " …";
  }

  /** Whether the reader may know of it. */
  boolean seenBy(Reader reader) {
    return Readers.mayRead(reader, row.content().audience(), Set.of());
  }

  /** What the reader may see of it; a withdrawn one says nothing but that. */
  Article as(Reader reader) {
    Instant withdrawn = row.withdrawnAt();
    return new Article(
        whole.id(),
        whole.slug(),
        whole.kind(),
        whole.title(),
        whole.day(),
        withdrawn == null ? whole.introduction() : null,
        withdrawn == null ? whole.description() : "",
        whole.publishedAt(),
        whole.updatedAt(),
        withdrawn == null ? parts(reader) : List.of(),
        withdrawn == null ? whole.corrections() : List.of(),
        withdrawn,
        row.withdrawnReason(),
        whole.open());
  }

  private List<Part> parts(Reader reader) {
    return parts.stream()
        .filter(stored -> Readers.mayRead(reader, stored.part().audience(), stored.groups()))
        .map(Stored::part)
        .toList();
  }

  /** Whether a picture stands in something that the reader may see. */
  boolean shows(Reader reader, long picture) {
    return row.withdrawnAt() == null
        && seenBy(reader)
        && (pictures.contains(picture)
            || parts.stream()
                .anyMatch(
                    stored ->
                        stored.pictures().contains(picture)
                            && Readers.mayRead(reader, stored.part().audience(), stored.groups())));
  }
}
