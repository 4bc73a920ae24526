package org.csoalliance.web.survey;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.survey.Survey;
import org.csoalliance.survey.SurveyService;
import org.csoalliance.survey.SurveyState;
import org.csoalliance.web.shared.Answers;

/** The page {@code /surveys}: what is open to the reader, what opens later, what has closed. */
@Named("surveys")
@RequestScoped
public class SurveysBean {
  @EJB private SurveyService service;
  @Inject private CallerContext caller;

  private List<Survey> all = List.of();

  /** Reads the list. */
  public void load() {
    if (!caller.reader().is(Role.MEMBER) && !caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(FacesContext.getCurrentInstance());
      return;
    }
    all = service.list();
  }

  /** Open ones, and those that open later. */
  public List<Survey> getOpen() {
    return all.stream().filter(each -> each.state() != SurveyState.CLOSED).toList();
  }

  /** Closed ones. */
  public List<Survey> getClosed() {
    return all.stream().filter(each -> each.state() == SurveyState.CLOSED).toList();
  }
}
