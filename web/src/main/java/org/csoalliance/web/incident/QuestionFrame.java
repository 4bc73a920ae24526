package org.csoalliance.web.incident;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.incident.form.FieldType;

/** What stands around the controls of a question: its legend, hint, error and marks. */
final class QuestionFrame {
  private QuestionFrame() {}

  static void legend(Html out, Question q, String style) throws IOException {
    out.open("fieldset", "class", "field" + style + (q.error() == null ? "" : " bad"));
    out.attribute("id", q.name());
    out.attribute("tabindex", "-1");
    out.open("legend");
    out.text(q.label());
    marks(out, q);
    out.close("legend");
  }

  static void marks(Html out, Question q) throws IOException {
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

  static String describe(Html out, Question q, String id) throws IOException {
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
}
