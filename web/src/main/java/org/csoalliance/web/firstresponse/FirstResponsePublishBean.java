package org.csoalliance.web.firstresponse;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.incident.firstresponse.Check;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.Draft;
import org.csoalliance.incident.firstresponse.FirstResponseDraftService;
import org.csoalliance.incident.firstresponse.FirstResponseService;
import org.csoalliance.incident.firstresponse.State;
import org.csoalliance.incident.firstresponse.Step;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The last look before a report is published, and the withdrawal of a published one. */
@Named("firstResponsePublish")
@ViewScoped
public class FirstResponsePublishBean implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A field to mend: its sentence and the address of the field. */
  public record Mend(String sentence, String address) {}

  @Inject private FirstResponseDraftService drafts;
  @Inject private FirstResponseService reports;
  @Inject private CallerContext caller;

  private Check check;
  private Step step = Step.UPDATE;
  private String note;
  private boolean close;
  private String reason;
  private Set<String> confirmed = Set.of();

  /** Editors alone; nothing to publish is told on the page. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    if (context.isPostback()) {
      String[] given = context.getExternalContext().getRequestParameterValuesMap().get("confirm");
      confirmed = given == null ? Set.of() : Set.of(given);
      return;
    }
    String id = Asked.parameter("id");
    try {
      check = drafts.check(id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1, "");
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** Publishes what is shown. */
  public void publish() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      String slug =
          reports.publish(
              getDraft().id(), getDraft().lock(), step, note == null ? "" : note, close, confirmed);
      Answers.notice(
          context, "Published. Those who watch these waters and may read it are mailed.");
      Answers.redirect(context, "/first-response/" + slug);
    } catch (InvalidException refused) {
      check = drafts.check(getDraft().id(), note == null ? "" : note);
      Map<String, String> ids = new LinkedHashMap<>();
      refused
          .fields()
          .keySet()
          .forEach(field -> ids.put(field, field.equals("note") ? "note" : "findings"));
      Answers.invalid(context, refused, ids);
    } catch (ConflictException changed) {
      say(context, "publish", changed.getMessage());
    }
  }

  /** Takes the published report back. */
  public void withdraw() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      reports.withdraw(getDraft().id(), getDraft().lock(), reason == null ? "" : reason);
      Answers.notice(context, getDraft().reference() + " is withdrawn.");
      Answers.redirect(context, "/first-response/" + getDraft().slug());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException changed) {
      say(context, "reason", changed.getMessage());
    }
  }

  private static void say(FacesContext context, String field, String sentence) {
    context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    context.validationFailed();
  }

  /** The draft, its refusals and its findings. */
  public Check getCheck() {
    return check;
  }

  /** The draft. */
  public Draft getDraft() {
    return check.draft();
  }

  /** What has to be mended first. */
  public List<Mend> getMends() {
    FirstResponseForm form = FirstResponseForm.of(getDraft());
    String edit = "/editor/first-response/" + getDraft().id() + "#";
    return check.refusals().entrySet().stream()
        .map(refusal -> new Mend(refusal.getValue(), edit + form.idOfKept(refusal.getKey())))
        .toList();
  }

  /** Whether a publication is possible. */
  public boolean isReady() {
    return getDraft().begun() && check.refusals().isEmpty();
  }

  /** Whether readers know the report already. */
  public boolean isNext() {
    return getDraft().state() != State.DRAFT;
  }

  /** Whether it can be withdrawn. */
  public boolean isPublished() {
    return getDraft().state() == State.PUBLISHED;
  }

  /** Whether a point of the checklist is ticked. */
  public boolean ticked(String key) {
    return confirmed.contains(key);
  }

  /** Whether a visitor would see anything of it. */
  public boolean isOpen() {
    return getDraft().content().label() == Tlp.CLEAR;
  }

  /** Whether the preview shows what everybody reads, in place of what members read. */
  public boolean isAsPublic() {
    return isOpen() && !"members".equals(Asked.parameter("as"));
  }

  /** The content as the chosen reader would read it. */
  public Content getPreview() {
    Content content = getDraft().content();
    return isAsPublic()
        ? content.with(
            content.blocks().stream()
                .filter(block -> content.label(block) == Tlp.CLEAR)
                .collect(Collectors.toList()))
        : content;
  }

  /** UPDATE or CORRECTION. */
  public Step getStep() {
    return step;
  }

  public void setStep(Step step) {
    this.step = step;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public boolean isClose() {
    return close;
  }

  public void setClose(boolean close) {
    this.close = close;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
