package org.csoalliance.web.firstresponse;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.csoalliance.incident.firstresponse.Audience;
import org.csoalliance.incident.firstresponse.Draft;
import org.csoalliance.incident.firstresponse.FactsText;
import org.csoalliance.incident.firstresponse.FirstResponseDraftService;
import org.csoalliance.incident.firstresponse.Part;
import org.csoalliance.incident.firstresponse.Source;
import org.csoalliance.incident.firstresponse.State;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The form of a report: begun from an incident, or a draft that is kept. */
@Named("firstResponseEdit")
@ViewScoped
public class FirstResponseEditBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String DESK = "/editor/first-response/";

  @Inject private FirstResponseDraftService drafts;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private Draft draft;
  private FirstResponseForm form;
  private int lock;
  private Part more = Part.UPDATE;

  /** A new report, filled in as far as the labels of its incidents allow. */
  public void begin() {
    load(
        context -> {
          String[] given =
              context.getExternalContext().getRequestParameterValuesMap().get("incident");
          String wanted = Asked.parameter("for");
          Audience audience =
              "public".equals(wanted)
                  ? Audience.PUBLIC
                  : "members".equals(wanted) ? Audience.MEMBERS : null;
          try {
            draft = drafts.begin(given == null ? List.of() : Arrays.asList(given), audience);
          } catch (InvalidException unknown) {
            Answers.notFound(context);
          }
        });
  }

  /** A draft, or the next version of what is published. */
  public void open() {
    load(
        context -> {
          String id = Asked.parameter("id");
          try {
            draft = drafts.open(id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1);
          } catch (NotFoundException none) {
            Answers.notFound(context);
          }
        });
  }

  private void load(Consumer<FacesContext> read) {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    read.accept(context);
    if (draft != null) {
      form = FirstResponseForm.of(draft);
      lock = draft.lock();
    }
  }

  /** Keeps what was typed as a draft and stays; by a redirect, so that a reload saves nothing. */
  public void save() {
    FacesContext context = FacesContext.getCurrentInstance();
    Long id = keep(context);
    if (id != null) {
      Answers.notice(
          context,
          "Draft saved, " + FactsText.minute(clock.instant()) + ". Nobody but editors reads it.");
      Answers.redirect(context, DESK + id);
    }
  }

  /** Keeps what was typed and goes on to the checklist. */
  public void goOn() {
    FacesContext context = FacesContext.getCurrentInstance();
    Long id = keep(context);
    if (id != null) {
      Answers.redirect(context, DESK + id + "/publish");
    }
  }

  /** One more part below the others of its kind. */
  public void addPart() {
    form.add(more, clock.instant());
  }

  /** Throws the draft away. */
  public void discard() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      drafts.discard(draft.id(), lock);
      Answers.notice(
          context,
          draft.state() == State.DRAFT
              ? "The draft is gone."
              : "The draft is gone. What is published stands.");
      Answers.redirect(context, "/editor/first-response");
    } catch (ConflictException changed) {
      say(context, changed.getMessage());
    }
  }

  private Long keep(FacesContext context) {
    FirstResponseForm.Read read = form.read();
    if (!read.wrong().isEmpty()) {
      Answers.invalid(context, new InvalidException(read.wrong()), ids(read.wrong()));
      return null;
    }
    try {
      if (isNew()) {
        return drafts.create(
            read.content(), read.incidents(), UUID.fromString(form.getSubmissionKey()));
      }
      lock = drafts.save(draft.id(), read.content(), read.incidents(), lock);
      return draft.id();
    } catch (InvalidException refused) {
      Answers.invalid(context, refused, ids(refused.fields()));
    } catch (ConflictException changed) {
      say(context, changed.getMessage());
    } catch (NotFoundException gone) {
      say(context, "This draft was thrown away meanwhile. Copy what you typed into a new one.");
    }
    return null;
  }

  private static Map<String, String> ids(Map<String, String> fields) {
    Map<String, String> ids = new LinkedHashMap<>();
    fields.keySet().forEach(field -> ids.put(field, FirstResponseForm.id(field)));
    ids.put("occurredAt", "when");
    return ids;
  }

  private static void say(FacesContext context, String sentence) {
    context.addMessage("title", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    context.validationFailed();
  }

  /** Whether nothing is kept yet. */
  public boolean isNew() {
    return draft.id() == 0;
  }

  /** What is worked on. */
  public Draft getDraft() {
    return draft;
  }

  /** What was typed. */
  public FirstResponseForm getForm() {
    return form;
  }

  /** Incidents whose words were not filled in, since the report is wider than they are. */
  public List<Source> getHeld() {
    return draft.sources().stream()
        .filter(source -> draft.content().label().ordinal() > source.widest().ordinal())
        .toList();
  }

  /** The query that begins the same report for others. */
  public String begunFor(String whom) {
    StringBuilder query = new StringBuilder("?for=").append(whom);
    draft.sources().forEach(source -> query.append("&incident=").append(source.reference()));
    return query.toString();
  }

  /** The title of the page. */
  public String getHeading() {
    if (draft == null) {
      return "";
    }
    return draft.reference() == null
        ? FirstResponseWords.text("edit.title.new")
        : FirstResponseWords.text("edit.title.next") + " " + draft.reference();
  }

  public Part getMore() {
    return more;
  }

  public void setMore(Part more) {
    this.more = more;
  }
}
