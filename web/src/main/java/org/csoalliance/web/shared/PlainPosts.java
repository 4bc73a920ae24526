package org.csoalliance.web.shared;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import org.primefaces.context.PrimeFacesContext;

/**
 * Lets plain pages be posted to. At a post PrimeFaces wants back the nonce of the page that was
 * sent; its script adds it to forms, so that a form of a page without its script, or of a browser
 * without any, lacks it and would be refused ("Missing CSP nonce"), even where an error page is to
 * be shown after the post. Such a post gets a fresh nonce, as PrimeFaces gives to a forward.
 */
public class PlainPosts implements PhaseListener {
  private static final long serialVersionUID = 1L;
  private static final String NONCE = "primefaces.nonce";

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
    ExternalContext external = context.getExternalContext();
    UIViewRoot view = context.getViewRoot();
    if (view == null
        || !context.isPostback()
        || external.getRequestParameterMap().containsKey(NONCE)) {
      return;
    }
    Map<String, Object> kept = view.getViewMap(false);
    if (kept != null) {
      kept.remove(NONCE);
    }
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    external.setRequest(new Forwarded(request));
    try {
      PrimeFacesContext.getCspState(context).getNonce(); // draws one and keeps it for this request
    } finally {
      external.setRequest(request);
    }
  }

  private static final class Forwarded extends HttpServletRequestWrapper {
    Forwarded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Object getAttribute(String name) {
      return name.equals(RequestDispatcher.FORWARD_REQUEST_URI)
          ? getRequestURI()
          : super.getAttribute(name);
    }
  }
}
