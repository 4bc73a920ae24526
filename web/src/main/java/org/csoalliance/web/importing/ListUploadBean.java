package org.csoalliance.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.csoalliance.incident.list.ListImportService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** Takes the file of a list; its columns are mapped on the next page. */
@Named("listUpload")
@RequestScoped
public class ListUploadBean {
  @Inject private ListImportService service;
  @Inject private CallerContext caller;

  private Part file;

  /** Editors alone. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
    } else if (Asked.parameter("large") != null && !context.isPostback()) {
      refuse(context, ImportWords.text("list.large"));
    }
  }

  /** Keeps the file and goes on. */
  public void upload() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (file == null || file.getSize() == 0 && blank(file.getSubmittedFileName())) {
      refuse(context, ImportWords.text("list.choose"));
      return;
    }
    if (file.getSize() > ListImportService.LARGEST_FILE) {
      refuse(context, ImportWords.text("list.large"));
      return;
    }
    try (InputStream content = file.getInputStream()) {
      long draft = service.take(file.getSubmittedFileName(), content.readAllBytes());
      Answers.redirect(context, "/editor/imports/list/" + draft);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (IOException brokenOff) {
      refuse(context, "The file did not arrive whole. Send it again.");
    }
  }

  private static boolean blank(String name) {
    return name == null || name.isBlank();
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
