package org.csoalliance.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.event.EventFile;
import org.csoalliance.event.EventMediaService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;

/** Sends the picture and the papers of an event. */
@Named("eventFile")
@RequestScoped
public class EventFileBean {
  @Inject private EventMediaService media;

  /** The picture, which a browser shows and asks for anew. */
  public void picture() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      EventFile file = media.picture(Asked.parameter("slug"));
      Download.send(context, file.name(), file.mediaType(), file.content(), true, file.etag());
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** A paper, to keep; nobody else keeps a copy on the way. */
  public void paper() {
    FacesContext context = FacesContext.getCurrentInstance();
    String id = Asked.parameter("id");
    try {
      EventFile file =
          media.paper(
              Asked.parameter("slug"),
              id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1);
      Download.send(context, file.name(), file.mediaType(), file.content(), false, null);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }
}
