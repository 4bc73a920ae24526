package org.csoalliance.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/**
 * What was typed into the plain fields of a page that keeps no view state: the tags {@code
 * a:input}, {@code a:area} and {@code a:pick} show it again beside its error. Such a form never
 * expires, and a visitor who posts it gets no session; where a post comes from is checked by its
 * origin.
 */
@Named("typed")
@RequestScoped
public class Typed {
  /** Whether the request is a post. */
  public static boolean isPost() {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    return request.getMethod().equals("POST");
  }

  /** Everything that was posted under a name, in its order; never null. */
  public static List<String> all(String name) {
    String[] values =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get(name);
    return values == null ? List.of() : List.of(values);
  }

  /** Whether a button or a box of the posted form bears the name. */
  public static boolean has(String name) {
    return isPost() && Asked.parameter(name) != null;
  }

  /** Shows a sentence that belongs to no field. */
  public static void refuse(String sentence) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  /** What was typed into a field, else what stands. */
  public String value(String name, Object standing) {
    String given = isPost() ? Asked.parameter(name) : null;
    return given != null ? given : standing == null ? "" : standing.toString();
  }

  /** Whether an answer is chosen: as posted, else as it stands. */
  public boolean chosen(String name, Object answer, Object standing) {
    String one = String.valueOf(answer);
    if (isPost()) {
      return all(name).contains(one);
    }
    return standing instanceof Iterable<?> several
        ? java.util.stream.StreamSupport.stream(several.spliterator(), false)
            .anyMatch(each -> one.equals(String.valueOf(each)))
        : standing != null && one.equals(String.valueOf(standing));
  }

  /** The sentence at a field, null when it was not refused. */
  public String error(String name) {
    return FacesContext.getCurrentInstance().getMessageList(name).stream()
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse(null);
  }

  /** For {@code aria-invalid}: true, or null so that the attribute is left out. */
  public String invalid(String name) {
    return error(name) == null ? null : "true";
  }

  /** The ids that describe a field, null when none does. */
  public String describes(String name, String hint) {
    String hinted = hint == null || hint.isEmpty() ? "" : name + "-h";
    String wrong = error(name) == null ? "" : name + "-e";
    String both = (hinted + " " + wrong).strip();
    return both.isEmpty() ? null : both;
  }

  /** A map as the lines of a choice: its keys are posted, its values are read. */
  public List<Map.Entry<?, ?>> lines(Map<?, ?> choices) {
    return List.copyOf(choices.entrySet());
  }
}
