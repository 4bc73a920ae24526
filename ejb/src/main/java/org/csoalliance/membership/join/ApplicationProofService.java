package org.csoalliance.membership.join;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.FileName;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Sha256;

/**
 * Takes the proofs of an application and keeps them sealed. The id is the session's, as in {@link
 * ApplicationDraftService}.
 */
@Stateless
@PermitAll
public class ApplicationProofService {
  /** What the files are sealed for. */
  public static final String PURPOSE = "APPLICATION_PROOF";

  /** Files of one application. */
  public static final int MOST_FILES = 8;

  @Inject private ApplicationRepository applications;
  @Inject private SealedFiles files;
  @Inject private MalwareScanner scanner;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public ApplicationProofService() {}

  /** For tests. */
  ApplicationProofService(
      ApplicationRepository applications,
      SealedFiles files,
      MalwareScanner scanner,
      AuditLog audit,
      Clock clock) {
    this.applications = applications;
    this.files = files;
    this.scanner = scanner;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether files can be taken: whether this deployment has a key for them. */
  public boolean ready() {
    return files.ready();
  }

  /**
   * Keeps a proof.
   *
   * @param fileName as the browser gave it; shown, and never used as a path
   * @throws InvalidException with a sentence for {@code kind} or {@code file}
   * @throws ConflictException when the application takes no proofs now, the deployment has no key,
   *     or files cannot be scanned now
   */
  public void add(long id, ProofKind kind, String fileName, byte[] content) {
    if (kind == null) {
      throw new InvalidException("kind", "Say what the file shows");
    }
    String mediaType = ProofContent.mediaType(content);
    scanner.admit(content);
    Application application = lock(id);
    if (application.course().state() != ApplicationState.DRAFT
        && application.course().state() != ApplicationState.MORE_ASKED) {
      throw new ConflictException("This application takes no papers now.");
    }
    byte[] sha256 = Sha256.of(content);
    String hex = java.util.HexFormat.of().formatHex(sha256);
    List<Proof> there = applications.proofs(id).stream().filter(Proof::kept).toList();
    if (there.size() >= MOST_FILES) {
      throw new InvalidException("file", "There are " + MOST_FILES + " files already. Remove one");
    }
    if (there.stream().anyMatch(p -> p.kind() == kind && p.sha256().equals(hex))) {
      throw new InvalidException("file", "You have sent this very file already");
    }
    UUID file = files.seal(PURPOSE, content);
    applications.add(
        id,
        kind,
        file,
        FileName.clean(fileName),
        mediaType,
        content.length,
        sha256,
        clock.instant());
    audit.record(
        Reader.VISITOR,
        "application.proof_added",
        "application",
        JoinService.ref(application),
        kind.words());
  }

  /**
   * Takes a proof back, while the application is a draft.
   *
   * @throws NotFoundException when it is not of this application
   * @throws ConflictException when the application was sent already
   */
  public void remove(long id, long proofId) {
    Application application = lock(id);
    if (!application.course().open()) {
      throw new ConflictException("This application was sent already: its papers stay.");
    }
    Proof proof =
        applications.proofs(id).stream()
            .filter(one -> one.id() == proofId && one.kept())
            .findFirst()
            .orElseThrow(() -> new NotFoundException("There is no such paper"));
    applications.dropProof(id, proofId);
    files.delete(proof.fileId());
    audit.record(
        Reader.VISITOR,
        "application.proof_removed",
        "application",
        JoinService.ref(application),
        proof.kind().words());
  }

  private Application lock(long id) {
    return applications.lock(id).orElseThrow(ApplicationDraftService::gone);
  }
}
