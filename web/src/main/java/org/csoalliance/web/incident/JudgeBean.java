package org.csoalliance.web.incident;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentConfirmationService;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;

/** The panel with which an editor confirms, disputes, withdraws or sets back a report. */
@Named("judge")
@ViewScoped
public class JudgeBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private IncidentConfirmationService confirmations;

  private String reference;
  private int seenVersion = -1;
  private String severity = "";
  private String reason;
  private String back;
  private boolean conflict;

  /**
   * Takes a report into the panel.
   *
   * @param back the address to go to once it is judged, relative to the context
   */
  public void take(IncidentDetail detail, String back) {
    reference = detail.summary().reference();
    seenVersion = detail.version();
    Integer rated = detail.summary().severity();
    severity = rated == null ? "" : rated.toString();
    this.back = back;
  }

  /** Takes the newer version of the same report; what was typed stays. */
  public void refresh(IncidentDetail detail) {
    if (conflict) {
      seenVersion = detail.version();
    }
  }

  /** It happened so. */
  public void confirm() {
    change(IncidentStatus.CONFIRMED, "confirmed. Members who watch the area are mailed.");
  }

  /** Somebody who should know says otherwise. */
  public void dispute() {
    change(IncidentStatus.DISPUTED, "disputed.");
  }

  /** It does not count any more. */
  public void withdraw() {
    change(IncidentStatus.WITHDRAWN, "withdrawn.");
  }

  /** Back to not confirmed. */
  public void setBack() {
    change(IncidentStatus.REPORTED, "set back to not confirmed.");
  }

  private void change(IncidentStatus to, String done) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      Integer rated = severity == null || severity.isEmpty() ? null : Integer.valueOf(severity);
      confirmations.changeStatus(reference, to, rated, reason == null ? "" : reason, seenVersion);
      Answers.notice(context, reference + " is " + done);
      Answers.redirect(context, back);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused, Map.of("status", "reason"));
    } catch (ConflictException changed) {
      conflict = true;
      say(context, changed.getMessage());
    } catch (RefusedException refused) {
      say(context, refused.getMessage());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  private static void say(FacesContext context, String sentence) {
    context.addMessage("reason", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    context.validationFailed();
  }

  /** "Not rated" and the four categories. */
  public List<SelectItem> getSeverities() {
    List<SelectItem> items = new ArrayList<>();
    items.add(new SelectItem("", IncidentWords.text("severity.none")));
    for (int category = 1; category <= 4; category++) {
      items.add(
          new SelectItem(String.valueOf(category), IncidentWords.text("severity." + category)));
    }
    return items;
  }

  /** The report in the panel; null: none. */
  public String getReference() {
    return reference;
  }

  public String getSeverity() {
    return severity;
  }

  public void setSeverity(String severity) {
    this.severity = severity;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
