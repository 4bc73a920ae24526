package org.csoalliance.library;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/** Reads the library: everybody what is for everybody, others what their labels and groups give. */
@Stateless
@PermitAll
public class LibraryService {
  @Inject private LibraryRepository library;
  @Inject private AskRepository asks;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public LibraryService() {}

  LibraryService(LibraryRepository library, AskRepository asks, CallerContext caller, Clock clock) {
    this.library = library;
    this.asks = asks;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Items that the caller may see; one statement.
   *
   * @param text words of title, summary or inside a file; null or empty: any
   * @param language of a file, such as {@code en}; null or empty: any
   * @param format null: any
   */
  public List<LibraryItem> list(String text, String language, FileFormat format) {
    String words = text == null ? "" : text.strip();
    return library.shown(
        caller.reader(),
        words.length() > 200 ? words.substring(0, 200) : words.replace("\0", ""),
        language == null ? "" : language,
        format);
  }

  /**
   * An item with its files.
   *
   * @throws NotFoundException when there is none, or the caller may not see it
   */
  public LibraryItem open(String slug) {
    return library
        .find(caller.reader(), slug == null ? "" : slug)
        .orElseThrow(LibraryService::gone);
  }

  /**
   * A file of an item. It is counted for the caller's company and the day, and for nobody.
   *
   * @param picture its small picture in place of it, which is not counted
   * @throws NotFoundException as {@link #open}
   */
  public LibraryContent file(String slug, long file, boolean picture) {
    LibraryItem item = open(slug);
    LibraryContent content = library.content(item, file, picture).orElseThrow(LibraryService::gone);
    if (!picture) {
      count(item);
    }
    return content;
  }

  /**
   * The bundle for ships, a ZIP below 2 MB; counted like a file.
   *
   * @throws NotFoundException as {@link #open}, or where the item has none
   */
  public LibraryContent bundle(String slug) {
    LibraryItem item = open(slug);
    List<LibraryContent> files = library.bundle(item);
    if (files.isEmpty()) {
      throw gone();
    }
    count(item);
    return new LibraryContent(
        item.slug() + "-for-ships.zip",
        "application/zip",
        Bundle.of(files),
        files.get(0).everybody());
  }

  private void count(LibraryItem item) {
    Reader reader = caller.reader();
    boolean serves = reader.companyId() != null && reader.is(Role.MEMBER);
    asks.count(
        item.id(),
        serves ? reader.companyId() : 0,
        false,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  static NotFoundException gone() {
    return new NotFoundException("There is no such item.");
  }
}
