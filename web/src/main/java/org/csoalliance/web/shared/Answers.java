package org.csoalliance.web.shared;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;

/**
 * What a page bean may answer other than its page. It ends the life cycle; {@link FaultFilter} then
 * sends the error page, outside of Faces, the same way on both servers.
 */
public final class Answers {
  /** The key of the flash under which a notice crosses one redirect. */
  static final String NOTICE = "alliance.notice";

  private Answers() {}

  /** There is no such thing, or this reader may not know of it. */
  public static void notFound(FacesContext context) {
    send(context, 404);
  }

  /** The reader may not do this; somebody who is not signed in is asked to sign in. */
  public static void forbidden(FacesContext context) {
    send(context, 403);
  }

  /** The address or the form makes no sense. */
  public static void badRequest(FacesContext context) {
    send(context, 400);
  }

  /**
   * Redirects to an address of the product.
   *
   * @param address relative to the context path, encoded, such as {@code /incidents?kind=ROBBERY}
   */
  public static void redirect(FacesContext context, String address) {
    ExternalContext external = context.getExternalContext();
    try {
      external.redirect(external.getRequestContextPath() + address);
    } catch (IOException broken) {
      throw new FacesException(broken);
    }
  }

  /** A short sentence for the next page that is shown, after a redirect or not. */
  public static void notice(FacesContext context, String sentence) {
    context.getExternalContext().getFlash().put(NOTICE, sentence);
  }

  /** Shows the sentences of a refused command at the fields whose ids bear the same names. */
  public static void invalid(FacesContext context, InvalidException refused) {
    invalid(context, refused, new LinkedHashMap<>());
  }

  /**
   * The same, where a field's id is not the name of the command's component.
   *
   * @param ids client id by component; others keep their name
   */
  public static void invalid(
      FacesContext context, InvalidException refused, Map<String, String> ids) {
    refused
        .fields()
        .forEach(
            (field, sentence) -> {
              jakarta.faces.application.FacesMessage message =
                  new jakarta.faces.application.FacesMessage(
                      jakarta.faces.application.FacesMessage.SEVERITY_ERROR, sentence, sentence);
              context.addMessage(ids.getOrDefault(field, field), message);
            });
    context.validationFailed();
  }

  private static void send(FacesContext context, int status) {
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    request.setAttribute(Faults.STATUS, status);
    context.responseComplete();
  }
}
