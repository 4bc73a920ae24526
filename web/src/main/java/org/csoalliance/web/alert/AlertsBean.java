package org.csoalliance.web.alert;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.alert.AcknowledgeService;
import org.csoalliance.incident.alert.AlertLogService;
import org.csoalliance.incident.alert.AlertMailing;
import org.csoalliance.incident.alert.AlertSubscriptionService;
import org.csoalliance.incident.alert.KnownWaters;
import org.csoalliance.incident.alert.SentAlert;
import org.csoalliance.incident.alert.Watch;
import org.csoalliance.incident.alert.WatchOrder;
import org.csoalliance.incident.alert.WatersText;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.MailListService;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.TimeText;

/** The page {@code /alerts}: a person's watches, and what became of the alerts. */
@Named("alerts")
@RequestScoped
public class AlertsBean {
  private static final String ADDRESS = "/alerts";
  private static final String STOPPED = "alliance.alerts.stopped";
  private static final String STOPPED_NAME = "alliance.alerts.stopped.name";

  @Inject private AlertSubscriptionService service;
  @Inject private AlertLogService log;
  @Inject private AcknowledgeService answers;
  @Inject private MailListService lists;
  @Inject private Clock clock;

  private List<Watch> watches;
  private List<SentAlert> sent;
  private AlertMailing mailing;

  /** Before the page is shown or a form is taken: reads the buttons, no Faces components. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    if (!context.isPostback()) {
      if (given.containsKey("near") || given.containsKey("bbox")) {
        Answers.redirect(
            context, "/alerts/new?" + NewWatchBean.query(context.getExternalContext()));
      }
    } else if (given.containsKey("stop")) {
      stop(context, given.get("stop"));
    } else if (given.containsKey("undo")) {
      undo(context, given.get("undo"));
    } else if (given.containsKey("known")) {
      KnownWaters.of(given.get("known"))
          .ifPresentOrElse(
              known -> start(context, known.order()), () -> Answers.badRequest(context));
    } else if (given.containsKey("read")) {
      read(context, given.get("read"));
    } else if (given.containsKey("start-mails")) {
      lists.start(MailList.ALERTS);
      Answers.redirect(context, ADDRESS);
    }
  }

  private void start(FacesContext context, WatchOrder order) {
    try {
      service.watch(order);
      Answers.notice(context, "You watch " + order.name() + ". Alerts go to your e-mail address.");
      Answers.redirect(context, ADDRESS);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  private void stop(FacesContext context, String id) {
    try {
      WatchOrder stopped = service.stop(Long.parseLong(id));
      ExternalContext external = context.getExternalContext();
      external.getFlash().put(STOPPED, id);
      external.getFlash().put(STOPPED_NAME, stopped.name());
    } catch (NotFoundException | NumberFormatException gone) {
      Answers.notice(context, "This watch was stopped before.");
    }
    Answers.redirect(context, ADDRESS);
  }

  private void undo(FacesContext context, String id) {
    try {
      WatchOrder order = service.resume(Long.parseLong(id));
      Answers.notice(context, "You watch " + order.name() + ". Alerts go to your e-mail address.");
    } catch (NotFoundException | NumberFormatException gone) {
      Answers.notice(context, "This watch cannot be brought back. Make it anew.");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
      return;
    }
    Answers.redirect(context, ADDRESS);
  }

  private void read(FacesContext context, String id) {
    try {
      answers.mine(Long.parseLong(id));
      Answers.notice(context, "We noted that you read it.");
    } catch (NotFoundException | NumberFormatException gone) {
      Answers.notice(context, "This was noted before.");
    }
    Answers.redirect(context, ADDRESS);
  }

  /** The person's watches, oldest first. */
  public List<Watch> getWatches() {
    if (watches == null) {
      watches = service.mine();
    }
    return watches;
  }

  /** The person's newest alerts. */
  public List<SentAlert> getSent() {
    if (sent == null) {
      sent = log.mine();
    }
    return sent;
  }

  /** Whether the person has stopped the mails. */
  public boolean isMailsStopped() {
    return mailing().stopped();
  }

  /** The number of the watch that was stopped just now, to take it back; null when none was. */
  public String getUndo() {
    return flash(STOPPED);
  }

  /** How that watch was called. */
  public String getUndoName() {
    return flash(STOPPED_NAME);
  }

  private static String flash(String key) {
    return (String) FacesContext.getCurrentInstance().getExternalContext().getFlash().get(key);
  }

  /** Waters that many watch and this person does not. */
  public List<KnownWaters> getKnown() {
    List<WatchOrder> mine = getWatches().stream().map(Watch::order).toList();
    return KnownWaters.all().stream().filter(known -> !mine.contains(known.order())).toList();
  }

  /** When the person is mailed, in words. */
  public String getHours() {
    return mailing().hours().words();
  }

  private AlertMailing mailing() {
    if (mailing == null) {
      mailing = service.mailing();
    }
    return mailing;
  }

  /** Where a watch looks, in words. */
  public String place(Watch watch) {
    return WatersText.place(watch.order().waters());
  }

  /** What a watch wants, in words. */
  public String wanted(Watch watch) {
    return WatersText.wanted(watch.order().wanted());
  }

  /** A sentence with one place filled. */
  public String fill(String key, String value) {
    return AlertWords.fill(key, value);
  }

  /** The classes of the badge of a state. */
  public String badge(SentAlert alert) {
    return switch (alert.state()) {
      case "ACKNOWLEDGED" -> "badge ok";
      case "FAILED" -> "badge bad";
      case "STOPPED" -> "badge warn";
      default -> "badge open";
    };
  }

  /** When it was sent, or when it goes out. */
  public String when(SentAlert alert) {
    Instant at = alert.sentAt() == null ? alert.dueAt() : alert.sentAt();
    if (alert.state().equals("QUEUED") && alert.dueAt().isAfter(clock.instant())) {
      return AlertWords.fill("state.due", TimeText.utc(at, null));
    }
    return TimeText.utc(alert.acknowledgedAt() == null ? at : alert.acknowledgedAt(), null);
  }

  /** Whether the person may say that it was read. */
  public boolean waits(SentAlert alert) {
    return alert.acknowledgedAt() == null && !alert.state().equals("QUEUED");
  }
}
