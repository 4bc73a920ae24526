package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.membership.join.ApplicationDraftService;
import org.csoalliance.membership.join.Step;
import org.csoalliance.membership.join.Voucher;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;

/** The step "Vouchers": up to two members who know the person. */
@Named("joinVouchers")
@RequestScoped
public class JoinVouchersBean {
  @EJB private ApplicationDraftService service;
  @Inject private JoinPage page;

  private String first;
  private String second;

  /** Opens the step with whom was named. */
  public void load() {
    if (page.enter(Step.VOUCHERS) && !FacesContext.getCurrentInstance().isPostback()) {
      List<Voucher> named = page.getView().vouchers();
      first = named.isEmpty() ? null : named.get(0).email();
      second = named.size() < 2 ? null : named.get(1).email();
    }
  }

  /** Keeps whom was named, or nobody, and goes on. */
  public void save() {
    if (page.closed()) {
      return;
    }
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      service.vouchers(page.id(), first, second);
      boolean ruled = page.getView().done().contains(Step.RULES);
      Answers.redirect(context, (ruled ? Step.CHECK : Step.RULES).address());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException sent) {
      JoinPage.refuse("first", sent);
    }
  }

  public String getFirst() {
    return first;
  }

  public void setFirst(String first) {
    this.first = first;
  }

  public String getSecond() {
    return second;
  }

  public void setSecond(String second) {
    this.second = second;
  }
}
