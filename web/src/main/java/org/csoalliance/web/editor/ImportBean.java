package org.csoalliance.web.editor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.incident.importing.ImportProgress;
import org.csoalliance.incident.importing.ImportProgress.PossibleDuplicate;
import org.csoalliance.incident.importing.ImportProgress.Refusal;
import org.csoalliance.incident.importing.ImportProgress.State;
import org.csoalliance.incident.importing.ImportService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.CsvCell;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page of one import: how far it is and what became of the rows. */
@Named("importView")
@RequestScoped
public class ImportBean {
  private static final int MOST_ROWS = 200;

  @Inject private ImportService service;
  @Inject private CallerContext caller;

  private ImportProgress job;

  /** Editors and administrators alone; anybody else learns nothing of the number. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!ImportsBean.mayImport(caller)) {
      Answers.forbidden(context);
    } else if (getJob() == null) {
      Answers.notFound(context);
    }
  }

  /** The import that the address names, as it stands now; null when there is none. */
  public ImportProgress getJob() {
    if (job == null) {
      String id = Asked.parameter("id");
      if (id != null && id.matches("[0-9]{1,18}")) {
        try {
          job = service.progress(Long.parseLong(id));
        } catch (NotFoundException none) {
          return null;
        }
      }
    }
    return job;
  }

  /** Whether it still works. */
  public boolean isRunning() {
    return getJob() != null && job.state() == State.RUNNING;
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

  /** The first refusals; the file for download holds all of them. */
  public List<Refusal> getRefusals() {
    List<Refusal> all = getJob().refusals();
    return all.subList(0, Math.min(MOST_ROWS, all.size()));
  }

  /** The first possible duplicates; the file for download holds all of them. */
  public List<PossibleDuplicate> getPossibleDuplicates() {
    List<PossibleDuplicate> all = getJob().possibleDuplicates();
    return all.subList(0, Math.min(MOST_ROWS, all.size()));
  }

  /** How many rows a table shows at most. */
  public int getMostRows() {
    return MOST_ROWS;
  }

  /** Sends all refusals as a file. */
  public void downloadRefusals() {
    StringBuilder csv = new StringBuilder("line,reason\r\n");
    for (Refusal refusal : getJob().refusals()) {
      csv.append(refusal.line()).append(',').append(quoted(refusal.reason())).append("\r\n");
    }
    send("refused-rows", csv);
  }

  /** Sends all possible duplicates as a file. */
  public void downloadDuplicates() {
    StringBuilder csv = new StringBuilder("line,reference,twin,twin reference,reason,text\r\n");
    for (PossibleDuplicate duplicate : getJob().possibleDuplicates()) {
      csv.append(duplicate.line())
          .append(',')
          .append(quoted(duplicate.sourceReference()))
          .append(',')
          .append(quoted(duplicate.twinSourceReference()))
          .append(',')
          .append(quoted(duplicate.twinReference()))
          .append(',')
          .append(quoted(duplicate.reason()))
          .append(',')
          .append(quoted(duplicate.text()))
          .append("\r\n");
    }
    send("possible-duplicates", csv);
  }

  /** Quoted, and never a formula to a spreadsheet. */
  static String quoted(String value) {
    return '"' + CsvCell.guarded(value).replace("\"", "\"\"") + '"';
  }

  private void send(String name, CharSequence csv) {
    FacesContext context = FacesContext.getCurrentInstance();
    ExternalContext external = context.getExternalContext();
    byte[] content = ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8);
    external.responseReset();
    external.setResponseContentType("text/csv; charset=UTF-8");
    external.setResponseContentLength(content.length);
    external.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"" + name + "-" + job.id() + ".csv\"");
    try {
      external.getResponseOutputStream().write(content);
    } catch (IOException gone) {
      // The reader broke off the download: there is nobody to tell.
    }
    context.responseComplete();
  }
}
