package org.csoalliance.membership.vetting;

import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.membership.join.ApplicationRepository;
import org.csoalliance.membership.join.Proof;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.text.PlainText;

/** The first officer's work: proofs, checklist, notes, and asking for more. */
@Stateless
@RolesAllowed(VETTING_OFFICER)
public class VettingService {
  private static final String OBJECT = "application";

  @Inject private VettingDesk desk;
  @Inject private VettingRepository repository;
  @Inject private ApplicationRepository applications;
  @Inject private SealedFiles files;
  @Inject private VettingMail mail;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;

  /** Made by the container. */
  public VettingService() {}

  /** For tests. */
  public VettingService(
      VettingDesk desk,
      VettingRepository repository,
      ApplicationRepository applications,
      SealedFiles files,
      VettingMail mail,
      Outbox outbox,
      AuditLog audit) {
    this.desk = desk;
    this.repository = repository;
    this.applications = applications;
    this.files = files;
    this.mail = mail;
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * Everything of an application.
   *
   * @throws NotFoundException when there is none, or it is one of the officer's own company
   */
  public VettingCase read(String reference) {
    return desk.read(reference);
  }

  /**
   * Opens a proof; each opening is in the audit log.
   *
   * @throws NotFoundException when there is none, it was deleted, or the application is not for
   *     this officer
   */
  public ProofContent open(String reference, long proofId) {
    VettingRepository.Known known = desk.visible(reference);
    Proof proof =
        applications.proofs(known.id()).stream()
            .filter(each -> each.id() == proofId && each.kept())
            .findFirst()
            .orElseThrow(() -> new NotFoundException("There is no such file."));
    byte[] content = files.open(proof.fileId());
    audit.record(
        desk.officer(), "proof.opened", OBJECT, reference, proof.kind() + " " + proof.id());
    return new ProofContent(proof.fileName(), proof.mediaType(), content);
  }

  /**
   * Enters items of the checklist; those that stand so already are left as they are.
   *
   * @throws InvalidException with a sentence for {@code note-ITEM}, {@code number}, {@code source}
   * @throws ConflictException when the application is not to be checked any more
   */
  public void check(String reference, List<CheckEntry> entries) {
    VettingDesk.Taken taken = desk.take(reference);
    if (!taken.standing().mayCheck()) {
      throw VettingDesk.moved(taken.application().course().state());
    }
    Set<String> given =
        taken.application().telephone() == null
            ? Set.of()
            : Set.of(taken.application().telephone());
    Map<CheckItem, Check> standing =
        repository.checks(taken.id()).stream()
            .collect(Collectors.toMap(Check::item, check -> check, (older, newer) -> newer));
    Map<String, String> wrong = new LinkedHashMap<>();
    List<CheckEntry> changed = new ArrayList<>();
    for (CheckEntry entry : entries) {
      CheckEntry clean = clean(entry);
      if (clean.outcome() != null && !same(clean, standing.get(clean.item()))) {
        wrong.putAll(VettingRules.objections(clean, given));
        changed.add(clean);
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    if (changed.isEmpty()) {
      return;
    }
    changed.forEach(entry -> repository.addCheck(taken.id(), entry, desk.officer(), desk.now()));
    audit.record(
        desk.officer(),
        "application.items_checked",
        OBJECT,
        reference,
        changed.stream()
            .map(entry -> entry.item() + " " + entry.outcome())
            .collect(Collectors.joining(", ")));
  }

  private static CheckEntry clean(CheckEntry entry) {
    boolean call = entry.item() == CheckItem.CALL_BACK && entry.outcome() == CheckOutcome.DONE;
    return new CheckEntry(
        entry.item(),
        entry.outcome(),
        PlainText.line(entry.note(), Integer.MAX_VALUE),
        call ? PlainText.line(entry.number(), Integer.MAX_VALUE) : null,
        call ? PlainText.line(entry.source(), Integer.MAX_VALUE) : null);
  }

  private static boolean same(CheckEntry entry, Check check) {
    return check != null
        && check.outcome() == entry.outcome()
        && check.note().equals(entry.note())
        && java.util.Objects.equals(check.number(), entry.number())
        && java.util.Objects.equals(check.source(), entry.source());
  }

  /**
   * Leaves a note for the other officers; the applicant does not read it.
   *
   * @throws InvalidException when it is too short or too long
   */
  public void note(String reference, String typed) {
    VettingDesk.Taken taken = desk.take(reference);
    repository.addNote(taken.id(), VettingDesk.text("note", typed), desk.officer(), desk.now());
    audit.record(desk.officer(), "application.noted", OBJECT, reference, "");
  }

  /**
   * Asks the applicant for more, by mail; it is their turn then.
   *
   * @param seen the version that the officer looked at
   * @throws InvalidException when the text is too short or too long
   * @throws ConflictException when somebody changed the application meanwhile, or it is decided
   */
  public void askMore(String reference, int seen, String typed) {
    VettingDesk.Taken taken = desk.take(reference, seen);
    if (!taken.standing().mayAsk()) {
      throw VettingDesk.moved(taken.application().course().state());
    }
    String text = VettingDesk.text("ask", typed);
    taken.application().course().askMore(text);
    step(taken, VettingStep.Kind.ASKED_MORE, text);
    outbox.queue(List.of(mail.askedMore(taken.application(), text)));
    audit.record(desk.officer(), "application.more_asked", OBJECT, reference, "");
  }

  /**
   * The first officer is through: a second one decides.
   *
   * @param seen the version that the officer looked at
   * @throws RefusedException when items are missing, or others did all the checks
   * @throws ConflictException when somebody changed the application meanwhile
   */
  public void complete(String reference, int seen) {
    VettingDesk.Taken taken = desk.take(reference, seen);
    VettingStanding standing = taken.standing();
    if (!standing.mayComplete()) {
      if (!standing.mayAsk() || !standing.mayCheck()) {
        throw VettingDesk.moved(taken.application().course().state());
      }
      throw new RefusedException(
          standing.missing().isEmpty()
              ? "Somebody else did the checks. Who checked says that they are complete."
              : "Not complete yet. " + String.join(". ", standing.missing()) + ".");
    }
    taken.application().course().checked();
    step(taken, VettingStep.Kind.FIRST_CHECK, "");
    outbox.queue(List.of(mail.checked(taken.application())));
    audit.record(desk.officer(), "application.checked", OBJECT, reference, "");
  }

  private void step(VettingDesk.Taken taken, VettingStep.Kind kind, String reason) {
    applications.flush();
    repository.addStep(taken.id(), kind, null, reason, desk.officer(), desk.now());
  }
}
