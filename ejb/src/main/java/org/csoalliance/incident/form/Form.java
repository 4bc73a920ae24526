package org.csoalliance.incident.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A long form.
 *
 * @param name such as {@code PIRACY}
 * @param kinds the names of the kinds of incident that it serves
 * @param attribution how the reporter is named unless they choose otherwise
 * @param fields in the order in which they are asked
 */
public record Form(String name, List<String> kinds, String attribution, List<FormField> fields) {

  /** The pages that ask something, in their order. */
  public List<Step> steps() {
    return Arrays.stream(Step.values()).filter(step -> !fields(step).isEmpty()).toList();
  }

  /** The fields of a page. */
  public List<FormField> fields(Step step) {
    return fields.stream().filter(field -> field.step() == step).toList();
  }

  /** The fields that are kept among the details. */
  public List<FormField> details() {
    return fields.stream().filter(field -> !field.core()).toList();
  }

  /** A field by its name. */
  public Optional<FormField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
