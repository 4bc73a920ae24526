package org.csoalliance.web.publishing;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.publishing.Audience;
import org.csoalliance.publishing.BulletinDraftService;
import org.csoalliance.publishing.Draft;
import org.csoalliance.publishing.Kind;
import org.csoalliance.publishing.Stage;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The form of a bulletin. */
@Named("bulletinEdit")
@ViewScoped
public class BulletinEditBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String DESK = "/editor/bulletins/";

  @Inject private BulletinDraftService drafts;
  @EJB private GroupService groups;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private Draft draft;
  private BulletinForm form;
  private int lock;
  private List<SelectItem> whom;

  /** A new one. */
  public void begin() {
    if (editor()) {
      form = BulletinForm.empty(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      choices();
    }
  }

  /** A draft, or the next version of what is published. */
  public void open() {
    if (!editor()) {
      return;
    }
    try {
      draft = drafts.open(BulletinDeskBean.id(Asked.parameter("id")));
      form = BulletinForm.of(draft);
      lock = draft.lock();
      choices();
    } catch (NotFoundException none) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  private boolean editor() {
    boolean editor = caller.reader().is(Role.EDITOR);
    if (!editor) {
      Answers.forbidden(FacesContext.getCurrentInstance());
    }
    return editor;
  }

  private void choices() {
    whom = new ArrayList<>();
    whom.add(new SelectItem("PUBLIC", Audience.PUBLIC.words()));
    whom.add(new SelectItem("MEMBERS", Audience.MEMBERS.words()));
    groups
        .list()
        .forEach(group -> whom.add(new SelectItem("G:" + group.id(), "Group: " + group.name())));
    form.getRows().stream()
        .map(BulletinForm.Row::getWhom)
        .distinct()
        .filter(value -> whom.stream().noneMatch(item -> item.getValue().equals(value)))
        .forEach(value -> whom.add(new SelectItem(value, NewsWords.text("edit.whom.others"))));
  }

  /** Keeps what was typed and stays; by a redirect, so that a reload saves nothing. */
  public void save() {
    FacesContext context = FacesContext.getCurrentInstance();
    Long id = keep(context);
    if (id != null) {
      Answers.notice(context, "Saved. Readers see no change until another editor approves.");
      Answers.redirect(context, DESK + id);
    }
  }

  /** Keeps what was typed and shows it as readers would see it. */
  public void look() {
    FacesContext context = FacesContext.getCurrentInstance();
    Long id = keep(context);
    if (id != null) {
      Answers.redirect(context, DESK + id + "/review");
    }
  }

  /** Keeps what was typed and goes on to the pictures. */
  public void toPictures() {
    FacesContext context = FacesContext.getCurrentInstance();
    Long id = keep(context);
    if (id != null) {
      Answers.redirect(context, DESK + id + "/pictures");
    }
  }

  /** One more section at the end. */
  public void addSection() {
    form.getRows().add(new BulletinForm.Row());
  }

  /** Moves a section one place up. */
  public void up(BulletinForm.Row row) {
    int at = form.getRows().indexOf(row);
    if (at > 0) {
      Collections.swap(form.getRows(), at, at - 1);
    }
  }

  /** Throws the version away that is worked on. */
  public void discard() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      drafts.discard(draft.id(), lock);
      Answers.notice(
          context,
          draft.current() == 0
              ? "The draft is gone."
              : "The draft is gone. What is published stands.");
      Answers.redirect(context, "/editor/bulletins");
    } catch (ConflictException changed) {
      say(context, changed.getMessage());
    }
  }

  private Long keep(FacesContext context) {
    BulletinForm.Read read = form.read();
    if (!read.wrong().isEmpty()) {
      Answers.invalid(context, new InvalidException(read.wrong()));
      return null;
    }
    try {
      if (isNew()) {
        return drafts.create(read.content(), read.plan(), UUID.fromString(form.getSubmissionKey()));
      }
      lock = drafts.save(draft.id(), read.content(), read.plan(), lock);
      return draft.id();
    } catch (InvalidException refused) {
      Map<String, String> ids = new LinkedHashMap<>();
      refused.fields().keySet().forEach(field -> ids.put(field, BulletinForm.id(field)));
      Answers.invalid(context, refused, ids);
    } catch (ConflictException changed) {
      say(context, changed.getMessage());
    } catch (NotFoundException gone) {
      say(context, "This draft was thrown away meanwhile. Copy what you typed into a new one.");
    }
    return null;
  }

  private static void say(FacesContext context, String sentence) {
    context.addMessage("title", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    context.validationFailed();
  }

  /** Whether nothing is kept yet. */
  public boolean isNew() {
    return draft == null;
  }

  /** What is worked on; null for a new one. */
  public Draft getDraft() {
    return draft;
  }

  /** Its number, for the live preview; 0 for a new one. */
  public long getId() {
    return draft == null ? 0 : draft.id();
  }

  /** Whether readers know it already, so that its address stands and a note is asked for. */
  public boolean isNext() {
    return draft != null && draft.current() > 0;
  }

  /** Whether saving takes an approval back. */
  public boolean isApproved() {
    return draft != null
        && draft.begun()
        && (draft.stage() == Stage.REVIEW || draft.stage() == Stage.SCHEDULED);
  }

  /** What was typed. */
  public BulletinForm getForm() {
    return form;
  }

  /** Whom a section can be for. */
  public List<SelectItem> getWhom() {
    return whom;
  }

  /** What it can be. */
  public List<SelectItem> getKinds() {
    return Stream.of(Kind.values()).map(kind -> new SelectItem(kind, kind.words())).toList();
  }

  /** Whom title and introduction can be for. */
  public List<SelectItem> getAudiences() {
    return Stream.of(Audience.PUBLIC, Audience.MEMBERS)
        .map(audience -> new SelectItem(audience, audience.words()))
        .toList();
  }

  /** The title of the page. */
  public String getHeading() {
    return draft == null
        ? NewsWords.text("edit.title.new")
        : draft.content().title().isEmpty()
            ? NewsWords.text("edit.title.draft")
            : draft.content().title();
  }
}
