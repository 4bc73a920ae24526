package org.csoalliance.web.survey;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.survey.Survey;
import org.csoalliance.survey.SurveyResult;
import org.csoalliance.survey.SurveyService;
import org.csoalliance.survey.SurveyState;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;
import org.csoalliance.web.shared.Typed;

/** A survey: its questions while it is open, its results once it has closed. */
@Named("survey")
@RequestScoped
public class SurveyBean {
  @EJB private SurveyService service;
  @Inject private CallerContext caller;

  private Survey survey;
  private List<SurveyResult> results = List.of();

  /** Takes the answers that were posted, then shows the survey. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (refused(context)) {
      return;
    }
    try {
      if (Typed.isPost()) {
        answer(context);
      }
      if (!context.getResponseComplete()) {
        survey = service.open(slug());
        results = survey.state() == SurveyState.CLOSED ? service.results(slug()) : List.of();
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void answer(FacesContext context) {
    if (!caller.reader().is(Role.MEMBER)) {
      Answers.forbidden(context);
      return;
    }
    try {
      service.answer(slug(), Typed::all);
      Answers.notice(context, SurveyWords.text("done.answered"));
      Answers.redirect(context, "/surveys/" + slug());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      Typed.refuse(refused.getMessage());
    }
  }

  /** Answers with the results as CSV. */
  public void csv() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (refused(context)) {
      return;
    }
    try {
      String csv = SurveyCsv.results(service.results(slug()));
      Download.send(
          context,
          "survey-" + slug() + ".csv",
          "text/csv;charset=UTF-8",
          csv.getBytes(StandardCharsets.UTF_8),
          false,
          null);
    } catch (NotFoundException | ConflictException none) {
      Answers.notFound(context);
    }
  }

  private boolean refused(FacesContext context) {
    boolean may = caller.reader().is(Role.MEMBER) || caller.reader().is(Role.EDITOR);
    if (!may) {
      Answers.forbidden(context);
    }
    return !may;
  }

  private static String slug() {
    return Asked.parameter("slug");
  }

  /** The survey. */
  public Survey getSurvey() {
    return survey;
  }

  /** What came of it. */
  public List<SurveyResult> getResults() {
    return results;
  }

  /** The picture of a line. */
  public SurveyChart chart(SurveyResult.Line line) {
    return new SurveyChart(line);
  }

  /** Whether the reader answers here: a member who has not yet, while it is open. */
  public boolean isAsking() {
    return survey != null
        && survey.state() == SurveyState.OPEN
        && !survey.mine()
        && caller.reader().is(Role.MEMBER);
  }
}
