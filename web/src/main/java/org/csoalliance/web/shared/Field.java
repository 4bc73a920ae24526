package org.csoalliance.web.shared;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Map;

/**
 * A label, a hint, an error and a control, in this order, tied to each other for a screen reader:
 * {@code <a:field for="position" label="Position" hint="…" optional="true">control</a:field>}.
 * Tells the control, a component inside of it, of its hint and its error by aria attributes.
 */
public class Field extends UIComponentBase {
  @Override
  public String getFamily() {
    return "org.csoalliance.Field";
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    ResponseWriter out = context.getResponseWriter();
    UIComponent control = findComponent(text("for"));
    String id = control == null ? text("for") : control.getClientId(context);
    String error = error(context, id);
    out.startElement("div", this);
    out.writeAttribute("class", error == null ? "field" : "field bad", null);
    out.startElement("label", null);
    out.writeAttribute("for", id, null);
    out.writeText(text("label"), null);
    if (Boolean.parseBoolean(text("optional"))) {
      out.writeText(" ", null);
      out.startElement("span", null);
      out.writeAttribute("class", "dim", null);
      out.writeText("(optional)", null);
      out.endElement("span");
    }
    out.endElement("label");
    String described = describe(out, id, text("hint"), error);
    if (control != null) {
      Map<String, Object> attributes = control.getPassThroughAttributes(true);
      put(attributes, "aria-describedby", described);
      put(attributes, "aria-invalid", error == null ? null : "true");
    }
  }

  @Override
  public void encodeEnd(FacesContext context) throws IOException {
    context.getResponseWriter().endElement("div");
  }

  /** The first error at a client id, null when there is none. */
  static String error(FacesContext context, String clientId) {
    return context.getMessageList(clientId).stream()
        .filter(message -> message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0)
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse(null);
  }

  /** Writes hint and error and gives the ids that describe the control, null when none does. */
  static String describe(ResponseWriter out, String id, String hint, String error)
      throws IOException {
    StringBuilder ids = new StringBuilder();
    if (hint != null && !hint.isEmpty()) {
      span(out, "hint", id + "-h", hint);
      ids.append(id).append("-h");
    }
    if (error != null) {
      span(out, "err", id + "-e", "Error: " + error);
      ids.append(ids.isEmpty() ? "" : " ").append(id).append("-e");
    }
    return ids.isEmpty() ? null : ids.toString();
  }

  private static void span(ResponseWriter out, String style, String id, String text)
      throws IOException {
    out.startElement("span", null);
    out.writeAttribute("class", style, null);
    out.writeAttribute("id", id, null);
    out.writeText(text, null);
    out.endElement("span");
  }

  private static void put(Map<String, Object> attributes, String name, String value) {
    if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }

  private String text(String name) {
    Object value = getAttributes().get(name);
    return value == null ? "" : value.toString();
  }
}
