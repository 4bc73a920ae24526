package org.csoalliance.listing;

import java.time.LocalDate;
import java.util.List;

/**
 * An entry of the directory.
 *
 * @param slug its part of an address, which never changes
 * @param everybody whether visitors see it; else members, and partners by agreement
 * @param checkedOn the day on which an editor last looked whether all of it is still right
 * @param reviewOn the day by which an editor looks again
 * @param withdrawn whether it is shown to editors alone
 * @param version rises with each change
 */
public record Listing(
    long id,
    String slug,
    ListingKind kind,
    List<ListingCategory> categories,
    String name,
    String line,
    String link,
    boolean everybody,
    boolean logo,
    LocalDate checkedOn,
    String checkedBy,
    LocalDate reviewOn,
    boolean withdrawn,
    int version) {

  /** The host of the link, as people read it. */
  public String host() {
    return link.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/.*$", "");
  }

  /** Its categories in words. */
  public String words() {
    return categories.stream()
        .map(ListingCategory::words)
        .collect(java.util.stream.Collectors.joining(", "));
  }
}
