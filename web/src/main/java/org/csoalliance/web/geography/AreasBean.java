package org.csoalliance.web.geography;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.csoalliance.geography.SeaArea;
import org.csoalliance.geography.SeaAreaService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The named sea areas: everybody's list, and the editors' with the import of subregions. */
@Named("areas")
@RequestScoped
public class AreasBean {
  private static final int LARGEST_FILE = 2 * 1024 * 1024;

  @Inject private SeaAreaService service;
  @Inject private CallerContext caller;

  private List<SeaArea.Summary> all;
  private Part file;

  /** Editors and administrators alone. */
  public void loadDesk() {
    if (!isDrawing()) {
      Answers.forbidden(FacesContext.getCurrentInstance());
    }
  }

  /** Whether the reader may draw areas. */
  public boolean isDrawing() {
    return caller.reader().is(Role.EDITOR) || caller.reader().is(Role.ADMINISTRATOR);
  }

  /** All areas, the drawn ones first. */
  public List<SeaArea.Summary> getAll() {
    if (all == null) {
      all = service.all();
    }
    return all;
  }

  /** Makes areas of the subregions of a file. */
  public void importSubregions() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (file == null || file.getSize() == 0) {
      refuse(context, "Choose a file.");
      return;
    }
    if (file.getSize() > LARGEST_FILE) {
      refuse(context, "The file is larger than 2 MB.");
      return;
    }
    try (InputStream content = file.getInputStream()) {
      SeaAreaService.Subregions done = service.importSubregions(content.readAllBytes());
      Answers.notice(
          context, done.added() + " areas added, " + done.there() + " were there already.");
      Answers.redirect(context, "/editor/areas");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (IOException brokenOff) {
      refuse(context, "The file did not arrive whole. Send it again.");
    }
  }

  private static void refuse(FacesContext context, String sentence) {
    context.addMessage("file", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
