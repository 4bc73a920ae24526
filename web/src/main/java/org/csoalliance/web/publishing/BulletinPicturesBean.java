package org.csoalliance.web.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.publishing.BulletinDraftService;
import org.csoalliance.publishing.BulletinPictureService;
import org.csoalliance.publishing.Draft;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The pictures of a bulletin. */
@Named("bulletinPictures")
@RequestScoped
public class BulletinPicturesBean {
  private static final String TOO_LARGE = "The picture is larger than 12 MB. Send a smaller one.";

  @Inject private BulletinDraftService drafts;
  @Inject private BulletinPictureService pictures;
  @Inject private CallerContext caller;

  private Draft draft;
  private Part file;
  private String alt;

  /** Editors alone. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    if (getDraft() == null) {
      Answers.notFound(context);
    } else if (Asked.parameter("large") != null && !context.isPostback()) {
      refuse("file", TOO_LARGE);
    }
  }

  /** Read when first asked for: a form that is posted is rendered by it before any action runs. */
  public Draft getDraft() {
    if (draft == null) {
      try {
        draft = drafts.open(BulletinDeskBean.id(Asked.parameter("id")));
      } catch (NotFoundException none) {
        return null;
      }
    }
    return draft;
  }

  /** Adds the chosen picture. */
  public void add() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (file == null || file.getSize() == 0) {
      refuse("file", "Choose a picture. An empty file is none.");
      return;
    }
    if (file.getSize() > BulletinPictureService.MOST_BYTES) {
      refuse("file", TOO_LARGE);
      return;
    }
    try (InputStream content = file.getInputStream()) {
      pictures.add(getDraft().id(), content.readAllBytes(), alt);
      Answers.notice(context, "The picture is there. Copy its code into the text.");
      Answers.redirect(context, "/editor/bulletins/" + draft.id() + "/pictures");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException busy) {
      refuse("file", busy.getMessage());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    } catch (IOException brokenOff) {
      refuse("file", "The picture did not arrive whole. Send it again.");
    }
  }

  private static void refuse(String field, String sentence) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getAlt() {
    return alt;
  }

  public void setAlt(String alt) {
    this.alt = alt;
  }
}
