package org.csoalliance.library;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.membership.group.GroupSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.CleanCopy;
import org.csoalliance.platform.file.FileContent;
import org.csoalliance.platform.file.FileName;
import org.csoalliance.platform.file.FileType;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.security.CallerContext;

/** Keeps the library: items, their files in versions, and what is out. */
@Stateless
@RolesAllowed(EDITOR)
public class LibraryDeskService {
  /** The largest file that is taken, in bytes. */
  public static final int MOST_FILE = 25 * 1024 * 1024;

  private static final int MOST_FILES = 100;
  private static final Set<FileType> TAKEN =
      EnumSet.of(FileType.PDF, FileType.PNG, FileType.JPEG, FileType.WEBP, FileType.MP4);

  @Inject private LibraryRepository library;
  @Inject private AskRepository asks;
  @Inject private GroupService groups;
  @Inject private MalwareScanner scanner;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public LibraryDeskService() {}

  LibraryDeskService(
      LibraryRepository library,
      AskRepository asks,
      GroupService groups,
      MalwareScanner scanner,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.library = library;
    this.asks = asks;
    this.groups = groups;
    this.scanner = scanner;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Every item, drafts first. */
  public List<LibraryItem> all() {
    return library.all();
  }

  /** The groups that an item can be for: those that the editor may know of. */
  public List<GroupSummary> groups() {
    return groups.list();
  }

  /**
   * An item with all its files, earlier versions too.
   *
   * @throws NotFoundException when there is none
   */
  public LibraryItem open(long id) {
    return library.byId(id).orElseThrow(LibraryService::gone);
  }

  /** How often it was fetched, by company; no person is known. */
  public List<DownloadCount> downloads(long id) {
    return asks.counts(id);
  }

  /**
   * A file, whatever its state.
   *
   * @throws NotFoundException when there is none
   */
  public LibraryContent file(long id, long file) {
    return library.content(open(id), file, false).orElseThrow(LibraryService::gone);
  }

  /** Begins an item; it is out once it is published. */
  public long create(NewItem made) {
    group(made);
    long id = library.add(made, clock.instant());
    record("library.created", id, made.tlp().name());
    return id;
  }

  /** Changes title, words and who reads it, at once. */
  public void change(long id, NewItem made) {
    String before = open(id).tlp().name();
    group(made);
    library.rewrite(id, made, clock.instant());
    record("library.changed", id, before + " to " + made.tlp());
  }

  /**
   * Adds a file, or the next version of one. Its content says what it is; what it tells of its
   * makers is taken out where a clean copy can be made.
   *
   * @throws InvalidException fields {@code file, use}
   * @throws ConflictException when the item is full, or files cannot be scanned now
   */
  public void add(long id, NewFile made) {
    if (made.content().length > MOST_FILE) {
      throw new InvalidException("file", "A file takes 25 MB at most.");
    }
    FileType type =
        FileContent.check(
            made.content(),
            TAKEN,
            "Taken are PDF, PNG, JPEG, WebP and MP4. SVG and Office files are not: save it as PDF.");
    scanner.admit(made.content());
    CleanCopy copy = CleanCopy.of(made.content(), type).copy().orElse(null);
    byte[] content = copy == null ? made.content() : copy.content();
    FileType as = copy == null ? type : copy.type();
    library.lock(id);
    LibraryItem item = open(id);
    if (item.current().size() >= MOST_FILES) {
      throw new ConflictException("An item holds 100 files at most.");
    }
    if (made.replaces() != null
        && item.current().stream().noneMatch(file -> file.id() == made.replaces())) {
      throw new InvalidException("replaces", "Choose a file that stands now.");
    }
    long others =
        item.current().stream()
            .filter(file -> file.ship() && !Long.valueOf(file.id()).equals(made.replaces()))
            .mapToLong(LibraryFile::size)
            .sum();
    if (made.ship() && others + content.length > Bundle.MOST) {
      throw new InvalidException(
          "file",
          "The bundle for ships would pass 2 MB. Make the file smaller, or add it for print.");
    }
    PdfReading.Read read =
        as == FileType.PDF
            ? PdfReading.of(content)
            : new PdfReading.Read("", copy == null ? null : copy.thumbnail());
    library.addFile(
        id,
        made,
        FileName.ending(FileName.clean(made.name()), as),
        as.mediaType(),
        content,
        read,
        clock.instant());
    record(
        made.replaces() == null ? "library.file_added" : "library.file_replaced",
        id,
        made.format() + " " + made.language());
  }

  /** Takes a file out of what stands; earlier versions are kept for editors. */
  public void remove(long id, long file) {
    if (library.replaced(id, file, clock.instant())) {
      record("library.file_removed", id, String.valueOf(file));
    }
  }

  /**
   * Lets it out.
   *
   * @throws ConflictException while it has no file
   */
  public void publish(long id) {
    if (open(id).current().isEmpty()) {
      throw new ConflictException("Add a file first.");
    }
    if (library.publish(id, true, clock.instant())) {
      record("library.published", id, "");
    }
  }

  /** Takes it back; links of ships open nothing from then on. */
  public void withdraw(long id) {
    if (library.publish(id, false, clock.instant())) {
      record("library.withdrawn", id, "");
    }
  }

  private void group(NewItem made) {
    boolean known =
        made.groupId() == null
            || groups.list().stream().anyMatch(group -> group.id() == made.groupId());
    if (!known) {
      throw new InvalidException("audience", "Choose a group from the list.");
    }
  }

  private void record(String action, long id, String detail) {
    audit.record(caller.reader(), action, "library", open(id).slug(), detail);
  }
}
