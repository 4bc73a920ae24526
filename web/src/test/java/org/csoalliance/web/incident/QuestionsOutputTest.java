package org.csoalliance.web.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.incident.form.Step;
import org.junit.jupiter.api.Test;

class QuestionsOutputTest {
  private static final Form PIRACY = FormCatalog.shipped().ofKind("ROBBERY");

  private static String html(
      Map<String, List<String>> typed, Map<String, String> wrong, String more) throws IOException {
    StringWriter text = new StringWriter();
    QuestionsOutput.write(
        new Plain(text),
        new Questions(PIRACY, new Inputs(typed), wrong, FormWords.english(), List.of(), more)
            .of(PIRACY.fields(Step.WHAT)));
    return text.toString();
  }

  private static boolean open(String html) {
    return html.contains("<details class='more-questions' open='open'>");
  }

  @Test
  void fewQuestionsComeFirstAndTheRestIsFolded() throws IOException {
    String html = html(Map.of(), Map.of(), null);
    int fold = html.indexOf("<details class='more-questions'>");
    assertTrue(fold > 0, html);
    assertTrue(html.indexOf("name='text'") < fold && html.indexOf("name='weapons'") < fold);
    assertTrue(html.indexOf("name='boardingAid'") > fold);
    assertTrue(html.indexOf("name='craft.0.type'") > fold);
    assertEquals(1, html.split("<details", -1).length - 1);
    assertTrue(html.length() - fold > fold, "most of it is folded");
  }

  @Test
  void whatIsTypedWrongOrAskedForOpensIt() throws IOException {
    assertFalse(
        open(html(Map.of("text", List.of("Seen"), "weapons", List.of("KNIFE")), Map.of(), null)));
    assertTrue(open(html(Map.of("approach", List.of("From astern")), Map.of(), null)));
    assertTrue(open(html(Map.of("craft.0.colour", List.of("blue")), Map.of(), null)));
    assertTrue(open(html(Map.of("measures.LIGHTS", List.of("HELPED")), Map.of(), null)));
    assertTrue(open(html(Map.of(), Map.of("craft.0.length", "Say a number."), null)));
    assertTrue(open(html(Map.of(), Map.of(), "craft")));
  }

  @Test
  void nothingThatMustBeAnsweredIsFolded() {
    for (Form form : FormCatalog.shipped().forms()) {
      form.fields().stream()
          .filter(field -> field.folded())
          .forEach(field -> assertFalse(field.required(), form.name() + " " + field.name()));
    }
  }

  /** Writes elements with their attributes, and nothing else. */
  private static final class Plain extends ResponseWriter {
    private final Writer out;
    private boolean tag;

    Plain(Writer out) {
      this.out = out;
    }

    private void end() throws IOException {
      if (tag) {
        out.write('>');
        tag = false;
      }
    }

    @Override
    public void startElement(String name, UIComponent component) throws IOException {
      end();
      out.write("<" + name);
      tag = true;
    }

    @Override
    public void endElement(String name) throws IOException {
      end();
      out.write("</" + name + ">");
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
      out.write(" " + name + "='" + value + "'");
    }

    @Override
    public void writeURIAttribute(String name, Object value, String property) throws IOException {
      writeAttribute(name, value, property);
    }

    @Override
    public void writeText(Object text, String property) throws IOException {
      end();
      out.write(text.toString());
    }

    @Override
    public void writeText(char[] text, int off, int len) throws IOException {
      writeText(new String(text, off, len), null);
    }

    @Override
    public void writeComment(Object comment) {}

    @Override
    public void write(char[] text, int off, int len) throws IOException {
      out.write(text, off, len);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
      return new Plain(writer);
    }

    @Override
    public String getContentType() {
      return "text/html";
    }

    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public void startDocument() {}

    @Override
    public void endDocument() {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
