package org.csoalliance.web.vetting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.vetting.Approved;
import org.csoalliance.membership.vetting.CheckEntry;
import org.csoalliance.membership.vetting.CheckItem;
import org.csoalliance.membership.vetting.CheckOutcome;
import org.csoalliance.membership.vetting.VettingCase;
import org.csoalliance.membership.vetting.VettingDecisionService;
import org.csoalliance.membership.vetting.VettingService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.web.shared.Answers;

/** One application on an officer's desk: what is known of it, its checklist and its decision. */
@Named("vettingCase")
@RequestScoped
public class CaseBean {
  @Inject private VettingService service;
  @Inject private VettingDecisionService decisions;
  @Inject private CallerContext caller;

  private String reference;
  private VettingCase shown;
  private boolean proofAsked;
  private String note;
  private String ask;
  private String reason;

  /**
   * Before the page is shown or a form is taken: reads the buttons that are no Faces components. An
   * officer who may decide proves first who they are, before anything is typed.
   */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.VETTING_OFFICER)) {
      Answers.forbidden(context);
      return;
    }
    try {
      if (context.isPostback()) {
        act(context, context.getExternalContext().getRequestParameterMap());
      }
      if (!context.getResponseComplete()) {
        shown = service.read(reference);
      }
    } catch (NotFoundException unknown) {
      Answers.notFound(context);
      return;
    }
    if (!context.isPostback() && shown.standing().mayDecide()) {
      decisions.prove();
    }
  }

  private void act(FacesContext context, Map<String, String> given) {
    String act = given.getOrDefault("act", "");
    note = given.get("note");
    ask = given.get("ask");
    reason = given.get("reason");
    try {
      String done = perform(act, seen(given), given);
      if (done == null) {
        Answers.badRequest(context);
        return;
      }
      Answers.notice(context, done);
      Answers.redirect(context, "/vetting/" + reference);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (StepUpRequiredException notProved) {
      proofAsked = true;
      say(context, notProved.getMessage());
    } catch (ConflictException | RefusedException refused) {
      say(context, refused.getMessage());
    }
  }

  /** Does what a button says and tells it in one sentence; null for no such button. */
  private String perform(String act, int seen, Map<String, String> given) {
    switch (act) {
      case "check":
        service.check(reference, entries(given));
        return "The checks are saved.";
      case "complete":
        service.complete(reference, seen);
        return "The checks are complete. A second officer decides.";
      case "note":
        service.note(reference, note);
        return "The note is kept.";
      case "ask":
        service.askMore(reference, seen, ask);
        return "The applicant is asked by mail.";
      case "approve":
        return approved(decisions.approve(reference, seen, reason));
      case "refuse":
        decisions.refuse(reference, seen, reason);
        return "Refused. The applicant is told the reason by mail.";
      case "link":
        decisions.resendLink(reference);
        return "A new activation link is mailed. The one before is dead.";
      default:
        return null;
    }
  }

  private static String approved(Approved approved) {
    return "Approved. "
        + (approved.linkMailed()
            ? "An activation link is mailed."
            : "The applicant is told by mail and signs in as before.")
        + (approved.contested().isEmpty()
            ? ""
            : " Another company holds "
                + String.join(", ", approved.contested())
                + "; these ships were not taken.");
  }

  private static List<CheckEntry> entries(Map<String, String> given) {
    List<CheckEntry> entries = new ArrayList<>();
    for (CheckItem item : CheckItem.values()) {
      entries.add(
          new CheckEntry(
              item,
              outcome(given.get("outcome-" + item)),
              given.get("note-" + item),
              given.get("number"),
              given.get("source")));
    }
    return entries;
  }

  private static CheckOutcome outcome(String name) {
    for (CheckOutcome each : CheckOutcome.values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return null;
  }

  private static int seen(Map<String, String> given) {
    String typed = given.getOrDefault("seen", "");
    return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
  }

  private static void say(FacesContext context, String sentence) {
    context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    context.validationFailed();
  }

  /** The application. */
  public VettingCase getShown() {
    return shown;
  }

  /** The items of the checklist, each with what is entered or was typed. */
  public List<ItemRow> getItems() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> given =
        context.isPostback() ? context.getExternalContext().getRequestParameterMap() : Map.of();
    List<ItemRow> rows = new ArrayList<>();
    if (shown == null) {
      return rows; // asked for before the form is taken
    }
    for (CheckItem item : CheckItem.values()) {
      rows.add(ItemRow.of(item, shown.person().capacity(), shown.check(item), given));
    }
    return rows;
  }

  /** What was done, the newest first. */
  public List<HistoryLine> getHistory() {
    return shown == null ? List.of() : HistoryLine.of(shown);
  }

  /** The outcomes to choose from. */
  public CheckOutcome[] getOutcomes() {
    return CheckOutcome.values();
  }

  /** The sentence at a field, null when it was not refused. */
  public String error(String field) {
    return FacesContext.getCurrentInstance().getMessageList(field).stream()
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse(null);
  }

  /** Whether a decision was not taken because the officer has to prove first who they are. */
  public boolean isProofAsked() {
    return proofAsked;
  }

  /** The reference of the address. */
  public String getReference() {
    return reference;
  }

  /** Takes the reference of the address. */
  public void setReference(String reference) {
    this.reference = reference;
  }

  /** The note that was typed. */
  public String getNote() {
    return note;
  }

  /** What was typed to ask for. */
  public String getAsk() {
    return ask;
  }

  /** The reason that was typed. */
  public String getReason() {
    return reason;
  }
}
