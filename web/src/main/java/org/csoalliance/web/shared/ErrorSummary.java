package org.csoalliance.web.shared;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * {@code <a:errors/>}: all errors of a failed post, first in main, in the order of the fields, each
 * a link to its field. It takes the focus: by {@code autofocus}, without a script.
 */
public class ErrorSummary extends UIComponentBase {
  @Override
  public String getFamily() {
    return "org.csoalliance.ErrorSummary";
  }

  @Override
  public void encodeAll(FacesContext context) throws IOException {
    List<FacesMessage> errors =
        context.getMessageList().stream().filter(ErrorSummary::isError).toList();
    if (errors.isEmpty()) {
      return;
    }
    ResponseWriter out = context.getResponseWriter();
    out.startElement("div", this);
    out.writeAttribute("class", "errors", null);
    out.writeAttribute("role", "alert", null);
    out.writeAttribute("tabindex", "-1", null);
    out.writeAttribute("autofocus", "autofocus", null);
    out.writeAttribute("aria-labelledby", "errors-title", null);
    out.startElement("h2", null);
    out.writeAttribute("id", "errors-title", null);
    out.writeText("There is a problem", null);
    out.endElement("h2");
    out.startElement("ul", null);
    Iterator<String> ids = context.getClientIdsWithMessages();
    while (ids.hasNext()) {
      String id = ids.next();
      for (FacesMessage message : context.getMessageList(id)) {
        if (isError(message)) {
          item(out, id, message.getSummary());
        }
      }
    }
    out.endElement("ul");
    out.endElement("div");
  }

  private static boolean isError(FacesMessage message) {
    return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
  }

  private static void item(ResponseWriter out, String id, String text) throws IOException {
    out.startElement("li", null);
    if (id == null) {
      out.writeText(text, null);
    } else {
      out.startElement("a", null);
      out.writeAttribute("href", "#" + id, null);
      out.writeText(text, null);
      out.endElement("a");
    }
    out.endElement("li");
  }
}
