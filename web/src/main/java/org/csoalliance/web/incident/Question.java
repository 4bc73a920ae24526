package org.csoalliance.web.incident;

import java.util.List;
import org.csoalliance.incident.form.FormField;

/**
 * A field of a long form as it is asked: with its words, what was typed and what is wrong with it.
 *
 * @param name of its inputs, such as {@code craft.0.length}; parts of a date add {@code .day}
 * @param error null: nothing is wrong
 * @param optional whether it may stay empty
 * @param sealed whether own company and editors alone read the answer
 * @param values what was typed or chosen
 * @param options what can be chosen
 * @param entries the entries of a list of records, each with its questions
 * @param asked whether one more entry of it was just asked for
 */
public record Question(
    FormField field,
    String name,
    String label,
    String hint,
    String unit,
    String error,
    boolean optional,
    boolean sealed,
    List<String> values,
    List<Option> options,
    List<List<Question>> entries,
    boolean asked) {

  /**
   * Something to choose.
   *
   * @param hint empty: none
   */
  public record Option(String value, String label, String hint, boolean chosen) {}

  /** The id of the first control, where an error leads to. */
  public String anchor() {
    return switch (field.type()) {
      case WHEN -> "day";
      case INSTANT, DATE -> name + ".day";
      default -> name;
    };
  }

  /** Whether anything is answered, asked for or wrong: it is then not folded away. */
  public boolean touched() {
    boolean chosen =
        switch (field.type()) {
          case EFFECTS -> options.stream().anyMatch(option -> !option.hint().isEmpty());
          case INSTANT, DATE -> options.stream().anyMatch(option -> !option.label().isEmpty());
          default -> values.stream().anyMatch(value -> !value.isBlank());
        };
    return error != null
        || asked
        || chosen
        || entries.stream().flatMap(List::stream).anyMatch(Question::touched);
  }

  /** What was typed, empty when nothing was. */
  public String value() {
    return values.isEmpty() ? "" : values.get(0);
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
}
