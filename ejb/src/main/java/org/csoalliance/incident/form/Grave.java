package org.csoalliance.incident.form;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What in a report forces an editor to look at it: a death, or a minor. The fields that can tell of
 * it bear the rule {@code review} in {@code fields.tsv}.
 */
public enum Grave {
  /** Somebody died. */
  DEATH,
  /** Somebody is not yet eighteen. */
  MINOR;

  private static final int OF_AGE = 18;

  /** What the answers tell of; never null. */
  public static Set<Grave> told(Form form, JsonObject answers) {
    Set<Grave> told = EnumSet.noneOf(Grave.class);
    String at = answers.getJsonObject("occurred").getString("at").substring(0, 10);
    for (FormField field : form.fields()) {
      JsonValue value = answers.get(field.name());
      if (field.review() != null && says(field, value)) {
        told.add(grave(field));
      }
      if (value instanceof JsonArray records) {
        for (FormField part : field.parts()) {
          if (part.review() != null
              && records.getValuesAs(JsonObject.class).stream()
                  .anyMatch(record -> minor(record.get(part.key()), LocalDate.parse(at)))) {
            told.add(grave(part));
          }
        }
      }
    }
    return told;
  }

  private static Grave grave(FormField field) {
    return valueOf(field.review().split(":")[0]);
  }

  private static boolean says(FormField field, JsonValue value) {
    int colon = field.review().indexOf(':');
    String wanted = colon < 0 ? "YES" : field.review().substring(colon + 1);
    if (value instanceof JsonNumber number) {
      return number.bigDecimalValue().signum() > 0;
    }
    if (value instanceof JsonString choice) {
      return choice.getString().equals(wanted);
    }
    return value instanceof JsonArray set
        && set.getValuesAs(JsonString.class).stream()
            .anyMatch(each -> each.getString().equals(wanted));
  }

  private static boolean minor(JsonValue born, LocalDate on) {
    return born instanceof JsonString day
        && LocalDate.parse(day.getString()).plusYears(OF_AGE).isAfter(on);
  }
}
