package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.membership.join.ApplicationDraftService;
import org.csoalliance.membership.join.ApplicationState;
import org.csoalliance.membership.join.ApplicationView;
import org.csoalliance.membership.join.Countries;
import org.csoalliance.membership.join.Step;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;

/**
 * What the pages of an application share: they open for the session's application alone, and in
 * their order.
 */
@Named("joinPage")
@RequestScoped
public class JoinPage {
  @EJB private ApplicationDraftService service;
  @Inject private JoinSession session;

  private long id;
  private ApplicationView view;
  private Step step;
  private boolean open;

  /**
   * Opens a step, or sends to the page that comes first. To be called before a post is taken, too.
   *
   * @return whether the page goes on
   */
  boolean enter(Step wanted) {
    if (!load()) {
      return false;
    }
    open = false;
    step = wanted;
    boolean more = wanted == Step.PROOFS && view.state() == ApplicationState.MORE_ASKED;
    if (!view.draft() && !more) {
      Answers.redirect(FacesContext.getCurrentInstance(), "/join/status");
      return false;
    }
    if (!view.reachable(wanted)) {
      Answers.redirect(FacesContext.getCurrentInstance(), view.next().address());
      return false;
    }
    open = true;
    return true;
  }

  /** Loads the session's application; sends to the front page of joining when there is none. */
  boolean load() {
    FacesContext context = FacesContext.getCurrentInstance();
    Long found = session.application().orElse(null);
    if (found != null) {
      try {
        id = found;
        view = service.view(id);
        context.getExternalContext().setResponseHeader("Cache-Control", "no-store");
        open = true;
        return true;
      } catch (NotFoundException deleted) {
        // as without one
      }
    }
    Answers.notice(context, "Open the link in our mail to go on with an application.");
    Answers.redirect(context, "/join");
    return false;
  }

  /**
   * Whether the person was sent to another page instead of this one. A post that was sent on
   * elsewhere still reaches the action of its button, which asks here first.
   */
  boolean closed() {
    return !open;
  }

  /** The application's id; for services alone, never for a page. */
  long id() {
    return id;
  }

  /** Goes to the first step that is not done. */
  void goOn() {
    Answers.redirect(FacesContext.getCurrentInstance(), service.view(id).next().address());
  }

  /** Tells at a field why something was refused. */
  static void refuse(String field, ConflictException refused) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.addMessage(
        field, new FacesMessage(FacesMessage.SEVERITY_ERROR, refused.getMessage(), null));
    context.validationFailed();
  }

  /** The application; null where the session has none, and the page sends elsewhere. */
  public ApplicationView getView() {
    if (view == null) {
      // a post asks before the page is opened, for which of its forms there are
      try {
        view = session.application().map(service::view).orElse(null);
      } catch (NotFoundException deleted) {
        return null;
      }
    }
    return view;
  }

  /** The steps, in their order. */
  public List<Step> getSteps() {
    return List.of(Step.values());
  }

  /** How a step looks in the list: done, or null. */
  public String style(Step one) {
    return one != step && view.done().contains(one) ? "done" : null;
  }

  /** {@code step} for the page's own, else null. */
  public String current(Step one) {
    return one == step ? "step" : null;
  }

  /** The number of the page's step. */
  public int getNumber() {
    return step.ordinal() + 1;
  }

  /** The English name of a country's code. */
  public String country(String code) {
    return Countries.name(code);
  }

  /** The English names of codes, parted by commas. */
  public String countries(List<String> codes) {
    return String.join(", ", codes.stream().map(Countries::name).toList());
  }
}
