package org.csoalliance.event;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.CleanCopy;
import org.csoalliance.platform.file.FileContent;
import org.csoalliance.platform.file.FileName;
import org.csoalliance.platform.file.FileType;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.file.PictureSize;
import org.csoalliance.platform.file.PictureSizes;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.file.Trace;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.PlainText;

/**
 * Whoever organises an event adds its picture and its papers. Only clean copies are kept: pictures
 * painted anew, PDFs without metadata, plain text.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class EventMediaDeskService {
  /** The largest picture that is taken, in bytes. */
  public static final int MOST_PICTURE = 12 * 1024 * 1024;

  /** The largest paper that is taken, in bytes. */
  public static final int MOST_PAPER = 25 * 1024 * 1024;

  private static final int MOST_PAPERS = 60;
  // a page is read over satellite: the widest that stays small is shown
  private static final int[] WIDTHS = {480, 640, 800};
  private static final int SMALL = 70_000;
  private static final Set<FileType> PAPERS =
      EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG, FileType.WEBP, FileType.TEXT);

  @Inject private EventAccess access;
  @Inject private EventListService events;
  @Inject private EventMediaRepository media;
  @Inject private SealedFiles files;
  @Inject private MalwareScanner scanner;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public EventMediaDeskService() {}

  /** For tests. */
  EventMediaDeskService(
      EventAccess access,
      EventListService events,
      EventMediaRepository media,
      SealedFiles files,
      MalwareScanner scanner,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.access = access;
    this.events = events;
    this.media = media;
    this.files = files;
    this.scanner = scanner;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The event with all of its papers and its picture.
   *
   * @throws NotFoundException when there is no such event of the caller's
   */
  public EventProgramme media(String slug) {
    access.require(slug, EventDuty.ORGANISER);
    return events.detail(slug).programme();
  }

  /**
   * Shows a picture at the head of the event's page, in place of the one before. It is painted anew
   * without what the camera wrote into it; the original is not kept.
   *
   * @param content null: the picture stays, and its words change
   * @param alt what it shows, 5 to 300 characters
   * @throws NotFoundException when there is no such event of the caller's
   * @throws InvalidException with a sentence for {@code file} and {@code alt}
   */
  public void picture(String slug, byte[] content, String alt) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    String words = PlainText.line(alt, 2000);
    int length = words.codePointCount(0, words.length());
    Map<String, String> wrong = new LinkedHashMap<>();
    if (length < 5 || length > 300) {
      wrong.put("alt", "Say in 5 to 300 characters what the picture shows: some readers hear it.");
    }
    media.lock(event.id());
    UUID before = media.picture(event.id()).map(EventMediaRepository.Picture::file).orElse(null);
    if (content == null && before == null) {
      wrong.put("file", "Choose a picture.");
    }
    if (content != null && content.length > MOST_PICTURE) {
      wrong.put("file", "The picture is larger than 12 MB. Send a smaller one.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    if (content == null) {
      media.alt(event.id(), words, clock.instant());
    } else {
      scanner.admit(content);
      PictureSize size = size(content);
      UUID file = files.seal("EVENT_PICTURE", size.content());
      media.picture(
          event.id(), file, size.mediaType(), words, size.width(), size.height(), clock.instant());
      drop(before);
    }
    audit.record(caller.reader(), "event.picture", "event", event.slug(), "");
  }

  private static PictureSize size(byte[] content) {
    List<PictureSize> sizes = PictureSizes.of(content, WIDTHS);
    PictureSize shown = sizes.get(0);
    for (PictureSize size : sizes) {
      if (size.content().length <= SMALL) {
        shown = size;
      }
    }
    return shown;
  }

  /**
   * Takes the picture away; none is no fault.
   *
   * @throws NotFoundException when there is no such event of the caller's
   */
  public void noPicture(String slug) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    media.lock(event.id());
    UUID before = media.picture(event.id()).map(EventMediaRepository.Picture::file).orElse(null);
    media.picture(event.id(), null, "", "", 0, 0, clock.instant());
    drop(before);
    audit.record(caller.reader(), "event.no-picture", "event", event.slug(), "");
  }

  private void drop(UUID file) {
    if (file != null) {
      files.delete(file);
    }
  }

  /**
   * Adds a paper.
   *
   * @param title 3 to 200 characters
   * @param tlp its label; RED is not taken, since many read it
   * @param afterwards slides that are shown once the event is over, else a paper from before it
   * @param name of the file, as the browser gave it
   * @return what was taken out of it, in words; empty: nothing was found
   * @throws NotFoundException when there is no such event of the caller's
   * @throws InvalidException with a sentence for {@code title}, {@code tlp} and {@code file}
   */
  public String add(
      String slug, String title, Tlp tlp, boolean afterwards, String name, byte[] content) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    Map<String, String> wrong = new LinkedHashMap<>();
    String words = title(title, wrong);
    label(tlp, wrong);
    if (content == null || content.length == 0) {
      wrong.put("file", "Choose a file. An empty one is none.");
    } else if (content.length > MOST_PAPER) {
      wrong.put("file", "The file is larger than 25 MB. Send a smaller one.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    FileType type =
        FileContent.check(
            content,
            PAPERS,
            "Send a PDF, a picture or plain text. Save slides and documents as PDF first, since"
                + " Office files keep more than they show");
    scanner.admit(content);
    CleanCopy.Made made = CleanCopy.of(content, type);
    CleanCopy copy =
        made.copy()
            .orElseThrow(
                () ->
                    FileContent.refused(
                        "No copy without metadata can be made of this file. Print it as a PDF"
                            + " anew, and send that."));
    media.lock(event.id());
    if (media.papers(event.id()) >= MOST_PAPERS) {
      throw new InvalidException("file", "An event has 60 papers at most. Take one out first.");
    }
    UUID file = files.seal("EVENT_PAPER", copy.content());
    long id =
        media.add(
            event.id(),
            words,
            tlp,
            afterwards,
            file,
            FileName.ending(FileName.clean(name), copy.type()),
            copy.type().mediaType(),
            copy.content().length,
            clock.instant());
    audit.record(
        caller.reader(), "event.paper.added", "event", event.slug(), "paper " + id + ", " + tlp);
    return Trace.words(made.found());
  }

  /**
   * Changes what a paper is called, its label and when it is shown.
   *
   * @throws NotFoundException when there is no such paper of an event of the caller's
   * @throws InvalidException with a sentence for {@code title} and {@code tlp}
   */
  public void change(String slug, long id, String title, Tlp tlp, boolean afterwards) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    Map<String, String> wrong = new LinkedHashMap<>();
    String words = title(title, wrong);
    label(tlp, wrong);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    if (!media.change(event.id(), id, words, tlp, afterwards)) {
      throw new NotFoundException("There is no such paper.");
    }
    audit.record(
        caller.reader(), "event.paper.changed", "event", event.slug(), "paper " + id + ", " + tlp);
  }

  /**
   * Takes a paper out; its file is deleted.
   *
   * @throws NotFoundException when there is no such paper of an event of the caller's
   */
  public void remove(String slug, long id) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    EventMediaRepository.Stored paper =
        media
            .paper(event.id(), id)
            .orElseThrow(() -> new NotFoundException("There is no such paper."));
    media.remove(event.id(), id);
    files.delete(paper.file());
    audit.record(caller.reader(), "event.paper.removed", "event", event.slug(), "paper " + id);
  }

  private static String title(String title, Map<String, String> wrong) {
    String words = PlainText.line(title, 2000);
    int length = words.codePointCount(0, words.length());
    if (length < 3 || length > 200) {
      wrong.put("title", "Say what it is, in 3 to 200 characters.");
    }
    return words;
  }

  private static void label(Tlp tlp, Map<String, String> wrong) {
    if (tlp == null || tlp == Tlp.RED) {
      wrong.put("tlp", "Choose a label. TLP:RED is for named people alone, and for no paper here.");
    }
  }
}
