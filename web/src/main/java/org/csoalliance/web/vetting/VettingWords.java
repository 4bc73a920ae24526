package org.csoalliance.web.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.csoalliance.membership.join.ApplicationState;

/** How vetting is written on pages. */
@Named("vettingWords")
@ApplicationScoped
public class VettingWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  /** A state as officers read it. */
  public String state(ApplicationState state) {
    return switch (state) {
      case DRAFT -> "Not sent";
      case SUBMITTED -> "First check";
      case MORE_ASKED -> "More asked";
      case CHECKED -> "Second officer";
      case APPROVED -> "Approved";
      case REFUSED -> "Refused";
      case APPEALED -> "Appeal";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  /** The look of a state's badge. */
  public String badge(ApplicationState state) {
    return switch (state) {
      case APPROVED -> "badge ok";
      case APPEALED -> "badge warn";
      case REFUSED -> "badge bad";
      case MORE_ASKED -> "badge open";
      default -> "badge";
    };
  }

  /** "3 working days". */
  public String age(int days) {
    return days == 1 ? "1 working day" : days + " working days";
  }

  /** "27 Nov 2026", the empty text for nothing. */
  public String day(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** "Fri 27 Nov", the empty text for nothing. */
  public String weekday(LocalDate day) {
    return day == null ? "" : WEEKDAY.format(day);
  }

  /** The day of a time in UTC. */
  public String dayOf(Instant at) {
    return at == null ? "" : DAY.format(at.atOffset(ZoneOffset.UTC));
  }

  /** "2.4 MB", "18 kB". */
  public String size(long bytes) {
    return bytes >= 1_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : Math.max(1, bytes / 1000) + " kB";
  }
}
