package org.csoalliance.survey;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.membership.group.GroupSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/** Sets surveys up. What is published does not change any more; it can be closed early. */
@Stateless
@RolesAllowed(EDITOR)
public class SurveyDeskService {
  private static final int MOST_QUESTIONS = 40;

  @Inject private SurveyRepository surveys;
  @Inject private AnswerRepository answers;
  @Inject private GroupService groups;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public SurveyDeskService() {}

  SurveyDeskService(
      SurveyRepository surveys,
      AnswerRepository answers,
      GroupService groups,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.surveys = surveys;
    this.answers = answers;
    this.groups = groups;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** An answer with its name, for the CSV of a survey that is not anonymous. */
  public record NamedAnswer(String name, String question, String line, String answer) {}

  /** Every survey, drafts first. */
  public List<Survey> all() {
    return surveys.all(caller.reader());
  }

  /** The groups that can be asked: those that the editor may know of. */
  public List<GroupSummary> groups() {
    return groups.list();
  }

  /**
   * A survey.
   *
   * @throws NotFoundException when there is none
   */
  public Survey open(long id) {
    return surveys
        .byId(caller.reader(), id)
        .orElseThrow(() -> new NotFoundException("There is no such survey."));
  }

  /**
   * Begins a draft.
   *
   * @param template null, or a survey whose questions are taken over; it is then the earlier round
   * @throws InvalidException field {@code group} for a group that the editor may not know of
   */
  public long create(NewSurvey made, Long template) {
    group(made);
    Survey before = template == null ? null : open(template);
    long id = surveys.add(made, template, caller.reader(), clock.instant());
    if (before != null) {
      for (SurveyQuestion question : before.questions()) {
        surveys.ask(
            id,
            new NewQuestion(
                question.kind(),
                question.text(),
                question.options(),
                question.kind() == QuestionKind.MATRIX ? question.lines() : List.of(),
                question.required()),
            question.code());
      }
    }
    record("survey.created", id, before == null ? "" : "after " + before.slug());
    return id;
  }

  /** Changes a draft. */
  public void change(long id, NewSurvey made) {
    draft(id);
    group(made);
    surveys.redraft(id, made);
    record("survey.changed", id, "");
  }

  /** Adds a question to a draft. */
  public void ask(long id, NewQuestion made) {
    if (draft(id).questions().size() >= MOST_QUESTIONS) {
      throw new ConflictException("A survey holds 40 questions at most.");
    }
    surveys.ask(id, made, null);
    record("survey.question_added", id, made.kind().name());
  }

  /** Takes a question out of a draft. */
  public void unask(long id, long question) {
    draft(id);
    if (surveys.unask(id, question)) {
      record("survey.question_removed", id, "");
    }
  }

  /** Publishes a draft; from then on nothing of it changes. */
  public void publish(long id) {
    if (draft(id).questions().isEmpty()) {
      throw new ConflictException("Add a question first.");
    }
    surveys.publish(id);
    record("survey.published", id, "");
  }

  /** Closes an open survey at this moment. */
  public void close(long id) {
    surveys.lock(open(id).id());
    if (!surveys.close(id)) {
      throw new ConflictException("This survey is not open.");
    }
    record("survey.closed", id, "");
  }

  /** Throws a draft away. */
  public void discard(long id) {
    String slug = draft(id).slug();
    surveys.delete(id);
    audit.record(caller.reader(), "survey.discarded", "survey", slug, "");
  }

  /**
   * The answers of a survey that is not anonymous, by person.
   *
   * @throws NotFoundException for an anonymous one, of which there are none
   */
  public List<NamedAnswer> named(long id) {
    Survey survey = open(id);
    if (survey.anonymous()) {
      throw new NotFoundException("Nobody can tell who answered what.");
    }
    record("survey.answers_read", id, "");
    return answers.named(id).stream()
        .map(
            each -> {
              SurveyQuestion question =
                  survey.questions().stream()
                      .filter(q -> q.id() == each.question())
                      .findFirst()
                      .orElseThrow();
              return new NamedAnswer(
                  each.name(),
                  question.text(),
                  question.lines().get(each.line()),
                  question.kind() == QuestionKind.TEXT
                      ? each.value()
                      : question.options().get(Integer.parseInt(each.value())));
            })
        .toList();
  }

  private void group(NewSurvey made) {
    boolean known =
        made.groupId() == null
            || groups.list().stream().anyMatch(group -> group.id() == made.groupId());
    if (!known) {
      throw new InvalidException("group", "Choose a group from the list.");
    }
  }

  private Survey draft(long id) {
    surveys.lock(id);
    Survey survey = open(id);
    if (survey.state() != SurveyState.DRAFT) {
      throw new ConflictException("It is published and does not change any more.");
    }
    return survey;
  }

  private void record(String action, long id, String detail) {
    audit.record(caller.reader(), action, "survey", open(id).slug(), detail);
  }
}
