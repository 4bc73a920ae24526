package org.csoalliance.web.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.publishing.BulletinDraftService;
import org.csoalliance.publishing.Draft;
import org.csoalliance.publishing.Edition;
import org.csoalliance.publishing.EditionDeskService;
import org.csoalliance.publishing.MailHistory;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** How a bulletin was mailed, for editors. */
@Named("bulletinMail")
@RequestScoped
public class EditionBean {
  @Inject private EditionDeskService desk;
  @Inject private BulletinDraftService drafts;
  @Inject private CallerContext caller;

  private Draft draft;
  private List<Edition> editions = List.of();
  private List<MailHistory> givenUp = List.of();
  private List<MailHistory> history = List.of();

  /** Editors alone. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    try {
      draft = drafts.open(BulletinDeskBean.id(Asked.parameter("id")));
      editions = desk.of(draft.id());
      givenUp = desk.givenUp(draft.id());
      history = getAddress() == null ? List.of() : desk.history(getAddress());
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** The bulletin. */
  public Draft getDraft() {
    return draft;
  }

  /** Its editions, the newest first. */
  public List<Edition> getEditions() {
    return editions;
  }

  /** Mails that the mail server did not take. */
  public List<MailHistory> getGivenUp() {
    return givenUp;
  }

  /** The address that is looked up; null for none. */
  public String getAddress() {
    String address = Asked.parameter("address");
    return address == null || address.isBlank() ? null : address.strip();
  }

  /** What was mailed to that address. */
  public List<MailHistory> getHistory() {
    return history;
  }
}
