package org.csoalliance.web.shared;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Keeps a visitor who only reads without a session. PrimeFaces draws its nonce on every page and
 * puts it into the map of the view, and the first use of that map makes a session; here the map is
 * made beforehand, without the event that asks for one. Beans of the view's scope therefore do not
 * live on such pages.
 */
public class StillPages implements PhaseListener {
  private static final long serialVersionUID = 1L;

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    // Nothing: the view is not there yet.
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext context = event.getFacesContext();
    UIViewRoot view = context.getViewRoot();
    if (view != null && isStill(context)) {
      boolean processing = context.isProcessingEvents();
      context.setProcessingEvents(false);
      view.getViewMap(true);
      context.setProcessingEvents(processing);
    }
  }

  /** Whether the page of now is an error page or one that the route table calls still. */
  static boolean isStill(FacesContext context) {
    String view = context.getViewRoot().getViewId();
    return view.startsWith("/WEB-INF/errors/")
        || Routes.ofView(view).map(Routes.Route::still).orElse(false);
  }
}
