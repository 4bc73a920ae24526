package org.csoalliance.web.account;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** What the pages about one's own account have in common. */
final class Proofs {
  static final String SECURITY = "/me/security";
  static final String CODES = "/me/security/codes";

  /** The key of the flash under which new recovery codes reach their page. */
  static final String NEW_CODES = "alliance.codes";

  private Proofs() {}

  /** Leads a post that lacked a fresh proof to where it is given, and back to the page. */
  static void ask(String from) {
    Answers.redirect(
        FacesContext.getCurrentInstance(),
        "/sign-in/confirm?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
  }

  /** Shows new recovery codes once, else says what was done on the page of all factors. */
  static void done(String sentence, List<String> codes) {
    FacesContext context = FacesContext.getCurrentInstance();
    Answers.notice(context, sentence);
    if (codes.isEmpty()) {
      Answers.redirect(context, SECURITY);
    } else {
      context.getExternalContext().getFlash().put(NEW_CODES, String.join(" ", codes));
      Answers.redirect(context, CODES);
    }
  }

  /** A parameter of a post; null when it is no post or the parameter is missing or empty. */
  static String posted(String name) {
    FacesContext context = FacesContext.getCurrentInstance();
    String value = Asked.parameter(name);
    return context.isPostback() && value != null && !value.isEmpty() ? value : null;
  }

  static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }
}
