package org.csoalliance.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.geography.NearestPort;
import org.csoalliance.incident.IncidentVersionService;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.incident.form.Step;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/**
 * A long form: one step a page, the answers kept on the server between them, checked at the end.
 * The page keeps no view state, so it does not expire: whoever signs in again goes on.
 */
@Named("longForm")
@RequestScoped
public class LongFormBean {
  private static final FormWords WORDS = FormWords.english();

  @Inject private LongFormDraft draft;
  @Inject private LongFormGroups groups;
  @Inject private PlaceSuggestion places;
  @Inject private CallerContext caller;

  private LongFormRoute route;
  private Map<String, String> wrong = Map.of();
  private LongFormReading reading;

  /**
   * The page is walked through before it is loaded when a form is posted: what it is made of by its
   * address is known from the start.
   */
  @PostConstruct
  void address() {
    route = LongFormRoute.asked();
  }

  /** Opens a step, or does what its buttons say. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    Reader reader = caller.reader();
    if (!reader.is(Role.MEMBER) && !reader.is(Role.PARTNER) && !reader.is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    try {
      if (open(context)) {
        String act = Asked.parameter("do");
        if (context.isPostback() && act != null) {
          act(context, act);
        } else if (route.step() == Step.CHECK) {
          checkAll(context);
        }
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (RefusedException refused) {
      Answers.forbidden(context);
    }
  }

  /** Finds kind, form and what was answered so far; false: the answer is given. */
  private boolean open(FacesContext context) {
    if (route.kind() == null) {
      Answers.notFound(context);
      return false;
    }
    reading = null;
    if (!draft.resume(route) && !begin(context)) {
      return false;
    }
    route = route.on(route.of());
    return true;
  }

  private boolean begin(FacesContext context) {
    String posted = Asked.parameter("key");
    if (context.isPostback() && posted != null) {
      Optional<String> sent = draft.under(posted);
      if (sent.isPresent()) {
        see(context, "/incidents/" + sent.get() + "?sent=long");
        return false;
      }
    }
    if (route.of().isEmpty()) {
      draft.fresh(route);
      return true;
    }
    IncidentVersionService.Newest newest = draft.newest(route.of());
    if (!newest.form().equals(route.form())) {
      see(context, LongFormRoute.address(newest.report().kind(), newest.reference(), null));
      return false;
    }
    route = route.on(newest.reference());
    draft.from(newest);
    return true;
  }

  private void act(FacesContext context, String act) {
    if (act.equals("discard")) {
      draft.discard();
      see(context, route.address(null));
      return;
    }
    if (route.step() == Step.CHECK) {
      if (act.equals("send")) {
        send(context);
      } else if (act.equals("suggest")) {
        suggested();
        draft.keep(route.form(), route.of());
        see(context, route.address(Step.CHECK));
      } else {
        see(context, route.address(route.before()));
      }
      return;
    }
    Inputs inputs = draft.inputs();
    inputs.take(fields(), context.getExternalContext().getRequestParameterValuesMap());
    if (route.step() == Step.VERSION) {
      inputs.put("stage", Asked.parameter("stage"));
      inputs.put("reason", Asked.parameter("reason"));
    }
    String[] entry = act.split(":", -1);
    if (entry[0].equals("remove") && entry.length == 3 && entry[2].matches("[0-9]{1,2}")) {
      route
          .form()
          .field(entry[1])
          .ifPresent(list -> inputs.remove(list, Integer.parseInt(entry[2])));
    }
    if (act.equals("suggest")) {
      suggested();
    }
    try {
      draft.keep(route.form(), route.of());
    } catch (InvalidException tooLong) {
      Map<String, String> named = read().wrong(route.step());
      show(context, named.isEmpty() ? tooLong.fields() : named);
      return;
    }
    go(context, entry);
  }

  /**
   * The nearest port where a position is typed and no port: at the step that asks for the place,
   * and where the answers are checked. Null: there is none, or it would add nothing.
   */
  public NearestPort getNearest() {
    Inputs typed = draft.inputs();
    boolean asks = route.step() == Step.WHERE || route.step() == Step.CHECK;
    if (!asks || !typed.text("locode").isEmpty()) {
      return null;
    }
    return Position.parse(typed.text("position"))
        .map(places::nearest)
        .filter(
            near ->
                near.port().locode()
                    || !near.port().country().equals(typed.text("country").strip()))
        .orElse(null);
  }

  /** Takes the port and country that were offered; whoever reports may change them. */
  private void suggested() {
    NearestPort near = getNearest();
    if (near != null) {
      if (near.port().locode()) {
        draft.inputs().put("locode", near.port().code());
      }
      draft.inputs().put("country", near.port().country());
    }
  }

  private void go(FacesContext context, String[] entry) {
    String here = route.address(route.step());
    switch (entry[0]) {
      case "add" -> {
        Optional<FormField> list = route.form().field(entry.length > 1 ? entry[1] : "");
        see(context, list.map(field -> here + more(field)).orElse(here));
      }
      case "suggest" -> see(context, here + "#locode");
      case "remove" -> see(context, here + "#" + entry[1]);
      case "back" -> see(context, route.address(route.before()));
      default -> {
        Map<String, String> problems = read().wrong(route.step());
        if (problems.isEmpty()) {
          see(context, route.address(getChecked().isEmpty() ? route.after() : Step.CHECK));
        } else {
          show(context, problems);
        }
      }
    }
  }

  private String more(FormField list) {
    return "&more=" + list.name() + "#" + list.name() + "." + draft.inputs().entries(list);
  }

  private void checkAll(FacesContext context) {
    Map<String, String> all = read().wrong(null);
    if (!all.isEmpty()) {
      show(context, all);
    }
  }

  private void send(FacesContext context) {
    try {
      String reference = draft.send(route.of(), read().report());
      see(
          context,
          "/incidents/" + reference + (route.of().isEmpty() ? "?sent=long" : "?sent=version"));
    } catch (InvalidException refused) {
      checkAll(context);
      if (wrong.isEmpty()) {
        show(context, LongFormReading.named(refused.fields()));
      }
    } catch (ConflictException stale) {
      context.addMessage(
          null, new FacesMessage(FacesMessage.SEVERITY_ERROR, stale.getMessage(), null));
    }
  }

  private LongFormReading read() {
    if (reading == null) {
      reading = draft.read(route);
    }
    return reading;
  }

  /** Each sentence at its question; at the check page at its line. */
  private void show(FacesContext context, Map<String, String> sentences) {
    wrong = sentences;
    List<Question> all = route.step() == Step.CHECK ? List.of() : getQuestions();
    sentences.forEach(
        (name, sentence) ->
            context.addMessage(
                route.step() == Step.CHECK
                    ? "a-" + name.replaceAll("\\..*", "")
                    : Question.anchor(all, name),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null)));
    context.validationFailed();
  }

  private List<FormField> fields() {
    return route.form() == null ? List.of() : route.form().fields(route.step());
  }

  /** The questions of this step. */
  public List<Question> getQuestions() {
    if (route.form() == null) {
      return List.of();
    }
    Inputs inputs = draft.inputs();
    return route.step() == Step.VERSION
        ? VersionQuestions.of(inputs, wrong)
        : new Questions(
                route.form(),
                inputs,
                wrong,
                WORDS,
                groups.options(inputs.list("groups")),
                Asked.parameter("more"))
            .of(fields());
  }

  /** 303: going back or reloading does not post again. */
  private static void see(FacesContext context, String address) {
    ExternalContext external = context.getExternalContext();
    external.setResponseStatus(303);
    external.setResponseHeader("Location", external.getRequestContextPath() + address);
    context.responseComplete();
  }

  /** The report that is added to; empty: a new one. */
  public String getOf() {
    return route.of();
  }

  /** The step of this page. */
  public Step getStep() {
    return route.step();
  }

  /** The name of the step in words. */
  public String getStepTitle() {
    return WORDS.text("step." + route.step());
  }

  /** The heading of the form. */
  public String getTitle() {
    return route.title();
  }

  /** Such as "Step 2 of 9". */
  public String getProgress() {
    return route.progress();
  }

  /** The line of steps. */
  public List<LongFormRoute.Line> getLines() {
    return route.lines();
  }

  /** The answers to check, by step. */
  public List<CheckedAnswers.Group> getAnswers() {
    return route.kind() == null
        ? List.of()
        : read().answers(wrong).of(route.steps(), one -> route.address(one) + "&checked=1");
  }

  /** What follows from the answers, in words: the law, the category. */
  public List<String> getConsequences() {
    return route.kind() == null ? List.of() : read().consequences();
  }

  /** The standards that the questions of this step come from. */
  public List<String> getStandards() {
    return fields().stream()
        .map(FormField::standard)
        .filter(standard -> !standard.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether any question of this step is answered into the sealed annex. */
  public boolean isSealed() {
    return getQuestions().stream().anyMatch(Question::sealed);
  }

  /** Whether a draft was kept before this page was opened anew. */
  public boolean isBack() {
    return draft.kept() && draft.keptAt() != null && route.first();
  }

  /** When the draft was kept last. */
  public Instant getKeptAt() {
    return draft.keptAt();
  }

  /** The key that makes a form sent twice one report. */
  public String getKey() {
    return draft.key().toString();
  }

  /** Whether the step was opened from the check page, to go back to it. */
  public String getChecked() {
    return "1".equals(Asked.parameter("checked")) ? "1" : "";
  }

  /** Which answers the server has: what the browser kept before others came is not newer. */
  public String getVersion() {
    return draft.keptAt() == null ? "none" : String.valueOf(draft.keptAt().toEpochMilli());
  }

  /** The name of the draft in the browser: person, form, report and step. */
  public String getDraftName() {
    return "long-"
        + caller.reader().accountId()
        + "-"
        + route.form().name()
        + "-"
        + route.of()
        + "-"
        + route.step();
  }

  /** Whether what is typed in the browser is newer than what is kept here. */
  public boolean isFresh() {
    return wrong.isEmpty();
  }
}
