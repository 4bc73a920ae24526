package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.membership.join.ApplicationState;
import org.csoalliance.membership.join.ApplicationSubmissionService;
import org.csoalliance.membership.join.ApplicationView;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;

/** The page {@code /join/status}: how an application stands, and what its applicant may do. */
@Named("joinStatus")
@RequestScoped
public class JoinStatusBean {
  private static final String ADDRESS = "/join/status";

  @EJB private ApplicationSubmissionService service;
  @Inject private JoinPage page;

  private String reply;
  private String appeal;

  /** Opens the page. */
  public void load() {
    page.load();
  }

  /** Answers what was asked. */
  public void answer() {
    act(() -> service.reply(page.id(), reply), "reply", "Your answer is sent.");
  }

  /** Asks for another decision. */
  public void ask() {
    act(() -> service.appeal(page.id(), appeal), "appeal", "Your appeal is sent.");
  }

  /** Takes the application back. */
  public void withdraw() {
    act(
        () -> service.withdraw(page.id()),
        "withdraw",
        "Your application is withdrawn and its papers are deleted.");
  }

  private void act(Runnable work, String field, String done) {
    if (page.closed()) {
      return;
    }
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      work.run();
      Answers.notice(context, done);
      Answers.redirect(context, ADDRESS);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      JoinPage.refuse(field, refused);
    }
  }

  /** Whether the person is asked whether to withdraw. */
  public boolean isWithdrawing() {
    return isWithdrawable()
        && FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterMap()
            .containsKey("withdraw");
  }

  /** Whether the application may be taken back. */
  public boolean isWithdrawable() {
    return page.getView() != null && !page.getView().state().ended();
  }

  /** Whether the officers wait for an answer. */
  public boolean isAsked() {
    return page.getView() != null && page.getView().state() == ApplicationState.MORE_ASKED;
  }

  /** The style of the badge of the state. */
  public String getBadge() {
    ApplicationView view = page.getView();
    return switch (view.state()) {
      case APPROVED -> "badge ok";
      case MORE_ASKED -> "badge warn";
      case REFUSED -> "badge bad";
      case WITHDRAWN -> "badge";
      default -> "badge open";
    };
  }

  public String getReply() {
    return reply;
  }

  public void setReply(String reply) {
    this.reply = reply;
  }

  public String getAppeal() {
    return appeal;
  }

  public void setAppeal(String appeal) {
    this.appeal = appeal;
  }
}
