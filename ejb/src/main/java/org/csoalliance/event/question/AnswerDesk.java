package org.csoalliance.event.question;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.FileContent;
import org.csoalliance.platform.file.FileName;
import org.csoalliance.platform.file.FileType;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.file.SealedFiles;

/**
 * Takes and gives back answers for the rooms that know whose a registration is. It asks nobody
 * whether they may: its callers have.
 */
@Dependent
public class AnswerDesk {
  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final String PURPOSE = "EVENT_ANSWER";

  private FormRepository forms;
  private AnswerRepository answers;
  private SealedFiles files;
  private MalwareScanner scanner;
  private Clock clock;

  /** For CDI. */
  protected AnswerDesk() {}

  /** Keeps by the given repositories. */
  @Inject
  public AnswerDesk(
      FormRepository forms,
      AnswerRepository answers,
      SealedFiles files,
      MalwareScanner scanner,
      Clock clock) {
    this.forms = forms;
    this.answers = answers;
    this.files = files;
    this.scanner = scanner;
    this.clock = clock;
  }

  /** What is asked now. */
  public QuestionForm form(long eventId, FormKind kind) {
    return forms.newest(eventId, kind);
  }

  /**
   * Holds answers against the questions without keeping them. Files are left out: they are asked
   * for once there is a registration.
   *
   * @throws InvalidException with a sentence for each question that is not answered well
   */
  public void check(QuestionForm form, Long category, GivenAnswers given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    AnswerRules.clean(withoutFiles(form, category), given, List.of(), wrong);
    refuse(wrong);
  }

  /** Keeps what was answered with the registration. */
  public void keepFirst(long registrationId, QuestionForm form, Long category, GivenAnswers given) {
    keep(registrationId, form, withoutFiles(form, category), given);
  }

  /**
   * Keeps answers in place of those before.
   *
   * @throws InvalidException with a sentence for each question that is not answered well; nothing
   *     is kept then
   */
  public void keep(long registrationId, QuestionForm form, Long category, GivenAnswers given) {
    keep(registrationId, form, form.of(category), given);
  }

  private void keep(
      long registrationId, QuestionForm form, List<Question> asked, GivenAnswers given) {
    List<AnswerRepository.Kept> before = answers.of(registrationId);
    List<String> kept =
        before.stream()
            .filter(one -> one.file() != null)
            .map(AnswerRepository.Kept::question)
            .toList();
    Map<String, String> wrong = new LinkedHashMap<>();
    Map<String, String> clean = AnswerRules.clean(asked, given, kept, wrong);
    Map<String, String> names = new LinkedHashMap<>();
    for (Question question : asked) {
      GivenAnswers.GivenFile file = given.files().get(question.key());
      if (question.type() == QuestionType.FILE && file != null) {
        checked(question, file, names, wrong);
      }
    }
    refuse(wrong);
    for (Question question : asked) {
      String answer = clean.get(question.key());
      if (names.containsKey(question.key())) {
        drop(registrationId, question.key());
        UUID id = files.seal(PURPOSE, given.files().get(question.key()).content());
        answers.keep(
            registrationId, question, form.id(), names.get(question.key()), id, clock.instant());
      } else if (question.type() != QuestionType.FILE) {
        if (answer == null || answer.isEmpty()) {
          answers.forget(registrationId, question.key());
        } else {
          answers.keep(registrationId, question, form.id(), answer, null, clock.instant());
        }
      }
    }
  }

  private void checked(
      Question question,
      GivenAnswers.GivenFile file,
      Map<String, String> names,
      Map<String, String> wrong) {
    if (file.content().length > MOST_BYTES) {
      wrong.put(question.key(), "The file is larger than 10 MB. Send a smaller one.");
      return;
    }
    try {
      FileType type =
          FileContent.check(
              file.content(),
              java.util.EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG),
              "Send a PDF, a JPEG or a PNG");
      if (scanner.refuses(file.content())) {
        wrong.put(question.key(), "The file holds malware and was not kept.");
        return;
      }
      names.put(question.key(), FileName.ending(FileName.clean(file.name()), type));
    } catch (InvalidException refused) {
      wrong.put(question.key(), refused.getMessage());
    } catch (IOException unreachable) {
      throw new ConflictException("Files cannot be checked at this moment. Try again later.");
    }
  }

  private void drop(long registrationId, String key) {
    answers.file(registrationId, key).ifPresent(files::delete);
  }

  /** Forgets every answer and its files. */
  public void forget(long registrationId) {
    for (AnswerRepository.Kept one : answers.of(registrationId)) {
      if (one.file() != null) {
        files.delete(one.file());
      }
    }
    answers.forget(registrationId);
  }

  /** What was answered, with the words of the version that was answered, in its order. */
  public List<GivenAnswer> answers(long eventId, long registrationId) {
    return read(forms.all(eventId), answers.of(registrationId));
  }

  /** Questions of the form that must be answered and are not. */
  public List<Question> missing(long eventId, FormKind kind, long registrationId, Long category) {
    QuestionForm form = forms.newest(eventId, kind);
    Map<String, String> have = new LinkedHashMap<>();
    answers.of(registrationId).forEach(one -> have.put(one.question(), one.answer()));
    return form.of(category).stream()
        .filter(one -> one.required() && !have.containsKey(one.key()))
        .filter(
            one ->
                !one.conditional()
                    || have.getOrDefault(one.onKey(), "")
                        .lines()
                        .anyMatch(line -> line.equalsIgnoreCase(one.onAnswer())))
        .toList();
  }

  /**
   * The content of a file that was given as an answer.
   *
   * @throws NotFoundException when there is none
   */
  public byte[] file(long registrationId, String question) {
    return files.open(
        answers
            .file(registrationId, question)
            .orElseThrow(() -> new NotFoundException("There is no such file.")));
  }

  static List<GivenAnswer> read(List<QuestionForm> forms, List<AnswerRepository.Kept> kept) {
    List<GivenAnswer> read = new ArrayList<>();
    for (QuestionForm form : forms) {
      for (Question question : form.questions()) {
        kept.stream()
            .filter(one -> one.formId() == form.id() && one.question().equals(question.key()))
            .forEach(
                one ->
                    read.add(
                        new GivenAnswer(
                            question.key(),
                            question.label(),
                            question.type(),
                            one.special(),
                            one.answer(),
                            one.file() != null,
                            form.kind(),
                            form.version(),
                            one.answeredAt())));
      }
    }
    return read;
  }

  private static List<Question> withoutFiles(QuestionForm form, Long category) {
    return form.of(category).stream().filter(one -> one.type() != QuestionType.FILE).toList();
  }

  private static void refuse(Map<String, String> wrong) {
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
  }
}
