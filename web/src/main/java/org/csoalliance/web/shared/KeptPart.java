package org.csoalliance.web.shared;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;

/**
 * {@code <a:kept of="menu" key="#{shell.frame}">…</a:kept>}: a part of a page that is the same
 * wherever its key is the same, so that it is rendered once and written from memory afterwards.
 * Everything that the part shows must follow from its key; KeptPartsTest holds pages to that.
 *
 * <p>With a value that is known while the page is built, as {@code key}, even the components are
 * left out. Inside of {@code ui:repeat} the value is known for each row alone: there {@code each}
 * takes the row, and only the rendering is saved.
 */
public class KeptPart extends UIComponentBase {
  private KeptParts.Key key;
  private String html;

  /** Nothing of it is kept in the state of a view: each build finds it again. */
  public KeptPart() {
    setTransient(true);
  }

  @Override
  public String getFamily() {
    return "org.csoalliance.KeptPart";
  }

  /**
   * Called while the page is built.
   *
   * @return whether the part is in memory, so that nothing inside of it need be built
   */
  boolean find(KeptParts parts, KeptParts.Key wanted) {
    key = wanted;
    html = parts.get(wanted);
    return html != null;
  }

  @Override
  public boolean getRendersChildren() {
    return true;
  }

  @Override
  public void encodeChildren(FacesContext context) throws IOException {
    Object row = getAttributes().get("each");
    if (row == null) {
      write(context, key, html);
    } else {
      KeptParts.Key wanted = KeptParts.Key.of(context, (String) getAttributes().get("of"), row);
      write(context, wanted, KeptParts.of(context).get(wanted));
    }
  }

  private void write(FacesContext context, KeptParts.Key wanted, String known) throws IOException {
    ResponseWriter page = context.getResponseWriter();
    if (known != null) {
      page.write(known);
      return;
    }
    StringWriter copy = new StringWriter(1024);
    ResponseWriter writer = page.cloneWithWriter(copy);
    context.setResponseWriter(writer);
    try {
      super.encodeChildren(context);
      writer.flush();
    } finally {
      context.setResponseWriter(page);
    }
    String rendered = copy.toString();
    KeptParts.of(context).put(wanted, rendered);
    page.write(rendered);
  }
}
