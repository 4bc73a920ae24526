package org.csoalliance.web.shared;

import jakarta.el.ValueExpression;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UISelectItem;
import jakarta.faces.component.UISelectItems;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.convert.Converter;
import jakarta.faces.model.SelectItem;
import jakarta.faces.render.Renderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Draws {@link Choices}: a fieldset with a legend, hint, error and native radio buttons. */
public class ChoicesRenderer extends Renderer<UISelectOne> {
  @Override
  public void decode(FacesContext context, UISelectOne choices) {
    String given =
        context.getExternalContext().getRequestParameterMap().get(choices.getClientId(context));
    choices.setSubmittedValue(given == null ? "" : given);
  }

  @Override
  public Object getConvertedValue(FacesContext context, UIComponent component, Object submitted) {
    UISelectOne choices = (UISelectOne) component;
    String text = submitted == null ? "" : submitted.toString();
    if (text.isEmpty()) {
      return null;
    }
    Converter<Object> converter = converter(context, choices);
    return converter == null ? text : converter.getAsObject(context, choices, text);
  }

  @Override
  public void encodeEnd(FacesContext context, UISelectOne choices) throws IOException {
    ResponseWriter out = context.getResponseWriter();
    String id = choices.getClientId(context);
    String error = Field.error(context, id);
    out.startElement("fieldset", choices);
    out.writeAttribute("id", id, null);
    out.writeAttribute("class", error == null ? "field" : "field bad", null);
    out.writeAttribute("tabindex", "-1", null);
    out.startElement("legend", null);
    out.writeText(text(choices, "label"), null);
    if (Boolean.parseBoolean(text(choices, "optional"))) {
      out.writeText(" (optional)", null);
    }
    out.endElement("legend");
    String described = Field.describe(out, id, text(choices, "hint"), error);
    String chosen = chosen(context, choices);
    int index = 0;
    for (SelectItem item : items(choices)) {
      encode(context, choices, item, id + "-" + index++, described, chosen);
    }
    out.endElement("fieldset");
  }

  private static void encode(
      FacesContext context,
      UISelectOne choices,
      SelectItem item,
      String id,
      String described,
      String chosen)
      throws IOException {
    ResponseWriter out = context.getResponseWriter();
    String value = asText(context, choices, item.getValue());
    out.startElement("div", null);
    out.writeAttribute("class", "choice", null);
    out.startElement("input", choices);
    out.writeAttribute("type", "radio", null);
    out.writeAttribute("id", id, null);
    out.writeAttribute("name", choices.getClientId(context), null);
    out.writeAttribute("value", value, null);
    if (value.equals(chosen)) {
      out.writeAttribute("checked", "checked", null);
    }
    if (described != null) {
      out.writeAttribute("aria-describedby", described, null);
    }
    out.endElement("input");
    out.startElement("label", null);
    out.writeAttribute("for", id, null);
    out.writeText(item.getLabel(), null);
    if (item.getDescription() != null && !item.getDescription().isEmpty()) {
      out.startElement("span", null);
      out.writeAttribute("class", "hint", null);
      out.writeText(item.getDescription(), null);
      out.endElement("span");
    }
    out.endElement("label");
    out.endElement("div");
  }

  private static String chosen(FacesContext context, UISelectOne choices) {
    Object submitted = choices.getSubmittedValue();
    return submitted == null ? asText(context, choices, choices.getValue()) : submitted.toString();
  }

  private static List<SelectItem> items(UISelectOne choices) {
    List<SelectItem> items = new ArrayList<>();
    for (UIComponent child : choices.getChildren()) {
      if (child instanceof UISelectItem one) {
        items.add(
            new SelectItem(
                one.getItemValue(), String.valueOf(one.getItemLabel()), one.getItemDescription()));
      } else if (child instanceof UISelectItems many) {
        Object value = many.getValue();
        Collection<?> found =
            value instanceof Collection<?> collection
                ? collection
                : Arrays.asList((Object[]) value);
        found.forEach(item -> items.add((SelectItem) item));
      }
    }
    return items;
  }

  private static String asText(FacesContext context, UISelectOne choices, Object value) {
    if (value == null) {
      return "";
    }
    Converter<Object> converter = converter(context, choices);
    return value instanceof String || converter == null
        ? value.toString()
        : converter.getAsString(context, choices, value);
  }

  @SuppressWarnings("unchecked")
  private static Converter<Object> converter(FacesContext context, UISelectOne choices) {
    if (choices.getConverter() != null) {
      return choices.getConverter();
    }
    ValueExpression value = choices.getValueExpression("value");
    Class<?> type = value == null ? null : value.getType(context.getELContext());
    return type == null || type == String.class || type == Object.class
        ? null
        : context.getApplication().createConverter(type);
  }

  private static String text(UISelectOne choices, String name) {
    Object value = choices.getAttributes().get(name);
    return value == null ? "" : value.toString();
  }
}
