package org.csoalliance.web.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.publishing.BulletinDraftService;
import org.csoalliance.publishing.Draft;
import org.csoalliance.publishing.Edition;
import org.csoalliance.publishing.EditionDeskService;
import org.csoalliance.publishing.MailHistory;
import org.csoalliance.publishing.SendTime;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Typed;

/** How a bulletin was mailed, and when it will be, for editors. */
@Named("bulletinMail")
@RequestScoped
public class EditionBean {
  static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  @Inject private EditionDeskService desk;
  @Inject private BulletinDraftService drafts;
  @Inject private CallerContext caller;

  private Draft draft;
  private List<Edition> editions = List.of();
  private List<MailHistory> givenUp = List.of();
  private List<MailHistory> history = List.of();

  /** Editors alone; does what the button says, then shows how it stands. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    try {
      draft = drafts.open(BulletinDeskBean.id(Asked.parameter("id")));
      if (Typed.isPost() && act(context)) {
        return;
      }
      editions = desk.of(draft.id());
      givenUp = desk.givenUp(draft.id());
      history = getAddress() == null ? List.of() : desk.history(getAddress());
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private boolean act(FacesContext context) {
    try {
      String cancelled = Asked.parameter("cancel");
      if (cancelled == null) {
        SendTime time =
            desk.schedule(draft.id(), Asked.parameter("sendAt"), Asked.parameter("zone"));
        Answers.notice(context, NewsWords.filled("mail.plan.done", when(time.at(), time.zone())));
      } else {
        desk.cancel(draft.id(), BulletinDeskBean.id(cancelled));
        Answers.notice(context, NewsWords.text("mail.plan.cancelled"));
      }
      Answers.redirect(context, "/editor/bulletins/" + draft.id() + "/mail");
      return true;
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      Typed.refuse(refused.getMessage());
    }
    return false;
  }

  /** Such as "1 Dec 2026 08:00 UTC (09:00 Europe/Paris)". */
  public String when(Instant at, String zone) {
    String utc = MINUTE.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    ZonedDateTime local = at.atZone(ZoneId.of(zone));
    if (local.getOffset().equals(ZoneOffset.UTC)) {
      return utc;
    }
    boolean sameDay = local.toLocalDate().equals(LocalDate.ofInstant(at, ZoneOffset.UTC));
    return utc + " (" + (sameDay ? CLOCK : MINUTE).format(local) + " " + zone + ")";
  }

  /** Whether a time can be set: readers can read it, and this version was not mailed. */
  public boolean isPlannable() {
    return draft.current() > 0
        && draft.withdrawnAt() == null
        && editions.stream()
            .noneMatch(
                one ->
                    one.planned()
                        || one.state().equals("QUEUING")
                        || one.number() == draft.current() && !one.state().equals("STOPPED"));
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
