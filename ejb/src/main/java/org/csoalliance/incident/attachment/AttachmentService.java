package org.csoalliance.incident.attachment;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.file.CleanCopy;
import org.csoalliance.platform.file.FileContent;
import org.csoalliance.platform.file.FileName;
import org.csoalliance.platform.file.FileType;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.text.PlainText;

/**
 * Adds photos, videos and documents to incidents, and takes them away. Whoever may see an incident
 * and is a member, partner or editor may add to it; peers do so as part of their update.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class AttachmentService {
  /** What the files are sealed for. */
  static final String PURPOSE = "INCIDENT_ATTACHMENT";

  private static final int MOST_DESCRIPTION = 300;
  private static final int MOST_REASON = 300;

  @Inject private AttachmentRepository attachments;
  @Inject private SealedFiles files;
  @Inject private MalwareScanner scanner;
  @Inject private AttachmentLimits limits;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;
  @Inject private Event<AttachmentQuarantined> events;

  /** Made by the container. */
  public AttachmentService() {}

  /** For tests. */
  AttachmentService(
      AttachmentRepository attachments,
      SealedFiles files,
      MalwareScanner scanner,
      AttachmentLimits limits,
      AuditLog audit,
      CallerContext caller,
      Clock clock,
      Event<AttachmentQuarantined> events) {
    this.attachments = attachments;
    this.files = files;
    this.scanner = scanner;
    this.limits = limits;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
    this.events = events;
  }

  /** Whether files can be taken: whether this deployment has a key to seal them with. */
  public boolean ready() {
    return files.ready();
  }

  /** Whether files are scanned for malware before anybody can open them. */
  public boolean scanned() {
    return scanner.configured();
  }

  /**
   * Keeps a file: the original sealed for editors, a copy without metadata for those who may see
   * the incident, both closed until the scanner has looked at them where there is one.
   *
   * @return the number of the attachment
   * @throws InvalidException with a sentence for {@code file}, {@code description} or {@code
   *     answer}
   * @throws NotFoundException when there is no such incident, or the caller may not see it
   * @throws ConflictException when the incident has too many files, or no key is set
   */
  public long add(AddAttachment given) {
    Reader who = caller.reader();
    AddAttachment file = clean(given);
    AttachmentRepository.Place place =
        attachments.place(reference(file.reference()), who).orElseThrow(AttachmentService::none);
    if (!attachments.room(place.incidentId(), Attachments.MOST)) {
      throw new InvalidException(
          "file", "This incident has " + Attachments.MOST + " files already. Remove one first.");
    }
    if (file.updateId() != null
        && !attachments.answers(place.incidentId(), file.updateId(), who.companyId())) {
      throw new InvalidException(
          "answer", "This is no standing answer of your company to this incident.");
    }
    byte[] sha256 = Sha256.of(file.content());
    if (attachments.holds(place.incidentId(), sha256)) {
      throw new InvalidException("file", "This very file is on the incident already.");
    }
    FileType type = type(file.content());
    FileContent.agrees(type, file.mediaType());
    if (type.family() == FileType.Family.PICTURE && file.description().isEmpty()) {
      throw new InvalidException(
          "description", "Say in a few words what the picture shows. Some cannot see it.");
    }
    String name = FileName.ending(FileName.clean(file.fileName()), type);
    AttachmentRepository.Made made = make(file.content(), type);
    AttachmentState state =
        scanner.configured() ? AttachmentState.QUARANTINED : AttachmentState.UNSCANNED;
    long id =
        attachments.add(
            place.incidentId(),
            file,
            side(who, place),
            who,
            type,
            name,
            sha256,
            made,
            state,
            clock.instant());
    if (state == AttachmentState.QUARANTINED) {
      events.fire(new AttachmentQuarantined(id));
    }
    audit.record(
        who,
        "attachment.added",
        "incident",
        reference(file.reference()),
        "file " + id + ", " + type.words() + ", " + file.content().length + " bytes");
    return id;
  }

  /**
   * Takes a file away: who added it, the own side of the incident, or an editor. Its content is
   * deleted; that it was there stays in the audit log.
   *
   * @param reason 5 to 300 characters
   * @throws InvalidException with a sentence for {@code reason}
   * @throws NotFoundException when there is no such file, or the caller may not see it
   * @throws RefusedException when it is another's
   */
  public void remove(String reference, long id, String reason) {
    Reader who = caller.reader();
    String why = PlainText.line(reason, MOST_REASON + 1);
    if (why.length() < 5 || why.length() > MOST_REASON) {
      throw new InvalidException("reason", "Say why, in 5 to 300 characters.");
    }
    AttachmentRepository.Sealed file =
        attachments
            .find(reference(reference), id, who, true)
            .filter(found -> found.state() != AttachmentState.REMOVED)
            .orElseThrow(AttachmentService::none);
    boolean mine = who.signedIn() && who.accountId().equals(file.uploaderId());
    if (!mine && !file.own()) {
      if (file.copy() == null || !file.state().open()) {
        throw none(); // it does not exist for this reader
      }
      throw new RefusedException("Somebody else added this file.");
    }
    attachments.close(id, AttachmentState.REMOVED, why, clock.instant()).forEach(files::delete);
    audit.record(who, "attachment.removed", "incident", reference(reference), "file " + id);
  }

  private AddAttachment clean(AddAttachment given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    byte[] content = given.content() == null ? new byte[0] : given.content();
    String words = PlainText.line(given.description(), MOST_DESCRIPTION + 1);
    if (words.codePointCount(0, words.length()) > MOST_DESCRIPTION) {
      wrong.put("description", "Describe the file in at most 300 characters.");
    }
    if (content.length == 0) {
      wrong.put("file", "Choose a file. An empty one is none.");
    } else if (content.length > limits.most()) {
      wrong.put("file", tooLarge());
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new AddAttachment(
        given.reference(), given.fileName(), given.mediaType(), words, content, given.updateId());
  }

  private FileType type(byte[] content) {
    FileType type =
        FileContent.check(
            content,
            FileType.ALL,
            "This file is none that can be taken, whatever its name: send a JPEG, PNG or WebP"
                + " picture, an MP4 or MOV video, a PDF, a Word or Excel document, or plain text");
    boolean video = type.family() == FileType.Family.VIDEO;
    if (content.length > (video ? limits.mostOfVideos() : limits.mostOfOthers())) {
      throw new InvalidException("file", tooLarge());
    }
    return type;
  }

  /** What to say of a file that is too large. */
  public String tooLarge() {
    return String.format(
        Locale.ROOT,
        "The file is too large: pictures and documents may have %d MB, videos %d MB.",
        limits.megabytes(),
        limits.videoMegabytes());
  }

  private AttachmentRepository.Made make(byte[] content, FileType type) {
    CleanCopy.Made made = CleanCopy.of(content, type);
    UUID original = files.seal(PURPOSE, content);
    String found = made.found().stream().map(Enum::name).collect(Collectors.joining(" "));
    if (made.copy().isEmpty()) {
      return new AttachmentRepository.Made(original, null, null, null, null, null, 0, 0, found);
    }
    CleanCopy copy = made.copy().get();
    return new AttachmentRepository.Made(
        original,
        files.seal(PURPOSE, copy.content()),
        copy.thumbnail() == null ? null : files.seal(PURPOSE, copy.thumbnail()),
        copy.type(),
        (long) copy.content().length,
        Sha256.of(copy.content()),
        copy.width(),
        copy.height(),
        found);
  }

  private static Attachment.Side side(Reader who, AttachmentRepository.Place place) {
    boolean reporter = who.accountId() != null && who.accountId().equals(place.reporterId());
    if (!reporter && who.is(Role.EDITOR)) {
      return Attachment.Side.EDITOR;
    }
    return place.own() ? Attachment.Side.OWN : Attachment.Side.PEER;
  }

  static String reference(String typed) {
    String reference = typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT);
    if (!reference.matches("[A-Z0-9-]{1,20}")) {
      throw none();
    }
    return reference;
  }

  static NotFoundException none() {
    return new NotFoundException("There is no such file or incident, or you may not see it.");
  }
}
