package org.csoalliance.web.incident;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.incident.form.FieldType;
import org.csoalliance.incident.form.FormWords;

/** Questions for a day or a moment, in parts that are typed. */
final class TimeQuestion {
  private static final FormWords WORDS = FormWords.english();

  private TimeQuestion() {}

  static void day(Html out, Question q) throws IOException {
    QuestionFrame.legend(out, q, "");
    String described = QuestionFrame.describe(out, q, q.name());
    out.open("div", "class", "parts");
    List<String> parts = new ArrayList<>(List.of("day", "month", "year"));
    if (q.field().type() == FieldType.INSTANT) {
      parts.add("time");
    }
    for (String part : parts) {
      part(out, q, q.name() + "." + part, part, described);
    }
    out.close("div");
    out.close("fieldset");
  }

  private static void part(Html out, Question q, String name, String part, String described)
      throws IOException {
    out.open("div");
    out.open("label", "for", name);
    out.text(WORDS.text("part." + part));
    out.close("label");
    out.open("input", "id", name, "name", name, "inputmode", "numeric");
    out.attribute("class", part.equals("day") || part.equals("month") ? "w2" : "w4");
    out.attribute("value", value(q, part));
    out.attribute("autocomplete", "off");
    out.attribute("aria-describedby", described);
    out.attribute("aria-invalid", q.error() == null ? null : "true");
    out.close("input");
    out.close("div");
  }

  /** The parts of a day lie among the options, by their names. */
  private static String value(Question q, String part) {
    return q.options().stream()
        .filter(option -> option.value().equals(part))
        .map(Question.Option::label)
        .findFirst()
        .orElse("");
  }

  static void when(Html out, Question q) throws IOException {
    QuestionFrame.legend(out, q, "");
    String described = QuestionFrame.describe(out, q, q.name());
    out.open("div", "class", "parts");
    for (String part : List.of("day", "month", "year")) {
      part(out, q, part, part, described);
    }
    out.open("div");
    out.open("label", "for", "time");
    out.text(WORDS.text("part.time.local"));
    out.close("label");
    out.open("input", "id", "time", "name", "time", "inputmode", "numeric", "class", "w4");
    out.attribute("value", value(q, "time"));
    out.attribute("placeholder", "0415");
    out.attribute("aria-describedby", described);
    out.close("input");
    out.close("div");
    out.open("div");
    out.open("label", "for", "clock");
    out.text(WORDS.text("part.clock"));
    out.close("label");
    out.select("clock", ReportPage.clockItems(), value(q, "clock"));
    out.close("div");
    out.close("div");
    out.close("fieldset");
    out.open("fieldset", "class", "field");
    out.open("legend");
    out.text(WORDS.text("part.precision"));
    out.close("legend");
    for (String precision : List.of("EXACT", "HOUR", "DAY")) {
      out.open("div", "class", "choice");
      out.open("input", "type", "radio", "id", "precision-" + precision, "name", "precision");
      out.attribute("value", precision);
      out.attribute("checked", value(q, "precision").equals(precision) ? "checked" : null);
      out.close("input");
      out.open("label", "for", "precision-" + precision);
      out.text(IncidentWords.text("precision." + precision));
      out.close("label");
      out.close("div");
    }
    out.close("fieldset");
  }
}
