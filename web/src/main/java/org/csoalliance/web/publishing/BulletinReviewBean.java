package org.csoalliance.web.publishing;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.publishing.Article;
import org.csoalliance.publishing.BulletinDraftService;
import org.csoalliance.publishing.BulletinReviewService;
import org.csoalliance.publishing.Draft;
import org.csoalliance.publishing.EditionDeskService;
import org.csoalliance.publishing.Outcome;
import org.csoalliance.publishing.Readers;
import org.csoalliance.publishing.Stage;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** A bulletin as its readers will see it, and the steps that bring it to them. */
@Named("bulletinReview")
@ViewScoped
public class BulletinReviewBean implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Something to mend: its sentence and the address of the field. */
  public record Mend(String sentence, String address) implements Serializable {}

  /** Somebody to look as. */
  public record View(String key, String words) implements Serializable {}

  @Inject private BulletinDraftService drafts;
  @Inject private BulletinReviewService reviews;
  @Inject private EditionDeskService mails;
  @EJB private GroupService groups;
  @Inject private CallerContext caller;

  private Draft draft;
  private Article preview;
  private List<Mend> mends;
  private List<View> views;
  private String as;
  private String reason;
  private String why;

  /** Editors alone. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    try {
      draft = drafts.open(BulletinDeskBean.id(Asked.parameter("id")));
      views = views();
      String asked = Asked.parameter("as");
      as =
          views.stream()
              .map(View::key)
              .filter(key -> key.equals(asked))
              .findFirst()
              .orElse("visitor");
      preview = drafts.preview(draft.id(), reader());
      mends =
          draft.begun() && draft.stage() == Stage.DRAFT
              ? drafts.lacks(draft.id()).entrySet().stream()
                  .map(
                      lack ->
                          new Mend(
                              lack.getValue(),
                              "/editor/bulletins/"
                                  + draft.id()
                                  + "#"
                                  + BulletinForm.id(lack.getKey())))
                  .toList()
              : List.of();
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private List<View> views() {
    List<View> all = new ArrayList<>();
    all.add(new View("visitor", NewsWords.text("review.as.visitor")));
    all.add(new View("member", NewsWords.text("review.as.member")));
    Set<Long> named =
        draft.content().sections().stream()
            .flatMap(section -> section.groups().stream())
            .collect(java.util.stream.Collectors.toSet());
    groups.list().stream()
        .filter(group -> named.contains(group.id()))
        .forEach(
            group ->
                all.add(
                    new View("g" + group.id(), NewsWords.filled("review.as.group", group.name()))));
    all.add(new View("editor", NewsWords.text("review.as.editor")));
    return all;
  }

  private Reader reader() {
    return switch (as) {
      case "visitor" -> Reader.VISITOR;
      case "member" -> Readers.member(Set.of());
      case "editor" -> null;
      default -> Readers.member(Set.of(Long.valueOf(as.substring(1))));
    };
  }

  /** Hands the draft to a second person. */
  public void submit() {
    act(
        "submitting",
        () -> {
          reviews.submit(draft.id(), draft.lock());
          return NewsWords.text("review.done.submitted");
        });
  }

  /** Approves as the second person. */
  public void approve() {
    act(
        "approving",
        () -> {
          Outcome outcome = reviews.approve(draft.id(), draft.lock());
          return outcome.at() == null
              ? NewsWords.filled("review.done.published", outcome.slug())
              : NewsWords.filled(
                  "review.done.approved",
                  EditionBean.MINUTE.format(outcome.at().atOffset(ZoneOffset.UTC)));
        });
  }

  /** Gives it back to be worked on. */
  public void sendBack() {
    act(
        "reason",
        () -> {
          reviews.sendBack(draft.id(), draft.lock(), reason == null ? "" : reason);
          return NewsWords.text("review.done.back");
        });
  }

  /** Takes the published one back. */
  public void withdraw() {
    act(
        "why",
        () -> {
          reviews.withdraw(draft.id(), draft.lock(), why == null ? "" : why);
          return NewsWords.text("review.done.withdrawn");
        });
  }

  /** Mails it to the editor alone, as the chosen reader would get it. */
  public void test() {
    act(
        "testing",
        () -> {
          mails.test(draft.id(), reader());
          return NewsWords.text("review.done.test");
        });
  }

  private interface Step {
    String take();
  }

  private void act(String field, Step step) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      Answers.notice(context, step.take());
      Answers.redirect(context, "/editor/bulletins/" + draft.id() + "/review");
    } catch (InvalidException refused) {
      refused.fields().forEach((name, sentence) -> say(context, field, sentence));
    } catch (ConflictException refused) {
      say(context, field, refused.getMessage());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  private static void say(FacesContext context, String field, String sentence) {
    context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    context.validationFailed();
  }

  /** What is looked at. */
  public Draft getDraft() {
    return draft;
  }

  /** As the chosen reader would see it. */
  public Article getPreview() {
    return preview;
  }

  /** What is missing before a second person can read it. */
  public List<Mend> getMends() {
    return mends;
  }

  /** Those to look as. */
  public List<View> getViews() {
    return views;
  }

  /** As whom it is looked at. */
  public String getAs() {
    return as;
  }

  /** Whether the draft can be handed on. */
  public boolean isReady() {
    return draft.begun() && draft.stage() == Stage.DRAFT && mends.isEmpty();
  }

  /** Whether a second person is waited for. */
  public boolean isInReview() {
    return draft.begun() && draft.stage() == Stage.REVIEW;
  }

  /** Whether it can be given back. */
  public boolean isReturnable() {
    return draft.begun() && (draft.stage() == Stage.REVIEW || draft.stage() == Stage.SCHEDULED);
  }

  /** Whether readers can read it now. */
  public boolean isOut() {
    return draft.current() > 0 && draft.withdrawnAt() == null;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }
}
