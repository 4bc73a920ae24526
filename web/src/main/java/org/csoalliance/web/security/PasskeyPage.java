package org.csoalliance.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import java.util.List;
import org.csoalliance.membership.factor.PasskeyCeremony;
import org.csoalliance.membership.factor.PasskeyService;
import org.csoalliance.platform.settings.Settings;

/**
 * What a page with a passkey button gives to its script, and the ceremony that the session keeps
 * meanwhile. A ceremony is good for one answer; a page that is shown again begins a new one.
 */
@ApplicationScoped
public class PasskeyPage {
  private static final String CEREMONY = "org.csoalliance.passkey";
  private static final String HANDLE = "org.csoalliance.passkey.handle";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  @EJB private PasskeyService passkeys;
  @Inject private Settings settings;

  /**
   * Begins a ceremony that uses a passkey.
   *
   * @param known the credentials that may answer, empty for any of this site
   * @return the options as JSON
   */
  public String use(HttpServletRequest request, List<byte[]> known) {
    PasskeyCeremony ceremony = passkeys.ceremony(origin(request));
    request.getSession().setAttribute(CEREMONY, ceremony);
    return options("get", ceremony, known).build().toString();
  }

  /** Begins a ceremony that makes a passkey of the caller; the options as JSON. */
  public String make(HttpServletRequest request) {
    HttpSession session = request.getSession();
    PasskeyService.Registration registration =
        passkeys.registration(origin(request), (byte[]) session.getAttribute(HANDLE));
    session.setAttribute(CEREMONY, registration.ceremony());
    session.setAttribute(HANDLE, registration.userHandle());
    return options("create", registration.ceremony(), registration.known())
        .add("user", BASE64.encodeToString(registration.userHandle()))
        .add("name", registration.userName())
        .build()
        .toString();
  }

  /** The ceremony that an answer belongs to, which is used up by this; null when there is none. */
  public PasskeyCeremony take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(CEREMONY) instanceof PasskeyCeremony ceremony)) {
      return null;
    }
    session.removeAttribute(CEREMONY);
    return ceremony;
  }

  /** The handle of the passkey that is being made. */
  public byte[] handle(HttpServletRequest request) {
    return (byte[]) request.getSession().getAttribute(HANDLE);
  }

  private static JsonObjectBuilder options(
      String kind, PasskeyCeremony ceremony, List<byte[]> known) {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    known.forEach(id -> ids.add(BASE64.encodeToString(id)));
    return Json.createObjectBuilder()
        .add("kind", kind)
        .add("challenge", BASE64.encodeToString(ceremony.challenge()))
        .add("host", ceremony.rpId())
        .add("ids", ids);
  }

  /** The address set for the product, else the one that the browser asked at. */
  private String origin(HttpServletRequest request) {
    if (settings.text("alliance.base.url").isPresent()) {
      java.net.URI base = java.net.URI.create(settings.baseUrl());
      return base.getScheme() + "://" + base.getRawAuthority();
    }
    return request.getScheme() + "://" + request.getHeader("Host");
  }
}
