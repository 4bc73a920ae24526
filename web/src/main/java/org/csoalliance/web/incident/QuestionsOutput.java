package org.csoalliance.web.incident;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.model.SelectItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.csoalliance.incident.form.FieldType;
import org.csoalliance.incident.form.FormWords;

/**
 * {@code <a:questions value="#{longForm.questions}"/>}: the questions of a step as plain HTML
 * controls, each with label, hint and error. What is posted is read from the request by name, so
 * that no component stands behind a control, and a new field needs none.
 */
public class QuestionsOutput extends UIComponentBase {
  private static final FormWords WORDS = FormWords.english();

  @Override
  public String getFamily() {
    return "org.csoalliance.Questions";
  }

  @Override
  public void encodeAll(FacesContext context) throws IOException {
    Object value = getAttributes().get("value");
    if (value instanceof List<?> questions) {
      write(context.getResponseWriter(), questions.stream().map(one -> (Question) one).toList());
    }
  }

  static void write(ResponseWriter writer, List<Question> questions) throws IOException {
    Html out = new Html(writer);
    List<Question> folded = new ArrayList<>();
    for (Question question : questions) {
      if (question.field().folded()) {
        folded.add(question);
      } else {
        write(out, question);
      }
    }
    if (!folded.isEmpty()) {
      fold(out, folded);
    }
  }

  /** Fewer questions first, the rest behind one line; what is answered there opens it. */
  private static void fold(Html out, List<Question> folded) throws IOException {
    boolean open = folded.stream().anyMatch(Question::touched);
    out.open("details", "class", "more-questions", "open", open ? "open" : null);
    out.open("summary");
    out.text(FormTexts.text("more").replace("{0}", String.valueOf(folded.size())));
    out.open("span", "class", "hint");
    out.text(
        folded.stream().limit(4).map(Question::label).collect(Collectors.joining(", "))
            + (folded.size() > 4 ? " …" : ""));
    out.close("span");
    out.close("summary");
    for (Question question : folded) {
      write(out, question);
    }
    out.close("details");
  }

  private static void write(Html out, Question q) throws IOException {
    // what is sealed is not kept in the browser
    if (q.sealed()) {
      out.open("div", "data-private", "yes");
    }
    ask(out, q);
    if (q.sealed()) {
      out.close("div");
    }
  }

  private static void ask(Html out, Question q) throws IOException {
    switch (q.field().type()) {
      case CHOICE, YES_NO, SET -> choices(out, q);
      case EFFECTS -> effects(out, q);
      case RECORDS -> records(out, q);
      case WHEN -> when(out, q);
      case INSTANT, DATE -> day(out, q);
      case TICK -> tick(out, q);
      default -> control(out, q);
    }
  }

  private static void control(Html out, Question q) throws IOException {
    out.open("div", "class", q.error() == null ? "field" : "field bad");
    out.open("label", "for", q.name());
    out.text(q.label());
    marks(out, q);
    out.close("label");
    String described = describe(out, q, q.name());
    boolean block = q.field().type() == FieldType.BLOCK;
    boolean unit = !q.unit().isEmpty();
    if (unit) {
      out.open("div", "class", "measure");
    }
    out.open(block ? "textarea" : "input", "id", q.name(), "name", q.name());
    out.attribute("aria-describedby", described);
    out.attribute("aria-invalid", q.error() == null ? null : "true");
    out.attribute("class", width(q.field().type(), q));
    if (block) {
      out.attribute("rows", "4");
      // the first line break behind the tag is not part of the text
      out.text("\n" + q.value());
      out.close("textarea");
    } else {
      out.attribute("value", q.value());
      out.attribute("autocomplete", "off");
      out.attribute("inputmode", inputMode(q.field().type()));
      out.close("input");
    }
    if (unit) {
      out.open("span", "class", "dim", "id", q.name() + "-u");
      out.text(q.unit());
      out.close("span");
      out.close("div");
    }
    out.close("div");
  }

  private static String width(FieldType type, Question q) {
    return switch (type) {
      case WHOLE, DECIMAL -> "w4";
      case RANGE, MMSI, IMO, LOCODE, CONTAINER -> "w8";
      case COUNTRY -> "w2";
      case LINE -> q.field().most().intValue() <= 60 ? "w16" : null;
      default -> null;
    };
  }

  private static String inputMode(FieldType type) {
    return switch (type) {
      case WHOLE, MMSI, IMO -> "numeric";
      case DECIMAL -> "decimal";
      default -> null;
    };
  }

  private static void choices(Html out, Question q) throws IOException {
    boolean set = q.field().type() == FieldType.SET;
    legend(out, q, set && q.options().size() > 6 ? " columns" : "");
    String described = describe(out, q, q.name());
    int n = 0;
    for (Question.Option option : q.options()) {
      String id = q.name() + "-" + n++;
      out.open("div", "class", "choice");
      out.open("input", "type", set ? "checkbox" : "radio", "id", id, "name", q.name());
      out.attribute("value", option.value());
      out.attribute("checked", option.chosen() ? "checked" : null);
      out.attribute("aria-describedby", described);
      out.close("input");
      out.open("label", "for", id);
      out.text(option.label());
      if (!option.hint().isEmpty()) {
        out.open("span", "class", "hint");
        out.text(option.hint());
        out.close("span");
      }
      out.close("label");
      out.close("div");
    }
    out.close("fieldset");
  }

  private static void effects(Html out, Question q) throws IOException {
    legend(out, q, "");
    describe(out, q, q.name());
    for (Question.Option option : q.options()) {
      String name = q.name() + "." + option.value();
      out.open("div", "class", "effect");
      out.open("label", "for", name);
      out.text(option.label());
      out.close("label");
      select(out, name, Questions.effects(WORDS), option.hint());
      out.close("div");
    }
    out.close("fieldset");
  }

  private static void select(Html out, String name, List<SelectItem> items, String chosen)
      throws IOException {
    out.open("select", "id", name, "name", name);
    for (SelectItem item : items) {
      out.open("option", "value", item.getValue().toString());
      out.attribute("selected", item.getValue().equals(chosen) ? "selected" : null);
      out.text(item.getLabel());
      out.close("option");
    }
    out.close("select");
  }

  private static void records(Html out, Question q) throws IOException {
    legend(out, q, " records");
    describe(out, q, q.name());
    int n = 0;
    for (List<Question> entry : q.entries()) {
      String title = FormTexts.text("entry").replace("{0}", q.label()).replace("{1}", "" + (n + 1));
      out.open("fieldset", "class", "card entry", "id", q.name() + "." + n, "tabindex", "-1");
      out.open("legend");
      out.text(title);
      out.close("legend");
      out.open("div", "class", "entry-parts");
      for (Question part : entry) {
        write(out, part);
      }
      out.close("div");
      boolean filled = entry.stream().anyMatch(part -> !part.values().isEmpty());
      if (q.entries().size() > 1 || filled) {
        button(out, "remove:" + q.name() + ":" + n, "remove", n + 1, q.label());
      }
      out.close("fieldset");
      n++;
    }
    if (n < q.field().records()) {
      button(out, "add:" + q.name(), "add", q.label(), "");
    }
    out.close("fieldset");
  }

  private static void button(Html out, String value, String key, Object first, Object second)
      throws IOException {
    String style = key.equals("add") ? "btn-2" : "link";
    out.open("button", "type", "submit", "name", "do", "value", value, "class", style);
    out.text(
        FormTexts.text(key)
            .replace("{0}", String.valueOf(first))
            .replace("{1}", String.valueOf(second)));
    out.close("button");
  }

  private static void tick(Html out, Question q) throws IOException {
    out.open("div", "class", "field");
    out.open("div", "class", "choice");
    out.open("input", "type", "checkbox", "id", q.name(), "name", q.name(), "value", "YES");
    out.attribute("checked", q.values().isEmpty() ? null : "checked");
    out.attribute("aria-describedby", q.hint().isEmpty() ? null : q.name() + "-h");
    out.close("input");
    out.open("label", "for", q.name());
    out.text(q.label());
    if (!q.hint().isEmpty()) {
      out.open("span", "class", "hint", "id", q.name() + "-h");
      out.text(q.hint());
      out.close("span");
    }
    out.close("label");
    out.close("div");
    out.close("div");
  }

  private static void day(Html out, Question q) throws IOException {
    legend(out, q, "");
    String described = describe(out, q, q.name());
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

  private static void when(Html out, Question q) throws IOException {
    legend(out, q, "");
    String described = describe(out, q, q.name());
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
    select(out, "clock", ReportPage.clockItems(), value(q, "clock"));
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

  private static void legend(Html out, Question q, String style) throws IOException {
    out.open("fieldset", "class", "field" + style + (q.error() == null ? "" : " bad"));
    out.attribute("id", q.name());
    out.attribute("tabindex", "-1");
    out.open("legend");
    out.text(q.label());
    marks(out, q);
    out.close("legend");
  }

  private static void marks(Html out, Question q) throws IOException {
    if (q.optional() && !q.name().contains(".")) {
      out.text(" ");
      out.open("span", "class", "dim");
      out.text(FormTexts.text("optional"));
      out.close("span");
    }
    if (q.sealed() && !q.name().contains(".")) {
      out.text(" ");
      out.open("span", "class", "badge open");
      out.text(FormTexts.text("sealed"));
      out.close("span");
    }
  }

  private static String describe(Html out, Question q, String id) throws IOException {
    List<String> ids = new ArrayList<>();
    if (!q.hint().isEmpty()) {
      out.open("span", "class", "hint", "id", id + "-h");
      out.text(q.hint());
      out.close("span");
      ids.add(id + "-h");
    }
    if (q.error() != null) {
      out.open("span", "class", "err", "id", id + "-e");
      out.text("Error: " + q.error());
      out.close("span");
      ids.add(id + "-e");
    }
    if (!q.unit().isEmpty() && q.field().type() != FieldType.RECORDS) {
      ids.add(id + "-u");
    }
    return ids.isEmpty() ? null : String.join(" ", ids);
  }

  /** Elements with their attributes; every text and value is escaped by the writer. */
  private record Html(ResponseWriter out) {
    void open(String element, String... attributes) throws IOException {
      out.startElement(element, null);
      for (int n = 0; n < attributes.length; n += 2) {
        attribute(attributes[n], attributes[n + 1]);
      }
    }

    void attribute(String name, String value) throws IOException {
      if (value != null) {
        out.writeAttribute(name, value, null);
      }
    }

    void text(String text) throws IOException {
      out.writeText(text, null);
    }

    void close(String element) throws IOException {
      out.endElement(element);
    }
  }
}
