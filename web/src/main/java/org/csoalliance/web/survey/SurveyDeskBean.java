package org.csoalliance.web.survey;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.survey.NewQuestion;
import org.csoalliance.survey.NewSurvey;
import org.csoalliance.survey.QuestionKind;
import org.csoalliance.survey.Survey;
import org.csoalliance.survey.SurveyDeskService;
import org.csoalliance.survey.SurveyState;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;
import org.csoalliance.web.shared.Typed;

/** Where editors set surveys up: {@code /editor/surveys} and a page for each. */
@Named("surveyDesk")
@RequestScoped
public class SurveyDeskBean {
  private static final String DESK = "/editor/surveys";

  /** In place of an empty value, which Facelets leaves out of an option. */
  private static final String EVERYBODY = "ALL";

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  @EJB private SurveyDeskService service;
  @Inject private CallerContext caller;

  private List<Survey> all;
  private Survey survey;

  /** Does what the button says, then shows the page. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    try {
      if (Typed.isPost()) {
        act(context, String.valueOf(Asked.parameter("act")));
      }
      if (!context.getResponseComplete() && Asked.parameter("id") != null) {
        survey = service.open(id());
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void act(FacesContext context, String act) {
    try {
      switch (act) {
        case "create" -> {
          long made = service.create(typed(), number("template"));
          done(context, SurveyWords.text("done.created"), DESK + "/" + made);
        }
        case "change" -> {
          service.change(id(), typed());
          done(context, SurveyWords.text("done.changed"), here());
        }
        case "ask" -> {
          service.ask(
              id(),
              NewQuestion.typed(
                  Asked.parameter("kind"),
                  Asked.parameter("text"),
                  Asked.parameter("options"),
                  Asked.parameter("lines"),
                  Asked.parameter("required") != null));
          done(context, SurveyWords.text("done.asked"), here());
        }
        case "unask" -> {
          service.unask(id(), number("question") == null ? -1 : number("question"));
          done(context, SurveyWords.text("done.unasked"), here());
        }
        case "publish" -> {
          service.publish(id());
          done(context, SurveyWords.text("done.published"), here());
        }
        case "close" -> {
          service.close(id());
          done(context, SurveyWords.text("done.closed"), here());
        }
        case "discard" -> {
          service.discard(id());
          done(context, SurveyWords.text("done.discarded"), DESK);
        }
        default -> Answers.badRequest(context);
      }
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      Typed.refuse(refused.getMessage());
    }
  }

  /** Answers with the named answers as CSV. */
  public void csv() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    try {
      Download.send(
          context,
          "answers.csv",
          "text/csv;charset=UTF-8",
          SurveyCsv.named(service.named(id())).getBytes(StandardCharsets.UTF_8),
          false,
          null);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private static NewSurvey typed() {
    return NewSurvey.typed(
        Asked.parameter("title"),
        Asked.parameter("intro"),
        Asked.parameter("way"),
        EVERYBODY.equals(Asked.parameter("group")) ? "" : Asked.parameter("group"),
        Asked.parameter("opens"),
        Asked.parameter("closes"));
  }

  private static void done(FacesContext context, String sentence, String address) {
    Answers.notice(context, sentence);
    Answers.redirect(context, address);
  }

  private static String here() {
    return DESK + "/" + id();
  }

  private static long id() {
    Long id = number("id");
    return id == null ? -1 : id;
  }

  private static Long number(String name) {
    String text = Asked.parameter(name);
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  /** Every survey; read once a request. */
  public List<Survey> getAll() {
    if (all == null) {
      all = service.all();
    }
    return all;
  }

  /** The survey of the page. */
  public Survey getSurvey() {
    return survey;
  }

  /** Whether it can still be changed. */
  public boolean isDraft() {
    return survey != null && survey.state() == SurveyState.DRAFT;
  }

  /** A time as it is typed. */
  public String time(Instant at) {
    return at == null ? "" : TYPED.format(at);
  }

  /** Whether answers bear names. */
  public Map<String, String> getWays() {
    Map<String, String> ways = new LinkedHashMap<>();
    ways.put("ANONYMOUS", SurveyWords.text("way.anonymous"));
    ways.put("NAMED", SurveyWords.text("way.named"));
    return ways;
  }

  /** Who can be asked. */
  public Map<String, String> getGroups() {
    Map<String, String> groups = new LinkedHashMap<>();
    groups.put(EVERYBODY, SurveyWords.text("desk.all.members"));
    service.groups().forEach(group -> groups.put(String.valueOf(group.id()), group.name()));
    return groups;
  }

  /** Whose questions can be taken over. */
  public Map<String, String> getTemplates() {
    Map<String, String> templates = new LinkedHashMap<>();
    templates.put("", SurveyWords.text("template.none"));
    getAll().stream()
        .filter(each -> each.state() != SurveyState.DRAFT)
        .forEach(each -> templates.put(String.valueOf(each.id()), each.title()));
    return templates;
  }

  /** How a question can be answered. */
  public Map<String, String> getKinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (QuestionKind kind : QuestionKind.values()) {
      kinds.put(kind.name(), kind.words());
    }
    return kinds;
  }
}
