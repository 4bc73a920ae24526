package org.csoalliance.membership.join;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.error.ConflictException;

/**
 * The course of an application: whose turn it is, what was asked, answered and decided. Each step
 * asks that the one before it was taken; else it has moved on meanwhile.
 */
@Embeddable
public class ApplicationCourse {
  /** How long after a decision its proofs are kept (domain: vetting). */
  public static final Duration PROOFS_KEPT = Duration.ofDays(30);

  @Enumerated(EnumType.STRING)
  private ApplicationState state = ApplicationState.DRAFT;

  private String asked;
  private String reply;
  private String refusal;
  private String appeal;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "answer_by")
  private Instant answerBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "purge_at")
  private Instant purgeAt;

  /** A draft; the entity and JPA make it. */
  protected ApplicationCourse() {}

  /** The applicant sends it: the first time, or again after more was asked for. */
  void submit(String newReply, Instant now, Instant promised) {
    only(ApplicationState.DRAFT, ApplicationState.MORE_ASKED);
    reply = newReply;
    submittedAt = now;
    answerBy = promised;
    state = ApplicationState.SUBMITTED;
  }

  /** The officers ask for more; the applicant reads the text. Their turn again at submission. */
  public void askMore(String text) {
    only(ApplicationState.SUBMITTED, ApplicationState.CHECKED);
    asked = text;
    reply = null;
    state = ApplicationState.MORE_ASKED;
  }

  /** The first officer has checked it; a second one decides. */
  public void checked() {
    only(ApplicationState.SUBMITTED);
    state = ApplicationState.CHECKED;
  }

  /** The second officer, or the one who decides an appeal, says yes. */
  void approve(Instant now) {
    only(ApplicationState.CHECKED, ApplicationState.APPEALED);
    state = ApplicationState.APPROVED;
    decided(now);
  }

  /**
   * The second officer, or the one who decides an appeal, says no; the applicant reads why. What a
   * first officer found not in order may be refused before everything is checked.
   */
  public void refuse(String reason, Instant now) {
    only(
        ApplicationState.SUBMITTED,
        ApplicationState.MORE_ASKED,
        ApplicationState.CHECKED,
        ApplicationState.APPEALED);
    state = ApplicationState.REFUSED;
    refusal = reason;
    decided(now);
  }

  /** The applicant asks for another decision, once. */
  void appeal(String text, Instant promised) {
    if (!mayAppeal()) {
      throw new ConflictException("This application cannot be appealed.");
    }
    state = ApplicationState.APPEALED;
    appeal = text;
    answerBy = promised;
    purgeAt = null;
  }

  /** Whether a refusal stands against which no appeal was made. */
  boolean mayAppeal() {
    return state == ApplicationState.REFUSED && appeal == null;
  }

  /** The applicant takes it back; its proofs go at once. */
  void withdraw(Instant now) {
    if (state.ended()) {
      throw new ConflictException("This application has ended already.");
    }
    state = ApplicationState.WITHDRAWN;
    decidedAt = now;
    purgeAt = now;
  }

  private void decided(Instant now) {
    decidedAt = now;
    purgeAt = now.plus(PROOFS_KEPT);
  }

  private void only(ApplicationState... from) {
    if (!List.of(from).contains(state)) {
      throw new ConflictException(
          "This application has moved on meanwhile: "
              + state.words().toLowerCase(Locale.ROOT)
              + ".");
    }
  }

  /** Whether the applicant may change what is in it. */
  boolean open() {
    return state == ApplicationState.DRAFT;
  }

  /** How far it has come. */
  public ApplicationState state() {
    return state;
  }

  /** What the officers last asked for, null when nothing. */
  public String asked() {
    return asked;
  }

  /** What the applicant answered to it, null when nothing. */
  public String reply() {
    return reply;
  }

  /** The reason of the last refusal, null without one. */
  public String refusal() {
    return refusal;
  }

  /** Why the applicant asks for another decision, null without an appeal. */
  public String appealText() {
    return appeal;
  }

  /** When it was sent the last time, null until then. */
  public Instant submittedAt() {
    return submittedAt;
  }

  /** Until when an answer is promised, null until it was sent. */
  public Instant answerBy() {
    return answerBy;
  }

  /** When it was decided or withdrawn, null until then. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** From when on its proofs are deleted, null while they are needed. */
  public Instant purgeAt() {
    return purgeAt;
  }
}
