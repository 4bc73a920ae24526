package org.csoalliance.web.shared;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;

/**
 * Hands what fails inside of Faces to {@link FaultFilter}, which answers once the life cycle is
 * over: an error page that starts inside of it breaks the outer one on WildFly. A partial request
 * cannot show a page, so it is redirected: an expired view to its own address, all else to the page
 * of the fault.
 */
class FaultHandler extends ExceptionHandlerWrapper {
  FaultHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    if (!events.hasNext()) {
      return;
    }
    Throwable thrown = events.next().getContext().getException();
    FacesContext context = FacesContext.getCurrentInstance();
    ExternalContext external = context.getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getDispatcherType() == DispatcherType.ERROR || external.isResponseCommitted()) {
      throw new FacesException(thrown);
    }
    int status = Faults.note(thrown, request);
    Iterator<ExceptionQueuedEvent> rest = getUnhandledExceptionQueuedEvents().iterator();
    while (rest.hasNext()) {
      rest.next();
      rest.remove();
    }
    external.responseReset();
    if (context.getPartialViewContext().isAjaxRequest()) {
      redirect(external, request, status);
    }
    context.responseComplete();
  }

  private static void redirect(ExternalContext external, HttpServletRequest request, int status) {
    request.removeAttribute(Faults.STATUS);
    String reference = (String) request.getAttribute(Faults.REFERENCE_OF);
    String address =
        status == 500 ? request.getContextPath() + "/fault/" + reference : request.getRequestURI();
    try {
      external.redirect(address);
    } catch (IOException broken) {
      throw new FacesException(broken);
    }
  }
}
