package org.csoalliance.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.web.security.SecurityHeadersFilter;

/** What the frame round every page asks: who reads, what they may open, what went wrong. */
@Named
@RequestScoped
public class Shell {
  /** What the bars and menus round a page follow from. */
  public record Frame(
      boolean demo,
      boolean signedIn,
      String name,
      Set<Role> roles,
      String mail,
      String telephone,
      String page) {}

  @Inject private CallerContext caller;
  @Inject private Settings settings;

  /** An address of the product with the context path before it, for a link. */
  public String url(String address) {
    return external().getRequestContextPath() + address;
  }

  /** Whether a strip tells that this is a demonstration. */
  public boolean isDemo() {
    return settings.demo();
  }

  /** Whether somebody is signed in. */
  public boolean isSignedIn() {
    return caller.reader().signedIn();
  }

  /** The name of the person signed in; "Visitor" otherwise. */
  public String getName() {
    return caller.reader().name();
  }

  /**
   * Whether the reader holds a role, to show or leave out a link; what they may do is decided by
   * the services.
   *
   * @param role the name of a {@link Role}
   */
  public boolean is(String role) {
    return caller.reader().is(Role.valueOf(role));
  }

  /** Whether a link to the report is of use: visitors are asked to sign in first. */
  public boolean isReporting() {
    return !isSignedIn() || is("MEMBER") || is("PARTNER") || is("EDITOR");
  }

  /**
   * Everything that the frame of a page follows from: what is added to this bean for the frame
   * belongs here.
   *
   * @param page what the page gives, such as the entry of the menu that is open
   */
  public Frame frame(String page) {
    return new Frame(
        isDemo(),
        isSignedIn(),
        getName(),
        caller.reader().roles(),
        getMail(),
        getTelephone(),
        page);
  }

  /** Where visitors write to. */
  public String getMail() {
    return settings.contactMail();
  }

  /** The duty editor's telephone as it is written. */
  public String getTelephone() {
    return settings.contactTelephone();
  }

  /** The duty editor's telephone as the address of a link. */
  public String getTelephoneLink() {
    return "tel:" + settings.contactTelephone().replaceAll("[^+0-9]", "");
  }

  /** Whether a form was posted that could not be taken; the title then says so. */
  public boolean isFailed() {
    FacesContext context = FacesContext.getCurrentInstance();
    return context.isValidationFailed() && (context.isPostback() || Typed.isPost());
  }

  /** Whether the page needs no view state, by the route table. */
  public boolean isStill() {
    return StillPages.isStill(FacesContext.getCurrentInstance());
  }

  /** Called by the template of pages with PrimeFaces widgets, before it renders. */
  public void allowWidgets() {
    SecurityHeadersFilter.allowWidgets(
        (HttpServletRequest) external().getRequest(),
        (HttpServletResponse) external().getResponse());
  }

  /** The notice that a bean left for this page, null when there is none. */
  public String getNotice() {
    Object notice = external().getFlash().get(Answers.NOTICE);
    return notice == null ? null : notice.toString();
  }

  /** On an error page: the reference of the fault, null when nothing was logged. */
  public String getReference() {
    return (String) request().getAttribute(Faults.REFERENCE_OF);
  }

  /** On an error page: the sentence written for the reader, null when there is none. */
  public String getSentence() {
    return (String) request().getAttribute(Faults.SENTENCE);
  }

  /** On an error page: where to prove again who one is, null when that was not what lacked. */
  public String getConfirm() {
    if (request().getAttribute(Faults.STEP_UP) == null) {
      return null;
    }
    String asked = getAsked();
    String context = external().getRequestContextPath();
    String path = asked.startsWith(context) ? asked.substring(context.length()) : "/me";
    return url("/sign-in/confirm?from=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
  }

  /** On an error page: whether a form was open too long. */
  public boolean isExpired() {
    return request().getAttribute(Faults.EXPIRED) != null;
  }

  /** On an error page: the address that was asked for, to try it again. */
  public String getAsked() {
    Object asked = request().getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String uri = asked == null ? url("/") : asked.toString();
    String query = request().getQueryString();
    return uri.startsWith("//") ? url("/") : uri + (query == null ? "" : "?" + query);
  }

  /** On the page of a fault in a partial request: its reference, if it is written as ours are. */
  public String getGivenReference() {
    String given = external().getRequestParameterMap().get("reference");
    return Faults.isReference(given) ? given : null;
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) external().getRequest();
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
