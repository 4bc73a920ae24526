package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.csoalliance.membership.join.ApplicationSubmissionService;
import org.csoalliance.membership.join.Step;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.web.shared.Answers;

/** The step "Check": all answers once more, then they are sent. Also what is shown afterwards. */
@Named("joinCheck")
@RequestScoped
public class JoinCheckBean {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @EJB private ApplicationSubmissionService service;
  @Inject private JoinPage page;

  /** Opens the step. A second press of the button meets an application that was sent. */
  public void load() {
    page.enter(Step.CHECK);
  }

  /** Opens the page that says that it was sent. */
  public void sent() {
    if (page.load() && page.getView().reference() == null) {
      Answers.redirect(FacesContext.getCurrentInstance(), page.getView().next().address());
    }
  }

  /** Opens where the person is: the first step that is not done, or the state. */
  public void goOn() {
    if (page.load()) {
      Answers.redirect(
          FacesContext.getCurrentInstance(),
          page.getView().draft() ? page.getView().next().address() : "/join/status");
    }
  }

  /** Sends the application. */
  public void send() {
    if (page.closed()) {
      return;
    }
    try {
      service.submit(page.id());
      Answers.redirect(FacesContext.getCurrentInstance(), "/join/sent");
    } catch (ConflictException missing) {
      JoinPage.refuse("check", missing);
    }
  }

  /** A day in words. */
  public String day(Instant at) {
    return at == null ? "" : DAY.format(at);
  }
}
