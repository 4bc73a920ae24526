package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.mailing.MailedPerson;
import org.csoalliance.event.mailing.Mailing;
import org.csoalliance.event.mailing.MailingService;
import org.csoalliance.event.mailing.Reminder;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;

/** What was mailed to people of an event, to whom, and the rules by which they are reminded. */
@Named("deskMails")
@RequestScoped
public class DeskMailsBean {
  @Inject private MailingService service;
  @Inject private DeskBean desk;

  private List<Mailing> mailings = List.of();
  private List<Reminder> reminders = List.of();
  private List<MailedPerson> people = List.of();
  private Mailing mailing;

  /** Before the list of mails is shown. */
  public void load() {
    if (desk.open(EventDuty.ORGANISER)) {
      mailings = service.all(slug());
      reminders = service.reminders(slug());
    }
  }

  /** Takes a resend, then reads one mailing with its people. */
  public void loadOne() {
    if (!desk.open(EventDuty.ORGANISER)) {
      return;
    }
    FacesContext context = FacesContext.getCurrentInstance();
    long id = DeskBean.number("id");
    if (DeskBean.posted()) {
      desk.act(
          "/mails/" + id,
          () -> {
            service.resend(slug(), id, DeskBean.number("again"));
            return DeskWords.fill("mails.again.done");
          });
    }
    if (context.getResponseComplete()) {
      return;
    }
    try {
      mailing = service.one(slug(), id);
      people = service.people(slug(), id);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** Takes a rule, then reads the rules. */
  public void loadReminders() {
    if (!desk.open(EventDuty.ORGANISER)) {
      return;
    }
    if (DeskBean.posted()) {
      desk.act("/reminders", this::remind);
    }
    if (!FacesContext.getCurrentInstance().getResponseComplete()) {
      reminders = service.reminders(slug());
    }
  }

  private String remind() {
    if (DeskBean.given("forget") != null) {
      service.forget(slug(), DeskBean.number("forget"));
      return DeskWords.fill("reminders.gone");
    }
    String days = DeskBean.given("days");
    String mode = DeskBean.given("mode");
    service.remind(
        slug(),
        days != null && days.matches("-?[0-9]{1,2}") ? Integer.parseInt(days) : 0,
        "IN_PERSON".equals(mode)
            ? AttendanceMode.IN_PERSON
            : "REMOTE".equals(mode) ? AttendanceMode.REMOTE : null,
        DeskBean.given("subject"),
        DeskBean.given("text"));
    return DeskWords.fill("reminders.kept");
  }

  private String slug() {
    return desk.getEvent().slug();
  }

  /** The times at which people can be reminded. */
  public List<Integer> getTimes() {
    return List.of(-14, -7, -3, -1, 1, 3);
  }

  /** A time in words. */
  public String words(int days) {
    return new Reminder(0, days, null, "", "", 0).when();
  }

  /** The places that are filled in. */
  public String getPlaces() {
    return "{" + String.join("}, {", service.places()) + "}";
  }

  public List<Mailing> getMailings() {
    return mailings;
  }

  public List<Reminder> getReminders() {
    return reminders;
  }

  public List<MailedPerson> getPeople() {
    return people;
  }

  public Mailing getMailing() {
    return mailing;
  }
}
