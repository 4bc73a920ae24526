package org.csoalliance.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.event.desk.DeskRow;
import org.csoalliance.event.registration.RegistrationState;
import org.csoalliance.web.shared.Bundles;

/** The words of the desk: {@code #{deskText['table.title']}}. */
@Named("deskWords")
@ApplicationScoped
public class DeskWords {
  private static final Map<String, String> TEXTS = Bundles.read("desk");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("deskText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text with its places filled in; numbers with commas. */
  static String fill(String key, Object... values) {
    return new MessageFormat(TEXTS.getOrDefault(key, key), Locale.ENGLISH).format(values);
  }

  /** A text with one place filled in. */
  public String of(String key, Object value) {
    return fill(key, value);
  }

  /** A time of a list, such as {@code 22 Nov 09:00}, UTC. */
  public String minute(Instant at) {
    return at == null ? "" : MINUTE.format(at.atOffset(ZoneOffset.UTC));
  }

  /** The class of the badge of a state. */
  public String badge(DeskRow row) {
    RegistrationState state = row.state();
    if (row.offerUntil() != null || state == RegistrationState.WAITLISTED) {
      return "badge open";
    }
    if (state == RegistrationState.REQUESTED || state == RegistrationState.VETTING) {
      return "badge warn";
    }
    return state.seat() && state != RegistrationState.NO_SHOW ? "badge ok" : "badge";
  }

  /** A step of a history in words. */
  public String step(String what) {
    return TEXTS.getOrDefault("step." + what, what);
  }
}
