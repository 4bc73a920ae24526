package org.csoalliance.web.incident;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
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
      case WHEN -> TimeQuestion.when(out, q);
      case INSTANT, DATE -> TimeQuestion.day(out, q);
      case TICK -> tick(out, q);
      default -> control(out, q);
    }
  }

  private static void control(Html out, Question q) throws IOException {
    out.open("div", "class", q.error() == null ? "field" : "field bad");
    out.open("label", "for", q.name());
    out.text(q.label());
    QuestionFrame.marks(out, q);
    out.close("label");
    String described = QuestionFrame.describe(out, q, q.name());
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
    QuestionFrame.legend(out, q, set && q.options().size() > 6 ? " columns" : "");
    String described = QuestionFrame.describe(out, q, q.name());
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
    QuestionFrame.legend(out, q, "");
    QuestionFrame.describe(out, q, q.name());
    for (Question.Option option : q.options()) {
      String name = q.name() + "." + option.value();
      out.open("div", "class", "effect");
      out.open("label", "for", name);
      out.text(option.label());
      out.close("label");
      out.select(name, Questions.effects(WORDS), option.hint());
      out.close("div");
    }
    out.close("fieldset");
  }

  private static void records(Html out, Question q) throws IOException {
    QuestionFrame.legend(out, q, " records");
    QuestionFrame.describe(out, q, q.name());
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
}
