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
import org.csoalliance.incident.IncidentReviewService;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OpenReview;
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
  @Inject private IncidentReviewService reviews;

  private String reference;
  private int seenVersion = -1;
  private String severity = "";
  private String reason;
  private String back;
  private boolean conflict;
  private OpenLook look = new OpenLook(0, List.of(), false);

  /** What has to be looked at, as the panel knows it between requests. */
  private record OpenLook(int version, List<String> reasons, boolean grave)
      implements Serializable {
    static OpenLook of(IncidentDetail detail) {
      OpenReview open = detail.part(OpenReview.class);
      return new OpenLook(
          open.version(), open.reasons().stream().map(Enum::name).toList(), open.grave());
    }
  }

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
    look = OpenLook.of(detail);
  }

  /** Takes the newer version of the same report; what was typed stays. */
  public void refresh(IncidentDetail detail) {
    if (conflict) {
      seenVersion = detail.version();
      look = OpenLook.of(detail);
    }
  }

  /** The editor has looked at what was asked for; the reason says what was checked. */
  public void reviewed() {
    attempt(
        () -> reviews.reviewed(reference, look.version(), reason == null ? "" : reason),
        reference + " is marked as looked at.",
        Map.of("note", "reason"));
  }

  /** Why an editor has to look at the report, such as DEATH; empty: nothing is asked. */
  public List<String> getLook() {
    return look.reasons();
  }

  /** Whether it is not confirmed before. */
  public boolean isGrave() {
    return look.grave();
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
    Integer rated = severity == null || severity.isEmpty() ? null : Integer.valueOf(severity);
    attempt(
        () ->
            confirmations.changeStatus(
                reference, to, rated, reason == null ? "" : reason, seenVersion),
        reference + " is " + done,
        Map.of("status", "reason"));
  }

  private void attempt(Runnable change, String done, Map<String, String> fields) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      change.run();
      Answers.notice(context, done);
      Answers.redirect(context, back);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused, fields);
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
