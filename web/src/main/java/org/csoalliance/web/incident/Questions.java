package org.csoalliance.web.incident;

import jakarta.faces.model.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.form.Audience;
import org.csoalliance.incident.form.FieldType;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormRules;
import org.csoalliance.incident.form.FormWords;

/** Makes the questions of a step out of the description, what was typed and what is wrong. */
final class Questions {
  private final Form form;
  private final Inputs inputs;
  private final Map<String, String> wrong;
  private final FormWords words;
  private final List<Question.Option> groups;
  private final String more;

  /**
   * Asks in a language.
   *
   * @param groups what the groups are chosen from
   * @param more the list of which one more entry is asked, null: none
   */
  Questions(
      Form form,
      Inputs inputs,
      Map<String, String> wrong,
      FormWords words,
      List<Question.Option> groups,
      String more) {
    this.more = more;
    this.form = form;
    this.inputs = inputs;
    this.wrong = wrong;
    this.words = words;
    this.groups = groups;
  }

  /** The questions; those that have nothing to choose from are left out. */
  List<Question> of(List<FormField> fields) {
    return fields.stream()
        .filter(field -> !field.name().equals("groups") || !groups.isEmpty())
        .map(field -> question(field, field.name()))
        .toList();
  }

  private Question question(FormField field, String name) {
    return new Question(
        field,
        name,
        words.label(form, field),
        words.hint(form, field),
        words.unit(field),
        wrong.get(name),
        !field.required() && field.type() != FieldType.TICK,
        field.audience() == Audience.COMPANY && !field.core()
            || field.audience() == Audience.STRICT,
        inputs.list(name),
        options(field, name),
        field.type() == FieldType.RECORDS ? entries(field) : List.of(),
        field.name().equals(more));
  }

  private List<Question.Option> options(FormField field, String name) {
    if (field.name().equals("groups")) {
      return groups;
    }
    if (field.type() == FieldType.EFFECTS) {
      return field.values().stream()
          .map(
              value ->
                  new Question.Option(
                      value, words.value(field, value), inputs.text(name + "." + value), false))
          .toList();
    }
    List<String> parts =
        switch (field.type()) {
          case WHEN -> Inputs.WHEN;
          case INSTANT, DATE -> List.of("day", "month", "year", "time");
          default -> List.of();
        };
    if (!parts.isEmpty()) {
      String prefix = field.type() == FieldType.WHEN ? "" : name + ".";
      return parts.stream()
          .map(part -> new Question.Option(part, inputs.text(prefix + part), "", false))
          .toList();
    }
    return field.values().stream()
        .map(
            value ->
                new Question.Option(
                    value,
                    words.value(field, value),
                    hint(field, value),
                    inputs.list(name).contains(value)))
        .toList();
  }

  /** What a label means, where it is chosen. */
  private static String hint(FormField field, String value) {
    return field.name().equals("tlp") ? IncidentWords.text("tlp.hint." + value) : "";
  }

  /** What was entered and one to fill in, unless there are as many as may be. */
  private List<List<Question>> entries(FormField field) {
    int count = Math.max(1, inputs.entries(field));
    if (field.name().equals(more)) {
      count = Math.min(field.records(), inputs.entries(field) + 1);
    }
    List<List<Question>> entries = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String prefix = field.name() + "." + n + ".";
      entries.add(field.parts().stream().map(part -> question(part, prefix + part.key())).toList());
    }
    return entries;
  }

  /** The effects that a measure may have had, the first one for "not in place". */
  static List<SelectItem> effects(FormWords words) {
    List<SelectItem> items = new ArrayList<>();
    items.add(new SelectItem("", FormTexts.text("choose")));
    FormRules.EFFECTS.forEach(
        effect -> items.add(new SelectItem(effect, words.text("value.effect." + effect))));
    return items;
  }
}
