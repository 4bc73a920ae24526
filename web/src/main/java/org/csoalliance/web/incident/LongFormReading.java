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
import org.csoalliance.incident.Disclosure;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentReportService;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.incident.Stage;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormRules;
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

  /** The answers to check, with what is wrong with them by question. */
  CheckedAnswers answers(Map<String, String> shown) {
    return new CheckedAnswers(form, inputs, report, details, shown);
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
