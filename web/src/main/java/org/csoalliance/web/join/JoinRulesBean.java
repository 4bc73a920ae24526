package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.membership.join.ApplicationDraftService;
import org.csoalliance.membership.join.Step;
import org.csoalliance.membership.legal.LegalDocument;
import org.csoalliance.membership.legal.LegalText;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;

/** The step "Rules": the code of conduct and the privacy notice, in their versions. */
@Named("joinRules")
@RequestScoped
public class JoinRulesBean {
  @EJB private ApplicationDraftService service;
  @Inject private JoinPage page;

  private boolean code;
  private boolean privacy;

  /** Opens the step; both are ticked where these versions were accepted. */
  public void load() {
    if (page.enter(Step.RULES) && !FacesContext.getCurrentInstance().isPostback()) {
      code = page.getView().done().contains(Step.RULES);
      privacy = code;
    }
  }

  /** Keeps that the rules are accepted and goes on. */
  public void save() {
    if (page.closed()) {
      return;
    }
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      service.accept(page.id(), code, privacy);
      Answers.redirect(context, Step.CHECK.address());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException sent) {
      JoinPage.refuse("code", sent);
    }
  }

  /** The code of conduct of now. */
  public LegalText getConduct() {
    return LegalText.current(LegalDocument.CONDUCT);
  }

  /** The privacy notice of now. */
  public LegalText getNotice() {
    return LegalText.current(LegalDocument.PRIVACY);
  }

  /** Whether a field was refused. */
  public boolean wrong(String field) {
    return error(field) != null;
  }

  /** The sentence at a field, null when it was not refused. */
  public String error(String field) {
    return FacesContext.getCurrentInstance().getMessageList(field).stream()
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse(null);
  }

  public boolean isCode() {
    return code;
  }

  public void setCode(boolean code) {
    this.code = code;
  }

  public boolean isPrivacy() {
    return privacy;
  }

  public void setPrivacy(boolean privacy) {
    this.privacy = privacy;
  }
}
