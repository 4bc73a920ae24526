package org.csoalliance.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.security.Reader;

/** A line of the archive as a node keeps it in memory, for every reader. */
record StoredLine(
    String slug, Content content, String summary, Instant publishedAt, Instant updatedAt) {

  boolean seenBy(Reader reader) {
    return Readers.mayRead(reader, content.audience(), Set.of());
  }

  ArticleLine as(Reader reader) {
    List<ArticleLine.Heading> headings =
        content.sections().stream()
            .filter(section -> Readers.mayRead(reader, section.audience(), section.groups()))
            .map(
                section ->
                    new ArticleLine.Heading(section.kicker(), section.title(), section.anchor()))
            .toList();
    return new ArticleLine(
        slug,
        content.kind(),
        content.title(),
        content.day(),
        publishedAt,
        updatedAt,
        summary,
        headings,
        content.audience() == Audience.PUBLIC);
  }
}
