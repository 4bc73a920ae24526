package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.csoalliance.membership.join.VouchService;
import org.csoalliance.membership.join.Voucher;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page {@code /join/vouch}: a member says whether they know an applicant; once. */
@Named("vouch")
@RequestScoped
public class VouchBean {
  @EJB private VouchService service;

  private String answer;
  private VouchService.Question question;
  private boolean asked;
  private boolean answered;

  /** Opens the question of the code; without one there is no such page. */
  public void load() {
    if (getQuestion() == null) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
    }
  }

  /** Takes the answer. */
  public void send() {
    FacesContext context = FacesContext.getCurrentInstance();
    Voucher.Answer chosen = null;
    for (Voucher.Answer one : Voucher.Answer.values()) {
      chosen = one.name().equals(answer) ? one : chosen;
    }
    try {
      service.answer(getCode(), chosen);
      answered = true;
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (NotFoundException gone) {
      question = null;
    }
  }

  /** The code of the address, or of the form that repeats it. */
  public String getCode() {
    return Asked.parameter("code");
  }

  /** Whom the member is asked about, null when the code opens nothing. */
  public VouchService.Question getQuestion() {
    if (!asked) { // at a post the form is read before load() comes
      asked = true;
      try {
        question = service.question(getCode());
      } catch (NotFoundException gone) {
        question = null;
      }
    }
    return question;
  }

  /** Whether the answer was taken just now. */
  public boolean isAnswered() {
    return answered;
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }
}
