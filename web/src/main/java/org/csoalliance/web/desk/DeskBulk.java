package org.csoalliance.web.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.event.desk.DeskService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.web.shared.Plural;

/** What an organiser does to one registration or to many, by the name of the button. */
@Dependent
public class DeskBulk {
  /** The buttons. */
  public enum Act {
    CANCEL(true),
    RESEND(false);

    private final boolean reason;

    Act(boolean reason) {
      this.reason = reason;
    }

    /** Whether the people read why. */
    public boolean isReason() {
      return reason;
    }

    /** The word on the button. */
    public String getWords() {
      return DeskWords.fill("act." + name());
    }

    /** What becomes of it, before it is confirmed. */
    public String getMeaning() {
      return DeskWords.fill("act." + name() + ".meaning");
    }

    /** Whether it takes something away. */
    public boolean isGrave() {
      return this == CANCEL;
    }

    static Act of(String name) {
      return Arrays.stream(values())
          .filter(act -> act.name().equals(name))
          .findFirst()
          .orElse(null);
    }
  }

  @Inject private DeskService desk;

  /** Does it and tells what came of it. */
  String run(String slug, String name, List<Long> ids, String reason) {
    Act act = Act.of(name);
    if (act == null) {
      throw new ConflictException("Choose what is to be done.");
    }
    return switch (act) {
      case CANCEL ->
          Plural.of(desk.cancel(slug, ids, reason), "registration is", "registrations are")
              + " cancelled. The reason is on its way by mail.";
      case RESEND ->
          Plural.of(desk.resend(slug, ids), "mail is", "mails are") + " on the way again.";
    };
  }
}
