package org.csoalliance.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.event.question.GivenAnswers;
import org.csoalliance.event.question.Question;
import org.csoalliance.event.question.QuestionType;
import org.csoalliance.event.registration.AnswerForm;
import org.csoalliance.event.registration.GuestRegistrationService;
import org.csoalliance.event.registration.OwnRegistrationService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The questions of a registration that there is, with what was answered. */
@Named("eventAnswers")
@RequestScoped
public class AnswersBean {
  @Inject private OwnRegistrationService service;
  @Inject private GuestRegistrationService guests;

  private AnswerForm form;
  private List<AskedQuestion> questions = List.of();

  /** Keeps what was sent, then reads the questions. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    FormKind kind = FormKind.of(Asked.parameter("kind"));
    if (kind == null) {
      Answers.notFound(context);
      return;
    }
    try {
      form =
          getToken().isEmpty()
              ? service.answers(getSlug(), id(), kind)
              : guests.answers(getSlug(), id(), getToken(), kind);
      if (Posted.is() && keep(context, kind)) {
        return;
      }
      if (!Posted.is() && "1".equals(Asked.parameter("large"))) {
        Posted.refused(
            context,
            "The files together are larger than 32 MB, so nothing was kept. Choose smaller files,"
                + " each of 10 MB at most, and fill in the rest again.");
      }
      questions = AskedQuestion.of(form.questions(), form.standing(), Map.of());
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (RefusedException refused) {
      Answers.forbidden(context);
    }
  }

  private boolean keep(FacesContext context, FormKind kind) {
    try {
      GivenAnswers given = given();
      if (getToken().isEmpty()) {
        service.answer(getSlug(), id(), kind, given);
      } else {
        guests.answer(getSlug(), id(), getToken(), kind, given);
      }
      Answers.notice(context, "Kept. You can change it until the event begins.");
      Answers.redirect(context, getBack());
      return true;
    } catch (InvalidException refused) {
      Posted.refused(context, refused);
    } catch (ConflictException refused) {
      Posted.refused(context, refused.getMessage());
    }
    return false;
  }

  private GivenAnswers given() {
    Map<String, GivenAnswers.GivenFile> files = new HashMap<>();
    for (Question one : form.questions()) {
      if (one.type() == QuestionType.FILE) {
        attached(one.key()).ifPresent(file -> files.put(one.key(), file));
      }
    }
    return new GivenAnswers(AskedQuestion.posted(form.questions()).texts(), files);
  }

  private static java.util.Optional<GivenAnswers.GivenFile> attached(String key) {
    try {
      Part part = Posted.request().getPart(key);
      if (part == null || part.getSize() == 0) {
        return java.util.Optional.empty();
      }
      return java.util.Optional.of(
          new GivenAnswers.GivenFile(
              part.getSubmittedFileName(), part.getInputStream().readAllBytes()));
    } catch (IOException | ServletException unreadable) {
      return java.util.Optional.empty();
    }
  }

  private static long id() {
    return Posted.number(String.valueOf(Asked.parameter("id")));
  }

  /** The part of the address that names the event. */
  public String getSlug() {
    return Asked.parameter("slug");
  }

  /** What the link of a guest is signed with; empty: no guest. */
  public String getToken() {
    String token = Asked.parameter("t");
    return token == null ? "" : token;
  }

  /** The address of this page. */
  public String getAddress() {
    return "/events/"
        + getSlug()
        + "/registrations/"
        + id()
        + "/answers/"
        + Asked.parameter("kind")
        + (getToken().isEmpty() ? "" : "?t=" + getToken());
  }

  /** The page of the registration. */
  public String getBack() {
    return "/events/"
        + getSlug()
        + "/registrations/"
        + id()
        + (getToken().isEmpty() ? "" : "?t=" + getToken());
  }

  /** Null before it is loaded. */
  public AnswerForm getForm() {
    return form;
  }

  /** The name of the file that stands for a question; empty: none. */
  public String file(String key) {
    return form.standing().getOrDefault(key, "");
  }

  /** What is asked. */
  public List<AskedQuestion> getQuestions() {
    return questions;
  }

  /** Whether anything was refused. */
  public boolean isFailed() {
    return FacesContext.getCurrentInstance().isValidationFailed();
  }
}
