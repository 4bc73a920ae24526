package org.csoalliance.web.data;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.membership.data.ErasureService;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;

/** The page that says what an erasure takes and what must stay, and does it. */
@Named("erase")
@RequestScoped
public class EraseBean {
  @Inject private ErasureService service;

  private boolean understood;

  /** Asks for a fresh proof before the person decides. */
  public void load() {
    if (!FacesContext.getCurrentInstance().isPostback()) {
      service.prepare();
    }
  }

  /** Erases the reader and shows the start page; the session is over with it. */
  public void erase() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!understood) {
      refuse(context, "understood", "Tick the box when you are sure.");
      return;
    }
    try {
      service.erase();
      context.getExternalContext().invalidateSession();
      Answers.redirect(context, "/");
    } catch (RefusedException refused) {
      refuse(context, null, refused.getMessage());
    }
  }

  private static void refuse(FacesContext context, String field, String sentence) {
    context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    context.validationFailed();
  }

  public boolean isUnderstood() {
    return understood;
  }

  public void setUnderstood(boolean understood) {
    this.understood = understood;
  }
}
