package org.csoalliance.web.library;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.csoalliance.library.LibraryContent;
import org.csoalliance.library.ShipAskService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;
import org.csoalliance.web.shared.Typed;

/** What a ship's link opens: the item, its bundle, and one button. */
@Named("shipPage")
@RequestScoped
public class ShipPageBean {
  @EJB private ShipAskService service;

  private ShipAskService.Opened opened;
  private boolean done;

  /** Confirms where that was posted, then shows the page. */
  public void load() {
    try {
      if (Typed.isPost()) {
        service.confirm(getToken());
        done = true;
      }
      opened = service.open(getToken());
    } catch (NotFoundException none) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  /** Answers with the bundle. */
  public void send() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      LibraryContent bundle = service.bundle(getToken());
      Download.send(context, bundle.name(), bundle.mediaType(), bundle.content(), false, null);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** The signed part of the address. */
  public String getToken() {
    return Asked.parameter("t");
  }

  /** The question and its item. */
  public ShipAskService.Opened getOpened() {
    return opened;
  }

  /** Whether it was confirmed a moment ago. */
  public boolean isDone() {
    return done;
  }
}
