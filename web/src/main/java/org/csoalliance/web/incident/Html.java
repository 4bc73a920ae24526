package org.csoalliance.web.incident;

import jakarta.faces.context.ResponseWriter;
import jakarta.faces.model.SelectItem;
import java.io.IOException;
import java.util.List;

/** Elements with their attributes; every text and value is escaped by the writer. */
record Html(ResponseWriter out) {
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

  /** A list to choose one of. */
  void select(String name, List<SelectItem> items, String chosen) throws IOException {
    open("select", "id", name, "name", name);
    for (SelectItem item : items) {
      open("option", "value", item.getValue().toString());
      attribute("selected", item.getValue().equals(chosen) ? "selected" : null);
      text(item.getLabel());
      close("option");
    }
    close("select");
  }
}
