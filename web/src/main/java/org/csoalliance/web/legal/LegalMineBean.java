package org.csoalliance.web.legal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.csoalliance.membership.legal.Acceptance;
import org.csoalliance.membership.legal.LegalDocument;
import org.csoalliance.membership.legal.LegalService;
import org.csoalliance.membership.legal.LegalText;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Typed;

/** What the person is asked to accept, and has accepted. */
@Named("legalMine")
@RequestScoped
public class LegalMineBean {
  @EJB private LegalService service;

  private List<LegalText> open;

  /** Accepts what was pressed. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    LegalDocument document = LegalDocument.of(Asked.parameter("accept")).orElse(null);
    if (!Typed.isPost()) {
      return;
    }
    if (document == null) {
      Answers.badRequest(context);
      return;
    }
    try {
      service.accept(document, Asked.parameter("version"));
      Answers.notice(context, "You have accepted: " + document.words() + ".");
      Answers.redirect(context, "/me/rules");
    } catch (ConflictException newer) {
      Typed.refuse(newer.getMessage());
    }
  }

  /** The texts that wait; read once a request. */
  public List<LegalText> getOpen() {
    if (open == null) {
      open = service.open();
    }
    return open;
  }

  /** Their names. */
  public String getOpenWords() {
    return getOpen().stream()
        .map(text -> text.document().words())
        .collect(Collectors.joining(", "));
  }

  /** What was accepted. */
  public List<Acceptance> getAccepted() {
    return service.mine();
  }
}
