package org.csoalliance.web.fleet;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.csoalliance.membership.fleet.FleetImportService;
import org.csoalliance.membership.fleet.FleetPreview;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The fleet as a file: {@code /me/fleet/import} and {@code /me/fleet/export}. */
@Named("fleetFile")
@ViewScoped
public class FleetFileBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 300;
  private static final int MOST_BYTES = 2_100_000;

  @Inject private FleetImportService service;
  @Inject private CallerContext caller;

  private transient Part file;
  private String text;
  private FleetPreview preview;
  private boolean answer = true;
  private boolean othersLeave;

  /** Members of a company alone; says so when a file was too large to be taken at all. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.MEMBER) || caller.reader().companyId() == null) {
      Answers.forbidden(context);
    } else if (Asked.parameter("large") != null && !context.isPostback()) {
      refuse(
          context,
          "The file has more than 2 MB. A list of 5,000 ships has about a quarter of one.");
    }
  }

  /** Sends the fleet as CSV. */
  public void export() {
    load();
    FacesContext context = FacesContext.getCurrentInstance();
    if (context.getResponseComplete()) {
      return;
    }
    byte[] csv = service.export().getBytes(StandardCharsets.UTF_8);
    ExternalContext external = context.getExternalContext();
    external.setResponseContentType("text/csv; charset=UTF-8");
    external.setResponseHeader("Content-Disposition", "attachment; filename=\"fleet.csv\"");
    external.setResponseHeader("Cache-Control", "private, no-store");
    try {
      external.getResponseOutputStream().write(csv);
    } catch (IOException gone) {
      // the reader has gone
    }
    context.responseComplete();
  }

  /** Reads the file and shows what it would do. */
  public void upload() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (file == null || file.getSize() == 0) {
      refuse(context, "Choose a file with at least one ship.");
      return;
    }
    try (InputStream content = file.getInputStream()) {
      text = service.text(content.readNBytes(MOST_BYTES));
      preview = service.preview(text);
    } catch (InvalidException refused) {
      preview = null;
      Answers.invalid(context, refused);
    } catch (IOException brokenOff) {
      refuse(context, "The file did not arrive whole. Send it again.");
    }
  }

  /** Takes what was shown. */
  public void take() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (preview == null) {
      Answers.redirect(context, "/me/fleet/import");
      return;
    }
    try {
      service.take(text, preview, answer, othersLeave);
      Answers.notice(
          context,
          "The file is in your fleet: "
              + preview.count(FleetPreview.Outcome.NEW)
              + " new, "
              + preview.count(FleetPreview.Outcome.CHANGED)
              + " changed, "
              + (othersLeave ? preview.others().size() : 0)
              + " left.");
      Answers.redirect(context, "/me/fleet");
    } catch (ConflictException changed) {
      preview = service.preview(text);
      refuse(context, changed.getMessage());
    }
  }

  private static void refuse(FacesContext context, String sentence) {
    context.addMessage("file", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    context.validationFailed();
  }

  /** What the file would do, null before one is read. */
  public FleetPreview getPreview() {
    return preview;
  }

  /** How many lines have an outcome. */
  public long count(String outcome) {
    return preview.count(FleetPreview.Outcome.valueOf(outcome));
  }

  /** How many ships of the fleet are not in the file. */
  public int getOthers() {
    return preview.others().size();
  }

  /** The lines to look at: what is wrong first, what stays the same not at all. */
  public List<FleetPreview.Line> getLines() {
    return preview.lines().stream()
        .filter(line -> line.outcome() != FleetPreview.Outcome.UNCHANGED)
        .sorted(Comparator.comparing(FleetPreview.Line::outcome).reversed())
        .limit(MOST_SHOWN)
        .toList();
  }

  /** How many lines to look at are not shown. */
  public long getUnshown() {
    long all = preview.lines().size() - preview.count(FleetPreview.Outcome.UNCHANGED);
    return Math.max(0, all - MOST_SHOWN);
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public boolean isAnswer() {
    return answer;
  }

  public void setAnswer(boolean answer) {
    this.answer = answer;
  }

  public boolean isOthersLeave() {
    return othersLeave;
  }

  public void setOthersLeave(boolean othersLeave) {
    this.othersLeave = othersLeave;
  }
}
