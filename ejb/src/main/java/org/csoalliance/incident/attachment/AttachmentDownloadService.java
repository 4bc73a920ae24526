package org.csoalliance.incident.attachment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.csoalliance.incident.attachment.AttachmentContent.Which;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.FileName;
import org.csoalliance.platform.file.FileType;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.Sha256;

/**
 * Hands out files of incidents. Anyone may ask: a file goes to those who may see its incident, an
 * original to editors alone, and to anybody else there is no such file.
 */
@Stateless
@PermitAll
public class AttachmentDownloadService {
  @Inject private AttachmentRepository attachments;
  @Inject private SealedFiles files;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public AttachmentDownloadService() {}

  /** For tests. */
  AttachmentDownloadService(
      AttachmentRepository attachments, SealedFiles files, AuditLog audit, CallerContext caller) {
    this.attachments = attachments;
    this.files = files;
    this.audit = audit;
    this.caller = caller;
  }

  /**
   * Opens a file. That an editor opened an original is noted in the audit log.
   *
   * @throws NotFoundException when there is none, or not for this reader, or not yet
   */
  public AttachmentContent open(String reference, long id, Which which) {
    Reader reader = caller.reader();
    String wanted = AttachmentService.reference(reference);
    AttachmentRepository.Sealed file =
        attachments
            .find(wanted, id, reader, false)
            .filter(found -> found.state().open())
            .orElseThrow(AttachmentService::none);
    if (which == Which.ORIGINAL) {
      if (!reader.is(Role.EDITOR) || file.original() == null) {
        throw AttachmentService.none();
      }
      byte[] content = files.open(file.original());
      audit.record(reader, "attachment.original_opened", "incident", wanted, "file " + id);
      return answer(file.fileName(), file.type(), content, false, false);
    }
    if (file.copy() == null || which == Which.THUMBNAIL && file.thumbnail() == null) {
      throw AttachmentService.none();
    }
    boolean small = which == Which.THUMBNAIL;
    FileType type = small ? FileType.JPEG : file.copyType();
    byte[] content = files.open(small ? file.thumbnail() : file.copy());
    boolean painted = type.family() == FileType.Family.PICTURE;
    return answer(FileName.ending(file.fileName(), type), type, content, painted, file.everybody());
  }

  private static AttachmentContent answer(
      String name, FileType type, byte[] content, boolean painted, boolean everybody) {
    return new AttachmentContent(
        name,
        type.mediaType(),
        content,
        painted,
        everybody,
        HexFormat.of().formatHex(Sha256.of(content)));
  }
}
