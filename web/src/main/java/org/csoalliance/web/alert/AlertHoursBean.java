package org.csoalliance.web.alert;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.alert.AlertSubscriptionService;
import org.csoalliance.incident.alert.TypedHours;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.MailListService;
import org.csoalliance.web.shared.Answers;

/** The page {@code /alerts/hours}: time zone, quiet hours, and the time of digests. */
@Named("alertHours")
@RequestScoped
public class AlertHoursBean {
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(zone -> zone.matches("[A-Z][A-Za-z]+/.+") && !zone.startsWith("Etc/"))
          .filter(zone -> !zone.startsWith("SystemV/") && !zone.startsWith("US/"))
          .sorted()
          .toList();

  @Inject private AlertSubscriptionService service;
  @Inject private MailListService lists;

  private final Map<String, String> fields = new HashMap<>();

  /** Before the page is shown for the first time. */
  public void load() {
    TypedHours now = TypedHours.of(service.hours());
    fields.put("zone", now.zone());
    fields.put("quietFrom", now.quietFrom());
    fields.put("quietTo", now.quietTo());
    fields.put("digestAt", now.digestAt());
    fields.put("digestDay", now.digestDay());
  }

  /** Keeps what was typed; stays on the page with the sentences when it cannot be taken. */
  public void keep() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      service.keep(
          new TypedHours(
                  fields.get("zone"),
                  fields.get("quietFrom"),
                  fields.get("quietTo"),
                  fields.get("digestAt"),
                  fields.get("digestDay"))
              .understood());
      Answers.notice(context, "You are mailed at these hours from now on.");
      Answers.redirect(context, "/alerts");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  /** Stops all alert mails. */
  public void stop() {
    lists.stop(MailList.ALERTS);
    Answers.redirect(FacesContext.getCurrentInstance(), "/alerts");
  }

  /** Whether the mails are stopped already. */
  public boolean isStopped() {
    return lists.stopped().contains(MailList.ALERTS);
  }

  /** What was typed, by the names of {@link TypedHours}. */
  public Map<String, String> getF() {
    return fields;
  }

  /** Names of time zones to choose from. */
  public List<String> getZones() {
    return ZONES;
  }

  /** The days of the week, Monday first. */
  public List<SelectItem> getDays() {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new SelectItem(
                    String.valueOf(day.getValue()),
                    day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
        .toList();
  }
}
