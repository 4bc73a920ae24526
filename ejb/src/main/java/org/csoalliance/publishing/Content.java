package org.csoalliance.publishing;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What a bulletin says.
 *
 * @param day the day it bears
 * @param audience whom title and introduction are for: PUBLIC or MEMBERS
 * @param introduction Markdown
 */
public record Content(
    Kind kind,
    String title,
    LocalDate day,
    Audience audience,
    String introduction,
    List<Section> sections)
    implements Serializable {
  /** Copies the sections. */
  public Content {
    sections = List.copyOf(sections);
  }

  /** The same with other sections. */
  Content with(List<Section> others) {
    return new Content(kind, title, day, audience, introduction, others);
  }
}
