package org.csoalliance.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.geography.NearestPort;
import org.csoalliance.incident.AddVersion;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentReportService;
import org.csoalliance.incident.IncidentVersionService;
import org.csoalliance.incident.IncidentVersions;
import org.csoalliance.incident.ReportDraft;
import org.csoalliance.incident.ReportDraftService;
import org.csoalliance.incident.Stage;
import org.csoalliance.incident.form.Form;
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

  @Inject private IncidentReportService reports;
  @Inject private IncidentVersionService versions;
  @Inject private ReportDraftService drafts;
  @Inject private LongFormGroups groups;
  @Inject private PlaceSuggestion places;
  @Inject private CallerContext caller;
  @Inject private ReportPage page;

  private IncidentKind kind;
  private Form form;
  private String of = "";
  private Step step = Step.WHAT;
  private boolean kept;
  private Instant keptAt;
  private UUID key = UUID.randomUUID();
  private int base;
  private Inputs inputs = new Inputs(Map.of());
  private Map<String, String> wrong = Map.of();
  private LongFormReading reading;

  /**
   * The page is walked through before it is loaded when a form is posted: what it is made of by its
   * address is known from the start.
   */
  @PostConstruct
  void address() {
    kind = kind(Asked.parameter("what")).orElse(null);
    form = kind == null ? null : IncidentVersions.form(kind);
    of = reference(Asked.parameter("of"));
    step = Step.of(blank(Asked.parameter("step")));
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
        } else if (step == Step.CHECK) {
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
    if (kind == null) {
      Answers.notFound(context);
      return false;
    }
    reading = null;
    Optional<ReportDraft> draft = drafts.draft(form.name(), of);
    if (draft.isPresent()) {
      kept = true;
      keptAt = draft.get().updatedAt();
      key = draft.get().key();
      base = draft.get().baseNumber();
      inputs = new Inputs(draft.get().answers());
    } else if (!begin(context)) {
      return false;
    }
    if (!steps().contains(step)) {
      step = steps().get(0);
    }
    return true;
  }

  private boolean begin(FacesContext context) {
    String posted = Asked.parameter("key");
    if (context.isPostback() && posted != null) {
      Optional<UUID> before = uuid(posted);
      Optional<String> sent = before.flatMap(drafts::sent);
      if (sent.isPresent()) {
        see(context, "/incidents/" + sent.get() + "?sent=1");
        return false;
      }
      key = before.orElse(key);
    }
    if (of.isEmpty()) {
      inputs = LongFormReading.fresh(kind, form, page.now());
      return true;
    }
    IncidentVersionService.Newest newest = versions.newest(of);
    of = newest.reference();
    base = newest.number();
    if (!newest.form().equals(form)) {
      Answers.redirect(context, address(newest.report().kind(), of, null));
      return false;
    }
    inputs = Inputs.of(newest.report(), form);
    inputs.put("stage", newest.closed() ? Stage.CORRECTION.name() : Stage.FOLLOW_UP.name());
    return true;
  }

  private void act(FacesContext context, String act) {
    if (act.equals("discard")) {
      drafts.discard(key);
      see(context, address(kind, of, null));
      return;
    }
    if (step == Step.CHECK) {
      if (act.equals("send")) {
        send(context);
      } else {
        see(context, address(kind, of, before()));
      }
      return;
    }
    inputs.take(fields(), context.getExternalContext().getRequestParameterValuesMap());
    if (step == Step.VERSION) {
      inputs.put("stage", Asked.parameter("stage"));
      inputs.put("reason", Asked.parameter("reason"));
    }
    String[] entry = act.split(":", -1);
    if (entry[0].equals("remove") && entry.length == 3 && entry[2].matches("[0-9]{1,2}")) {
      form.field(entry[1]).ifPresent(list -> inputs.remove(list, Integer.parseInt(entry[2])));
    }
    if (act.equals("suggest")) {
      suggested();
    }
    try {
      drafts.keep(new ReportDraft(key, form.name(), of, base, inputs.all(), null));
      kept = true;
    } catch (InvalidException tooLong) {
      show(context, tooLong.fields());
      return;
    }
    go(context, entry);
  }

  /** The nearest port where a position is typed and neither port nor country; null: none. */
  public NearestPort getNearest() {
    if (step != Step.WHERE || !inputs.text("locode").isEmpty()) {
      return null;
    }
    return Position.parse(inputs.text("position")).map(places::nearest).orElse(null);
  }

  /** Takes the port and country that were offered; whoever reports may change them. */
  private void suggested() {
    NearestPort near = getNearest();
    if (near != null) {
      if (near.port().locode()) {
        inputs.put("locode", near.port().code());
      }
      inputs.put("country", near.port().country());
    }
  }

  private void go(FacesContext context, String[] entry) {
    String here = address(kind, of, step);
    switch (entry[0]) {
      case "add" ->
          form.field(entry.length > 1 ? entry[1] : "")
              .ifPresentOrElse(
                  list ->
                      see(
                          context,
                          here
                              + "&more="
                              + list.name()
                              + "#"
                              + list.name()
                              + "."
                              + inputs.entries(list)),
                  () -> see(context, here));
      case "suggest" -> see(context, here + "#locode");
      case "remove" -> see(context, here + "#" + entry[1]);
      case "back" -> see(context, address(kind, of, before()));
      default -> {
        Map<String, String> problems = read().wrong(step);
        if (problems.isEmpty()) {
          boolean back = "1".equals(Asked.parameter("checked"));
          see(context, address(kind, of, back ? Step.CHECK : after()));
        } else {
          show(context, problems);
        }
      }
    }
  }

  private void checkAll(FacesContext context) {
    Map<String, String> all = read().wrong(null);
    if (!all.isEmpty()) {
      show(context, all);
    }
  }

  private void send(FacesContext context) {
    try {
      String reference;
      if (of.isEmpty()) {
        reference = reports.report(read().report());
      } else {
        versions.add(
            new AddVersion(
                of,
                inputs.constant(Stage.class, "stage", null),
                inputs.text("reason"),
                base,
                read().report()));
        reference = of;
      }
      drafts.discard(key);
      see(context, "/incidents/" + reference + "?sent=1");
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
      reading = LongFormReading.of(form, kind, of, key, inputs, reports, page.now());
    }
    return reading;
  }

  /** Each sentence at its question; at the check page at its line. */
  private void show(FacesContext context, Map<String, String> sentences) {
    wrong = sentences;
    List<Question> all = step == Step.CHECK ? List.of() : getQuestions();
    sentences.forEach(
        (name, sentence) ->
            context.addMessage(
                step == Step.CHECK
                    ? "a-" + name.replaceAll("\\..*", "")
                    : LongFormReading.anchor(all, name),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null)));
    context.validationFailed();
  }

  private List<FormField> fields() {
    return form == null ? List.of() : LongFormReading.fields(form, step);
  }

  /** The questions of this step. */
  public List<Question> getQuestions() {
    if (form == null) {
      return List.of();
    }
    List<Question> questions =
        new Questions(
                form,
                inputs,
                wrong,
                WORDS,
                groups.options(inputs.list("groups")),
                Asked.parameter("more"))
            .of(fields());
    return step == Step.VERSION ? LongFormReading.version(inputs, wrong) : questions;
  }

  /** The pages of this form. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>(form == null ? List.of(Step.WHAT) : form.steps());
    if (!of.isEmpty()) {
      // who reads it is changed on the page of the incident
      steps.remove(Step.SHARING);
      steps.add(Step.VERSION);
    }
    steps.add(Step.CHECK);
    return steps;
  }

  private Step before() {
    int at = steps().indexOf(step);
    return steps().get(Math.max(0, at - 1));
  }

  private Step after() {
    return steps().get(steps().indexOf(step) + 1);
  }

  /** The address of a form, relative to the context. */
  static String address(IncidentKind kind, String of, Step step) {
    Map<String, String> query = new LinkedHashMap<>();
    if (!of.isEmpty()) {
      query.put("of", of);
    }
    if (step != null) {
      query.put("step", step.slug());
    }
    StringBuilder address = new StringBuilder("/report/").append(slug(kind));
    query.forEach(
        (name, value) ->
            address.append(address.indexOf("?") < 0 ? '?' : '&').append(name + "=" + value));
    return address.toString();
  }

  /** A kind as it stands in an address: {@code cargo-theft}. */
  static String slug(IncidentKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<IncidentKind> kind(String slug) {
    for (IncidentKind one : IncidentKind.values()) {
      if (slug != null && slug(one).equals(slug.toLowerCase(Locale.ROOT).replace('_', '-'))) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static String reference(String typed) {
    String reference = blank(typed).strip().toUpperCase(Locale.ROOT);
    return reference.matches("[A-Z0-9-]{1,20}") ? reference : "";
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static String blank(String text) {
    return text == null ? "" : text;
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
    return of;
  }

  /** The step of this page. */
  public Step getStep() {
    return step;
  }

  /** The name of the step in words. */
  public String getStepTitle() {
    return WORDS.text("step." + step);
  }

  /** The heading of the form. */
  public String getTitle() {
    return of.isEmpty()
        ? WORDS.text("form." + (form == null ? "" : form.name()))
        : FormTexts.text("title.more").replace("{0}", of);
  }

  /** Such as "Step 2 of 9". */
  public String getProgress() {
    return FormTexts.text("step.of")
        .replace("{0}", String.valueOf(steps().indexOf(step) + 1))
        .replace("{1}", String.valueOf(steps().size()));
  }

  /** A page in the line of steps. */
  public record StepLine(String title, String address, boolean done, boolean current) {}

  /** The line of steps. */
  public List<StepLine> getLines() {
    if (kind == null) {
      return List.of();
    }
    int at = steps().indexOf(step);
    List<StepLine> lines = new ArrayList<>();
    for (Step one : steps()) {
      int n = steps().indexOf(one);
      lines.add(new StepLine(WORDS.text("step." + one), address(kind, of, one), n < at, n == at));
    }
    return lines;
  }

  /** The answers to check, by step. */
  public List<LongFormReading.Group> getAnswers() {
    return kind == null
        ? List.of()
        : read().answers(steps(), wrong, one -> address(kind, of, one) + "&checked=1");
  }

  /** What follows from the answers, in words: the law, the category. */
  public List<String> getConsequences() {
    return kind == null ? List.of() : read().consequences();
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
    return kept && keptAt != null && step == steps().get(0);
  }

  /** When the draft was kept last. */
  public Instant getKeptAt() {
    return keptAt;
  }

  /** The key that makes a form sent twice one report. */
  public String getKey() {
    return key.toString();
  }

  /** Whether the step was opened from the check page, to go back to it. */
  public String getChecked() {
    return "1".equals(Asked.parameter("checked")) ? "1" : "";
  }

  /** Which answers the server has: what the browser kept before others came is not newer. */
  public String getVersion() {
    return keptAt == null ? "none" : String.valueOf(keptAt.toEpochMilli());
  }

  /** The name of the draft in the browser: person, form, report and step. */
  public String getDraftName() {
    return "long-" + caller.reader().accountId() + "-" + form.name() + "-" + of + "-" + step;
  }

  /** Whether what is typed in the browser is newer than what is kept here. */
  public boolean isFresh() {
    return wrong.isEmpty();
  }
}
