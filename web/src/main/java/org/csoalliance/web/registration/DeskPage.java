package org.csoalliance.web.registration;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** What the organiser's pages about registering have in common. */
abstract class DeskPage {
  /** Does something and reads the page; whatever is refused is told on it. */
  void run(Runnable act, Runnable read) {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      read.run();
      if (Posted.is()) {
        try {
          act.run();
          if (!context.getResponseComplete()) {
            Answers.redirect(context, getAddress());
          }
        } catch (InvalidException refused) {
          Posted.refused(context, refused);
        } catch (ConflictException refused) {
          Posted.refused(context, refused.getMessage());
        }
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (RefusedException refused) {
      Answers.forbidden(context);
    }
  }

  /** The address of the page. */
  public abstract String getAddress();

  /** The part of the address that names the event. */
  public String getSlug() {
    return Asked.parameter("slug");
  }

  static void notice(String sentence) {
    Answers.notice(FacesContext.getCurrentInstance(), sentence);
  }

  /** A whole number of a field; null where it is empty, -1 where it is none. */
  static Integer whole(String field) {
    String typed = Posted.text(field).replace(",", "");
    return typed.isEmpty() ? null : typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
  }

  /**
   * A time by the clock of the venue.
   *
   * @throws InvalidException when it cannot be read
   */
  static Instant time(String field, String zone) {
    String typed = Posted.text(field);
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return LocalDateTime.parse(typed.replace(' ', 'T')).atZone(ZoneId.of(zone)).toInstant();
    } catch (DateTimeException unreadable) {
      throw new InvalidException(field, "Write day and time as 2027-01-20 09:00.");
    }
  }

  /** What was typed, else what stands. */
  public String value(String field, Object standing) {
    return Posted.is() ? Posted.text(field) : standing == null ? "" : String.valueOf(standing);
  }

  /** Whether a box is ticked: by the form that was sent, else as it stands. */
  public boolean ticked(String field, boolean standing) {
    return Posted.is() ? Posted.text(field).equals("yes") : standing;
  }

  /** Whether a field was refused. */
  public boolean wrong(String field) {
    return !FacesContext.getCurrentInstance().getMessageList(field).isEmpty();
  }

  /** The first sentence at a field. */
  public String error(String field) {
    return FacesContext.getCurrentInstance().getMessageList(field).stream()
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse("");
  }

  /** Whether anything was refused. */
  public boolean isFailed() {
    return FacesContext.getCurrentInstance().isValidationFailed();
  }
}
