package org.csoalliance.web.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.ShipType;
import org.csoalliance.membership.standing.Standing;

/** Words and days as the pages of memberships show them. */
@Named("memberWords")
@ApplicationScoped
public class MembershipWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /** A day such as {@code 22 Nov 2026}; null is empty. */
  public String day(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** The day in UTC of a moment; null is empty. */
  public String dayOf(Instant at) {
    return at == null ? "" : DAY.format(at.atOffset(ZoneOffset.UTC));
  }

  /** The last day in UTC before a moment at which something is over; null is empty. */
  public String lastDay(Instant over) {
    return over == null ? "" : dayOf(over.minusNanos(1));
  }

  /** The name of a country or flag, or its code; null is empty. */
  public String country(String code) {
    return code == null ? "" : new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }

  /** The names of countries or flags, such as {@code Liberia, Panama}. */
  public String countries(List<String> codes) {
    return codes.stream().map(this::country).collect(Collectors.joining(", "));
  }

  /** A capacity in words; null is empty. */
  public String capacity(Capacity capacity) {
    return capacity == null ? "" : capacity.words();
  }

  /** A type of ship in words. */
  public String type(ShipType type) {
    return type == null ? "" : type.words();
  }

  /** A sector in words. */
  public String sector(Sector sector) {
    return sector == null ? "" : sector.words();
  }

  /** A standing in words. */
  public String standing(Standing standing) {
    return standing == null ? "" : standing.words();
  }

  /** {@code 1 ship}, {@code 4 ships}. */
  public String ships(long count) {
    return count == 1 ? "1 ship" : String.format(Locale.ROOT, "%,d ships", count);
  }
}
