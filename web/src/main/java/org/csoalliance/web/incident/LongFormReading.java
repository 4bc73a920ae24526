package org.csoalliance.web.incident;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.csoalliance.incident.Disclosure;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentReportService;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.incident.Stage;
import org.csoalliance.incident.form.FieldType;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormRules;
import org.csoalliance.incident.form.FormText;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.incident.form.Law;
import org.csoalliance.incident.form.Severity;
import org.csoalliance.incident.form.Step;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.sharing.Attribution;

/** What was typed into a long form, read: the report, and what is wrong with it by question. */
public final class LongFormReading {
  private static final FormWords WORDS = FormWords.english();

  /** Where a sentence about a component of the report is shown, where the names differ. */
  private static final Map<String, String> NAMES =
      Map.of(
          "occurredAt", "occurred",
          "day", "occurred",
          "month", "occurred",
          "year", "occurred",
          "time", "occurred",
          "utcOffsetMinutes", "occurred",
          "title", "text");

  private static final Set<String> FORMLESS = Set.of("stage", "reason");

  private final Form form;
  private final Inputs inputs;
  private final ReportIncident report;
  private final Map<String, String> wrong;
  private final JsonObject details;

  private LongFormReading(
      Form form,
      Inputs inputs,
      ReportIncident report,
      Map<String, String> wrong,
      JsonObject details) {
    this.form = form;
    this.inputs = inputs;
    this.report = report;
    this.wrong = wrong;
    this.details = details;
  }

  /** Reads everything, and asks the service what it thinks of it. */
  static LongFormReading of(
      Form form,
      IncidentKind kind,
      String of,
      UUID key,
      Inputs inputs,
      IncidentReportService reports,
      Instant now) {
    ReportReader.Read core = ReportReader.read(inputs.core(kind, key.toString()), now);
    Map<String, String> wrong = new LinkedHashMap<>(named(core.wrong()));
    ReportIncident report = whole(core.report(), inputs, form, wrong);
    try {
      reports.check(report);
    } catch (InvalidException refused) {
      named(refused.fields())
          .forEach(
              (name, sentence) -> {
                boolean said = name.equals("area") && wrong.containsKey("position");
                if (!said) {
                  wrong.putIfAbsent(name, sentence);
                }
              });
    }
    if (!of.isEmpty()) {
      version(inputs, wrong, now);
    }
    JsonObject details =
        FormRules.check(form, FormRules.typed(inputs.details(form)), WORDS, now).details();
    return new LongFormReading(form, inputs, report, wrong, details);
  }

  private static void version(Inputs inputs, Map<String, String> wrong, Instant now) {
    Stage stage = inputs.constant(Stage.class, "stage", null);
    if (stage == null || stage == Stage.INITIAL) {
      wrong.put("stage", WORDS.text("version.stage"));
    }
    String reason = inputs.text("reason").strip();
    if (reason.length() < 5 || reason.length() > 2000) {
      wrong.put("reason", WORDS.text("version.reason"));
    }
  }

  private static ReportIncident whole(
      ReportIncident core, Inputs inputs, Form form, Map<String, String> wrong) {
    double blur = 0;
    String typed = inputs.text("blurNm").strip();
    if (typed.matches("[0-9]{1,3}(\\.[0-9]{1,3})?") && Double.parseDouble(typed) <= 100) {
      blur = Double.parseDouble(typed);
    } else if (!typed.isEmpty()) {
      wrong.put("blurNm", WORDS.fill("wrong.decimal", WORDS.text("field.blurNm"), 0, 100));
    }
    Attribution attribution =
        inputs.constant(Attribution.class, "attribution", Attribution.valueOf(form.attribution()));
    return new ReportIncident(
        core.submissionKey(),
        core.kind(),
        core.occurredAt(),
        core.precision(),
        core.utcOffsetMinutes(),
        core.position(),
        core.area(),
        core.shipImo(),
        core.shipName(),
        core.shipShown(),
        core.title(),
        core.text(),
        core.personsHarmed(),
        core.harmNote(),
        core.told(),
        core.tlp(),
        core.contact(),
        inputs.details(form),
        new Disclosure(
            attribution,
            blur,
            inputs.text("mayPassFlag").equals("YES"),
            inputs.text("mayPassNavy").equals("YES"),
            inputs.text("mayPassImb").equals("YES")),
        inputs.list("groups").stream()
            .filter(id -> id.matches("[0-9]{1,18}"))
            .map(Long::valueOf)
            .toList());
  }

  /** The sentences of the service under the names of the questions. */
  static Map<String, String> named(Map<String, String> sentences) {
    Map<String, String> named = new LinkedHashMap<>();
    sentences.forEach(
        (name, sentence) -> {
          String plain = name.startsWith("details.") ? name.substring(8) : name;
          named.putIfAbsent(NAMES.getOrDefault(plain, plain), sentence);
        });
    return named;
  }

  /** What is answered before anything is typed. */
  static Inputs fresh(IncidentKind kind, Form form, Instant now) {
    Inputs inputs = new Inputs(Map.of());
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    inputs.put("kind", kind.name());
    inputs.put("day", String.valueOf(today.getDayOfMonth()));
    inputs.put("month", String.valueOf(today.getMonthValue()));
    inputs.put("year", String.valueOf(today.getYear()));
    inputs.put("clock", ReportReader.UTC);
    inputs.put("precision", OccurredPrecision.EXACT.name());
    inputs.put("tlp", "GREEN");
    inputs.put("attribution", form.attribution());
    inputs.put("mayPassFlag", "NO");
    inputs.put("mayPassNavy", "NO");
    inputs.put("mayPassImb", "NO");
    return inputs;
  }

  /** The report as it would be sent. */
  ReportIncident report() {
    return report;
  }

  /** What is wrong with the answers of a step, in the order of its questions; null: of all. */
  Map<String, String> wrong(Step step) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (FormField field : form.fields()) {
      if (step == null || field.step() == step) {
        wrong.forEach(
            (name, sentence) -> {
              if (name.equals(field.name()) || name.startsWith(field.name() + ".")) {
                ordered.put(name, sentence);
              }
            });
      }
    }
    wrong.forEach(
        (name, sentence) -> {
          boolean formless = FORMLESS.contains(name);
          if (step == null || formless && step == Step.VERSION) {
            ordered.putIfAbsent(name, sentence);
          }
        });
    return ordered;
  }

  /** The fields of a step. */
  static List<FormField> fields(Form form, Step step) {
    return form.fields(step);
  }

  /** The questions about the version itself. */
  static List<Question> version(Inputs inputs, Map<String, String> wrong) {
    Form own =
        FormCatalog.read(
                "form\tkinds\tattribution\nVERSION\tOTHER\tNAMED\n",
                "h\nVERSION\tVERSION\tstage\tCHOICE\tFOLLOW_UP FINAL CORRECTION\t\t\tALL\tcore required\t\n"
                    + "VERSION\tVERSION\treason\tBLOCK\t\t5..2000\t\tALL\tcore required\t\n")
            .forms()
            .get(0);
    FormField stage = own.fields().get(0);
    FormField reason = own.fields().get(1);
    List<Question.Option> stages =
        stage.values().stream()
            .map(
                value ->
                    new Question.Option(
                        value,
                        WORDS.text("stage." + value),
                        WORDS.text("stage." + value + ".hint"),
                        inputs.text("stage").equals(value)))
            .toList();
    return List.of(
        new Question(
            stage,
            "stage",
            FormTexts.text("stage.label"),
            "",
            "",
            wrong.get("stage"),
            false,
            false,
            inputs.list("stage"),
            stages,
            List.of()),
        new Question(
            reason,
            "reason",
            FormTexts.text("reason.label"),
            FormTexts.text("reason.hint"),
            "",
            wrong.get("reason"),
            false,
            false,
            inputs.list("reason"),
            List.of(),
            List.of()));
  }

  /** The id of the control that a sentence belongs to. */
  static String anchor(List<Question> questions, String path) {
    for (Question question : questions) {
      if (question.name().equals(path)) {
        return question.anchor();
      }
      for (List<Question> entry : question.entries()) {
        for (Question part : entry) {
          if (part.name().equals(path)) {
            return part.anchor();
          }
        }
      }
    }
    return path;
  }

  /**
   * An answer to check.
   *
   * @param text never empty
   * @param error null: nothing is wrong
   * @param change where it is changed
   */
  public record Line(String name, String label, String text, String error, String change) {}

  /** The answers of a step; with the address of the step where there are none. */
  public record Group(String title, List<Line> lines, String change) {}

  /** The answers by step: what must be answered, what was, and what is wrong. */
  List<Group> answers(List<Step> steps, Map<String, String> shown, Function<Step, String> address) {
    List<Group> groups = new ArrayList<>();
    FormText text = new FormText(form, WORDS);
    for (Step step : steps) {
      if (step == Step.CHECK) {
        continue;
      }
      List<Line> lines = new ArrayList<>();
      for (FormField field : form.fields(step)) {
        String error = error(field.name(), shown);
        String value = field.core() ? core(field) : detail(text, field);
        boolean always = field.required() && (!field.name().equals("kind") || many());
        if (value != null || error != null || always) {
          lines.add(
              new Line(
                  field.name(),
                  WORDS.label(form, field),
                  value == null ? WORDS.text("shown.none") : value,
                  error,
                  address.apply(step) + "#" + anchor(field)));
        }
      }
      if (step == Step.VERSION) {
        lines.add(
            formless(
                "stage",
                FormTexts.text("stage.label"),
                inputs.text("stage").isEmpty() ? "" : WORDS.text("stage." + inputs.text("stage")),
                shown,
                address));
        lines.add(
            formless(
                "reason", FormTexts.text("reason.label"), inputs.text("reason"), shown, address));
      }
      groups.add(new Group(WORDS.text("step." + step), lines, address.apply(step)));
    }
    return groups;
  }

  private boolean many() {
    return form.kinds().size() > 1;
  }

  private static Line formless(
      String name,
      String label,
      String text,
      Map<String, String> shown,
      Function<Step, String> address) {
    return new Line(
        name,
        label,
        text.isEmpty() ? WORDS.text("shown.none") : text,
        shown.get(name),
        address.apply(Step.VERSION) + "#" + name);
  }

  private static String anchor(FormField field) {
    return field.type() == FieldType.WHEN
        ? "day"
        : field.type() == FieldType.INSTANT || field.type() == FieldType.DATE
            ? field.name() + ".day"
            : field.name();
  }

  private static String error(String name, Map<String, String> shown) {
    return shown.entrySet().stream()
        .filter(one -> one.getKey().equals(name) || one.getKey().startsWith(name + "."))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private String detail(FormText text, FormField field) {
    return details.containsKey(field.name()) ? text.text(field, details.get(field.name())) : null;
  }

  private String core(FormField field) {
    String name = field.name();
    if (name.equals("occurred")) {
      return report.occurredAt() == null
          ? null
          : new IncidentWords().minute(report.occurredAt())
              + " ("
              + IncidentWords.text("precision.fact." + report.precision())
              + ")";
    }
    if (name.equals("position") && report.position() != null) {
      return report.position().format();
    }
    if (name.equals("groups")) {
      return inputs.list(name).isEmpty() ? null : String.valueOf(inputs.list(name).size());
    }
    String typed = inputs.text(name).strip();
    if (typed.isEmpty()) {
      return null;
    }
    return switch (field.type()) {
      case CHOICE, YES_NO, TICK ->
          field.values().contains(typed) || field.type() == FieldType.TICK
              ? WORDS.value(field, typed)
              : null;
      case DECIMAL -> WORDS.measured(field, typed);
      default -> typed;
    };
  }

  /** What follows from the answers, in words. */
  List<String> consequences() {
    List<String> words = new ArrayList<>();
    if (form.name().equals("PIRACY")) {
      Law law = Law.of(details);
      words.add(law.words(WORDS) + ". " + law.why(details, WORDS));
    }
    if (form.name().equals("STOWAWAY") && details.containsKey("found")) {
      boolean attempt = details.getString("found").equals("BEFORE_DEPARTURE");
      words.add(WORDS.text(attempt ? "stowaway.attempt" : "stowaway.found"));
    }
    String kind = report.kind() == null ? "" : report.kind().name();
    Severity.of(form, kind, details).ifPresent(severity -> words.add(severity.why(form, WORDS)));
    return words;
  }
}
