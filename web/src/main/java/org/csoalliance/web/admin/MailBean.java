package org.csoalliance.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.DeadLetter;
import org.csoalliance.platform.mail.MailAdministration;
import org.csoalliance.platform.mail.MailCounts;
import org.csoalliance.web.shared.Answers;

/** How the outbox stands, and what to do about mails that were given up. */
@Named("adminMail")
@RequestScoped
public class MailBean {
  private static final String ADDRESS = "/admin/mail";

  @Inject private MailAdministration service;

  private MailCounts counts;
  private List<DeadLetter> letters;
  private Long chosen;
  private String reason;

  /**
   * Before the page is shown or a form is taken: reads the buttons that are no Faces components.
   */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    chosen = number(given.get("discard"));
    if (context.isPostback()) {
      act(context, given);
    }
    if (!context.getResponseComplete()) {
      counts = service.counts();
      letters = service.deadLetters(number(given.get("below")));
    }
  }

  private void act(FacesContext context, Map<String, String> given) {
    try {
      if (given.containsKey("retry-all")) {
        int revived = service.retryAll();
        done(context, revived + (revived == 1 ? " mail is" : " mails are") + " tried again.");
      } else if (number(given.get("retry")) != null) {
        service.retry(number(given.get("retry")));
        done(context, "The mail is tried again.");
      } else if (given.containsKey("throw") && chosen != null) {
        reason = given.get("reason");
        service.discard(chosen, reason);
        done(context, "The mail was thrown away. The audit log keeps the reason.");
      }
    } catch (NotFoundException gone) {
      done(context, gone.getMessage());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  private static void done(FacesContext context, String sentence) {
    Answers.notice(context, sentence);
    Answers.redirect(context, ADDRESS);
  }

  private static Long number(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  /** How many mails are in which state. */
  public MailCounts getCounts() {
    return counts;
  }

  /** A page of dead letters, newest first. */
  public List<DeadLetter> getLetters() {
    return letters;
  }

  /** Whether there may be more dead letters than this page shows. */
  public boolean isMore() {
    return letters.size() == MailAdministration.PAGE;
  }

  /** The number to go on below. */
  public long getLast() {
    return letters.get(letters.size() - 1).id();
  }

  /** The dead letter that is to be thrown away once a reason is given, null when none is. */
  public Long getChosen() {
    return chosen;
  }

  /** The reason that was typed. */
  public String getReason() {
    return reason;
  }

  /** Takes the reason that was typed. */
  public void setReason(String reason) {
    this.reason = reason;
  }
}
