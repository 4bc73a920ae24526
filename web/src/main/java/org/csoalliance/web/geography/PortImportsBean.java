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
import org.csoalliance.geography.PortImport;
import org.csoalliance.geography.PortImportService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** Imports of ports: the form with the earlier ones, and the page of one. */
@Named("portImports")
@RequestScoped
public class PortImportsBean {
  private static final String ADDRESS = "/editor/ports";
  private static final int MOST_ROWS = 200;

  @Inject private PortImportService service;
  @Inject private CallerContext caller;

  private Part file;
  private List<PortImport> jobs;
  private PortImport job;

  /** Editors and administrators alone. */
  public void load() {
    if (!mayImport()) {
      Answers.forbidden(FacesContext.getCurrentInstance());
    }
  }

  /** The page of one import; anybody else learns nothing of the number. */
  public void loadJob() {
    if (!mayImport()) {
      Answers.forbidden(FacesContext.getCurrentInstance());
    } else if (getJob() == null) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  private boolean mayImport() {
    return caller.reader().is(Role.EDITOR) || caller.reader().is(Role.ADMINISTRATOR);
  }

  /** Starts the import and goes to its page. */
  public void upload() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (file == null || file.getSize() == 0) {
      refuse(context, "Choose a file.");
      return;
    }
    try (InputStream content = file.getInputStream()) {
      Answers.redirect(
          context, ADDRESS + "/" + service.start(file.getSubmittedFileName(), content));
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException running) {
      refuse(context, running.getMessage());
    } catch (IOException brokenOff) {
      refuse(context, "The file did not arrive whole. Send it again.");
    }
  }

  private static void refuse(FacesContext context, String sentence) {
    context.addMessage("file", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  /** The latest imports, newest first. */
  public List<PortImport> getJobs() {
    if (jobs == null) {
      jobs = service.list();
    }
    return jobs;
  }

  /** The import that the address names; null when there is none. */
  public PortImport getJob() {
    String id = Asked.parameter("id");
    if (job == null && id != null && id.matches("[0-9]{1,18}")) {
      try {
        job = service.progress(Long.parseLong(id));
      } catch (NotFoundException none) {
        return null;
      }
    }
    return job;
  }

  /** Whether it still works. */
  public boolean isRunning() {
    return getJob() != null && job.state() == PortImport.State.RUNNING;
  }

  /** Where it stands, in one sentence. */
  public String getSummary() {
    return switch (getJob().state()) {
      case RUNNING ->
          job.total() == 0
              ? "The file is being read."
              : job.done() + " of " + job.total() + " rows are done.";
      case DONE -> "Done. " + job.total() + " rows, each accounted for below.";
      case FAILED -> "The import stopped. " + job.failure();
    };
  }

  /** The first refusals. */
  public List<PortImport.Refusal> getRefusals() {
    List<PortImport.Refusal> all = getJob().refusals();
    return all.subList(0, Math.min(MOST_ROWS, all.size()));
  }

  /** How many refusals are shown at most. */
  public int getMostRows() {
    return MOST_ROWS;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
