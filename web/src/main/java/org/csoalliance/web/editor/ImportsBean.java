package org.csoalliance.web.editor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.csoalliance.incident.asam.AsamImportService;
import org.csoalliance.incident.importing.ImportProgress;
import org.csoalliance.incident.importing.ImportService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page of imports: takes a file and lists the earlier ones. */
@Named("imports")
@RequestScoped
public class ImportsBean {
  @Inject private AsamImportService asam;
  @Inject private ImportService service;
  @Inject private CallerContext caller;

  private Part file;
  private List<ImportProgress> jobs;

  /** Editors and administrators alone. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!mayImport(caller)) {
      Answers.forbidden(context);
    } else if (Asked.parameter("large") != null && !context.isPostback()) {
      refuse(context, "The file is larger than 32 MB. The whole ASAM list is smaller than 5 MB.");
    }
  }

  static boolean mayImport(CallerContext caller) {
    return caller.reader().is(Role.EDITOR) || caller.reader().is(Role.ADMINISTRATOR);
  }

  /** Starts the import and goes to its page. */
  public void upload() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (file == null || file.getSize() == 0 && blank(file.getSubmittedFileName())) {
      refuse(context, "Choose a file.");
      return;
    }
    try (InputStream content = file.getInputStream()) {
      long job = asam.start(file.getSubmittedFileName(), content);
      Answers.redirect(context, "/editor/imports/" + job);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException running) {
      refuse(context, running.getMessage());
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

  /** The latest imports, newest first. */
  public List<ImportProgress> getJobs() {
    if (jobs == null) {
      jobs = service.list();
    }
    return jobs;
  }

  /** The uploaded file. */
  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
