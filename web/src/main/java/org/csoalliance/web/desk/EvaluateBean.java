package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.csoalliance.event.evaluation.EvaluationForm;
import org.csoalliance.event.evaluation.EvaluationQuestion;
import org.csoalliance.event.evaluation.EvaluationService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;

/** Somebody who was there says what they thought, by the address in a mail or signed in. */
@Named("evaluate")
@RequestScoped
public class EvaluateBean {
  @Inject private EvaluationService service;

  private EvaluationForm form;
  private boolean done;

  /** Takes the answers, or shows the questions. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      form = service.form(getToken(), getEvent());
      if (DeskBean.posted()) {
        Map<Long, String> given = new HashMap<>();
        for (EvaluationQuestion question : form.questions()) {
          String answer = DeskBean.given("q" + question.id());
          given.put(question.id(), answer == null ? "" : answer);
        }
        service.answer(getToken(), getEvent(), given);
        done = true;
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      context.addMessage(
          null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refused.getMessage(), null));
    }
  }

  /** The signed part of the address; null without one. */
  public String getToken() {
    return DeskBean.given("t");
  }

  /** The event of somebody who is signed in. */
  public String getEvent() {
    return DeskBean.given("event");
  }

  /** What was typed. */
  public String typed(EvaluationQuestion question) {
    String typed = DeskBean.given("q" + question.id());
    return typed == null ? "" : typed;
  }

  public EvaluationForm getForm() {
    return form;
  }

  /** Whether the answers are kept now. */
  public boolean isDone() {
    return done;
  }
}
