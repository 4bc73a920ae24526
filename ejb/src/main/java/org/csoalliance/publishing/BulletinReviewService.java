package org.csoalliance.publishing;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** From a draft to what is read, by a second person. */
@Stateless
@RolesAllowed(EDITOR)
public class BulletinReviewService {
  @Inject private BulletinRepository bulletins;
  @Inject private PictureRepository pictures;
  @Inject private AuditLog audit;
  @Inject private Event<Object> events;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public BulletinReviewService() {}

  /** For tests. */
  public BulletinReviewService(
      BulletinRepository bulletins,
      PictureRepository pictures,
      AuditLog audit,
      Event<Object> events,
      CallerContext caller,
      Clock clock) {
    this.bulletins = bulletins;
    this.pictures = pictures;
    this.audit = audit;
    this.events = events;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Hands a draft to a second person.
   *
   * @param lock what the editor has seen
   * @throws InvalidException with a sentence for each field that is missing
   * @throws ConflictException when another editor was faster, or it is no draft
   */
  public void submit(long id, int lock) {
    BulletinSql.Row row = worked(id, lock, Stage.DRAFT);
    Map<String, String> lacks =
        ContentRules.lacks(
            row.content(),
            new Plan(row.slug(), row.publishAt(), row.mail(), row.note()),
            row.current() > 0,
            pictures.of(id).stream().map(Picture::id).collect(Collectors.toSet()));
    if (!lacks.isEmpty()) {
      throw new InvalidException(lacks);
    }
    bulletins.stage(id, Stage.REVIEW, "");
    record(id, "bulletin.submitted", "");
  }

  /**
   * Gives a bulletin back to be worked on, out of review or before its time.
   *
   * @param reason for its authors, at least 5 characters
   * @throws ConflictException when another editor was faster, or it is out already
   */
  public void sendBack(long id, int lock, String reason) {
    String why =
        ContentRules.note(
            "reason", reason, 5, "Say in at least 5 characters what is to be changed.");
    worked(id, lock, Stage.REVIEW, Stage.SCHEDULED);
    bulletins.stage(id, Stage.DRAFT, why);
    record(id, "bulletin.returned", "");
  }

  /**
   * The second person approves. It goes out now, or at its time.
   *
   * @param lock what the editor has seen
   * @throws ConflictException when the caller wrote in it, another editor was faster, or it is not
   *     in review
   */
  public Outcome approve(long id, int lock) {
    BulletinSql.Row row = worked(id, lock, Stage.REVIEW);
    Reader reviewer = caller.reader();
    if (row.authors().contains(reviewer.accountId())) {
      throw new ConflictException(
          "You wrote in this bulletin. Another editor reads and approves it.");
    }
    bulletins.schedule(id, reviewer);
    Instant now = clock.instant();
    if (row.publishAt() != null && row.publishAt().isAfter(now)) {
      record(id, "bulletin.scheduled", row.publishAt().toString());
      return new Outcome(row.slug(), row.publishAt());
    }
    int number = row.current() + 1;
    bulletins.publish(id, number, now);
    events.fire(new NewsChanged(id));
    events.fire(new BulletinPublished(id, number, row.mail(), now));
    record(id, number == 1 ? "bulletin.published" : "bulletin.corrected", "version " + number);
    return new Outcome(row.slug(), null);
  }

  /**
   * Takes a published bulletin back. Its address stays and tells when and why.
   *
   * @param reason for every reader, at least 5 characters
   * @throws ConflictException when another editor was faster, or it is not published
   */
  public void withdraw(long id, int lock, String reason) {
    String why =
        ContentRules.note(
            "reason",
            reason,
            5,
            "Give the reason, in at least 5 characters. It stands in place of the bulletin.");
    BulletinSql.Row row =
        bulletins.editable(id).orElseThrow(() -> new NotFoundException(BulletinDraftService.NONE));
    lock(id, lock);
    if (row.current() == 0 || row.withdrawnAt() != null) {
      throw new ConflictException("This bulletin is not published.");
    }
    bulletins.withdraw(id, why, clock.instant());
    events.fire(new NewsChanged(id));
    events.fire(new BulletinWithdrawn(id));
    record(id, "bulletin.withdrawn", "version " + row.current());
  }

  private BulletinSql.Row worked(long id, int lock, Stage... stages) {
    BulletinSql.Row row =
        bulletins.editable(id).orElseThrow(() -> new NotFoundException(BulletinDraftService.NONE));
    lock(id, lock);
    for (Stage stage : stages) {
      if (row.number() == null && row.stage() == stage) {
        return row;
      }
    }
    throw new ConflictException(
        "This bulletin has moved on since you opened it. Open it again to see how it stands.");
  }

  private void lock(long id, int seen) {
    if (bulletins.lock(id, seen).isEmpty()) {
      throw new ConflictException(BulletinDraftService.CHANGED);
    }
  }

  private void record(long id, String action, String detail) {
    audit.record(caller.reader(), action, "bulletin", String.valueOf(id), detail);
  }
}
