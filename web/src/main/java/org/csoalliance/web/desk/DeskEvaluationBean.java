package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.evaluation.EvaluationDeskService;
import org.csoalliance.event.evaluation.EvaluationQuestion;
import org.csoalliance.event.evaluation.EvaluationResults;

/** The questions of an evaluation and what people answered, for the organiser. */
@Named("deskEvaluation")
@RequestScoped
public class DeskEvaluationBean {
  @Inject private EvaluationDeskService service;
  @Inject private DeskBean desk;

  private EvaluationResults results;

  /** Takes a button, then reads the results. */
  public void load() {
    if (!desk.open(EventDuty.ORGANISER)) {
      return;
    }
    String slug = desk.getEvent().slug();
    if (DeskBean.posted()) {
      desk.act("/evaluation", () -> act(slug));
    }
    if (!FacesContext.getCurrentInstance().getResponseComplete()) {
      results = service.results(slug);
    }
  }

  private String act(String slug) {
    if (DeskBean.given("usual") != null) {
      service.usual(slug);
      return DeskWords.fill("evaluation.added");
    }
    if (DeskBean.given("remove") != null) {
      service.remove(slug, DeskBean.number("remove"));
      return DeskWords.fill("evaluation.removed");
    }
    if (DeskBean.given("open") != null) {
      boolean open = DeskBean.given("open").equals("yes");
      service.open(slug, open);
      return DeskWords.fill(open ? "evaluation.opened" : "evaluation.closed");
    }
    service.add(
        slug,
        Arrays.stream(EvaluationQuestion.Kind.values())
            .filter(kind -> kind.name().equals(DeskBean.given("kind")))
            .findFirst()
            .orElse(null),
        DeskBean.given("words"),
        DeskBean.given("options"));
    return DeskWords.fill("evaluation.added");
  }

  public EvaluationResults getResults() {
    return results;
  }

  /** How many answered, in words. */
  public String getTurnout() {
    return results.answered() == null
        ? DeskWords.fill("evaluation.few", results.asked())
        : DeskWords.fill("evaluation.turnout", results.answered(), results.asked());
  }

  /** The kinds of question, to choose from. */
  public List<EvaluationQuestion.Kind> getKinds() {
    return List.of(EvaluationQuestion.Kind.values());
  }
}
