package org.csoalliance.web.event.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.csoalliance.event.door.Verdict;
import org.csoalliance.event.door.VerifyService;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.web.security.SourceAddress;
import org.csoalliance.web.shared.Asked;

/** The page {@code /verify/{code}}, for anyone who holds a ticket or a certificate in hand. */
@Named("verify")
@RequestScoped
public class VerifyBean {
  private static final int TOO_MANY = 429;
  private static final int LONGEST = 200;

  @Inject private VerifyService service;
  @Inject private VerifyLimit limit;
  @Inject private Settings settings;

  private Verdict verdict;

  /** Looks the code up, unless this source asks too often. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    boolean trusted =
        settings.text("alliance.proxy.trusted").map(Boolean::parseBoolean).orElse(false);
    if (!limit.passes(SourceAddress.of(request, trusted))) {
      context.getExternalContext().setResponseStatus(TOO_MANY);
      return;
    }
    String code = Asked.parameter("code");
    verdict = service.verify(code == null || code.length() > LONGEST ? "" : code);
  }

  /** What the code is; null when the source asked too often. */
  public Verdict getVerdict() {
    return verdict;
  }

  /** When the event was. */
  public String getDays() {
    return DoorWords.days(verdict.startsOn(), verdict.endsOn());
  }
}
