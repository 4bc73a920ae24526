package org.csoalliance.web.incident;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.incident.form.FieldType;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormText;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.incident.form.Step;

/** The answers of a long form as its last page shows them, each with the way back to it. */
public final class CheckedAnswers {
  private static final FormWords WORDS = FormWords.english();

  private final Form form;
  private final Inputs inputs;
  private final ReportIncident report;
  private final JsonObject details;
  private final Map<String, String> shown;

  CheckedAnswers(
      Form form,
      Inputs inputs,
      ReportIncident report,
      JsonObject details,
      Map<String, String> shown) {
    this.form = form;
    this.inputs = inputs;
    this.report = report;
    this.details = details;
    this.shown = shown;
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

  /**
   * The answers by step: what must be answered, what was, and what is wrong.
   *
   * @param address of a step
   */
  List<Group> of(List<Step> steps, Function<Step, String> address) {
    List<Group> groups = new ArrayList<>();
    FormText text = new FormText(form, WORDS);
    for (Step step : steps) {
      if (step == Step.CHECK) {
        continue;
      }
      List<Line> lines = new ArrayList<>();
      for (FormField field : form.fields(step)) {
        String error = error(field.name());
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
                address));
        lines.add(
            formless("reason", FormTexts.text("reason.label"), inputs.text("reason"), address));
      }
      groups.add(new Group(WORDS.text("step." + step), lines, address.apply(step)));
    }
    return groups;
  }

  private boolean many() {
    return form.kinds().size() > 1;
  }

  private Line formless(String name, String label, String text, Function<Step, String> address) {
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

  private String error(String name) {
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
}
