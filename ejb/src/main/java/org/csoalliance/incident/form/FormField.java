package org.csoalliance.incident.form;

import java.math.BigDecimal;
import java.util.List;

/**
 * A field of a long form, as {@code fields.tsv} describes it.
 *
 * @param name unique in its form, such as {@code weapons}; of a part with the record's name before
 *     it, such as {@code craft.type}
 * @param step the page on which it is asked
 * @param values the constants allowed, for choices, sets and effects
 * @param least the least number, or the fewest characters; null: no limit
 * @param most the greatest number, or the most characters; null: no limit
 * @param unit a number's unit, such as {@code kn}; empty: none
 * @param audience who reads the answer
 * @param core whether it is a column of the incident, else it is kept among the details
 * @param required whether it must be answered
 * @param future whether a moment may lie ahead
 * @param records how many records at most; 0 for other types
 * @param atMost the field whose number this one must not pass; null: none
 * @param notBefore the field whose moment this one must not come before; null: none
 * @param personal whether it tells of a person, and is removed some time after the report is closed
 * @param review what an answer asks an editor to look at, such as {@code DEATH}; null: nothing.
 *     With a value behind a colon that answer alone asks
 * @param folded whether it is asked behind "More questions", so that a step is short at first
 * @param standard the form or rule it comes from; empty: our own
 * @param parts the fields of a record
 */
public record FormField(
    String name,
    Step step,
    FieldType type,
    List<String> values,
    BigDecimal least,
    BigDecimal most,
    String unit,
    Audience audience,
    boolean core,
    boolean required,
    boolean future,
    int records,
    String atMost,
    String notBefore,
    boolean personal,
    String review,
    boolean folded,
    String standard,
    List<FormField> parts) {

  /** The member of a JSON object that holds the answer. */
  public String key() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** Whether others than editors and the own company may read it at all. */
  public boolean open() {
    return audience == Audience.ALL;
  }

  FormField with(List<FormField> newParts) {
    return new FormField(
        name, step, type, values, least, most, unit, audience, core, required, future, records,
        atMost, notBefore, personal, review, folded, standard, newParts);
  }
}
