package org.csoalliance.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.event.registration.InvitationCode;
import org.csoalliance.event.registration.InvitationService;
import org.csoalliance.event.registration.RegistrationSetup;
import org.csoalliance.event.registration.RegistrationSetupService;

/** Invitation codes: who may come by which. */
@Named("eventCodes")
@RequestScoped
public class CodesBean extends DeskPage {
  @Inject private InvitationService service;
  @Inject private RegistrationSetupService setups;

  private RegistrationSetup setup;
  private List<InvitationCode> codes = List.of();

  /** Makes or withdraws, then reads the codes. */
  public void load() {
    run(
        this::act,
        () -> {
          setup = setups.read(getSlug());
          codes = service.all(getSlug());
        });
  }

  private void act() {
    String act = Posted.text("do");
    if (act.startsWith("withdraw:")) {
      service.withdraw(getSlug(), Posted.number(act.substring(9)));
      notice("The code is withdrawn. Whoever used it keeps the registration.");
      return;
    }
    Integer many = whole("many");
    Integer uses = whole("uses");
    service.make(
        getSlug(),
        many == null ? 1 : many,
        uses == null ? 1 : uses,
        Posted.number("category", true),
        time("expires", setup.event().zone()),
        Posted.text("note"));
    notice("The codes are made. Give them to whom you invite.");
  }

  @Override
  public String getAddress() {
    return "/organiser/" + getSlug() + "/codes";
  }

  /** Null before it is loaded. */
  public RegistrationSetup getSetup() {
    return setup;
  }

  /** The newest first. */
  public List<InvitationCode> getCodes() {
    return codes;
  }

  /** Until when a code is good. */
  public String until(InvitationCode code) {
    return code.expiresAt() == null
        ? "No end"
        : EventWhen.moment(code.expiresAt(), setup.event().zone());
  }
}
