package org.csoalliance.web.registration;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;

/**
 * What a plain form sent. The pages of this room write plain controls and keep no view state, so
 * that they do not expire and work without scripts; nothing that comes is trusted.
 */
final class Posted {
  private Posted() {}

  /** Whether a form was sent. */
  static boolean is() {
    return request().getMethod().equals("POST");
  }

  /** What was typed into a field; empty when it is missing. */
  static String text(String name) {
    String value = request().getParameter(name);
    return value == null ? "" : value.strip();
  }

  /** Everything of the name, none of it null. */
  static List<String> all(String name) {
    String[] values = request().getParameterValues(name);
    return values == null ? List.of() : Arrays.stream(values).filter(Objects::nonNull).toList();
  }

  /** Numbers of the name; what is none counts as a number that nothing has. */
  static List<Long> numbers(String name) {
    return all(name).stream().map(Posted::number).toList();
  }

  /** The number of a field; null when it is empty, and -1, which nothing has, when it is none. */
  static Long number(String name, boolean emptyIsNull) {
    String value = text(name);
    return value.isEmpty() && emptyIsNull ? null : number(value);
  }

  static Long number(String value) {
    return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : -1L;
  }

  /** The key that makes a form sent twice one; null when it is none. */
  static UUID key() {
    String value = text("key");
    return value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? UUID.fromString(value)
        : null;
  }

  /** Shows the sentences at their fields. */
  static void refused(FacesContext context, InvalidException refused) {
    Answers.invalid(context, refused);
  }

  /** Shows a sentence that belongs to no field. */
  static void refused(FacesContext context, String sentence) {
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }
}
