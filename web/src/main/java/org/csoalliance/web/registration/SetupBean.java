package org.csoalliance.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.event.registration.RegistrationSetup;
import org.csoalliance.event.registration.RegistrationSetupService;
import org.csoalliance.web.shared.Asked;

/** Categories with seats and price, and the rules of registering. */
@Named("eventSetup")
@RequestScoped
public class SetupBean extends DeskPage {
  @Inject private RegistrationSetupService service;

  private RegistrationSetup setup;

  /** Does what a button says, then reads what is set. */
  public void load() {
    run(this::act, () -> setup = service.read(getSlug()));
  }

  private void act() {
    String act = Posted.text("do");
    if (act.startsWith("remove:")) {
      service.remove(getSlug(), Posted.number(act.substring(7)));
      notice("The category is gone.");
    } else if (act.equals("rules")) {
      service.rules(
          getSlug(),
          new RegistrationSetup.Wanted(
              yes("byCode"),
              yes("hold"),
              yes("approveChanges"),
              yes("approveTransfers"),
              whole("formMinutes")));
      notice("The rules are saved.");
    } else {
      service.category(
          getSlug(),
          Posted.number("id", true),
          Posted.text("name"),
          whole("capacity"),
          Posted.text("price"),
          Posted.text("currency"),
          yes("guests"));
      notice("The category is saved.");
    }
  }

  private static boolean yes(String field) {
    return Posted.text(field).equals("yes");
  }

  @Override
  public String getAddress() {
    return "/organiser/" + getSlug() + "/categories";
  }

  /** Null before it is loaded. */
  public RegistrationSetup getSetup() {
    return setup;
  }

  /** The category that is being changed; null: a new one. */
  public RegistrationSetup.Category getEdited() {
    String id = Posted.is() ? Posted.text("id") : Asked.parameter("edit");
    return setup.categories().stream()
        .filter(one -> String.valueOf(one.id()).equals(id))
        .findFirst()
        .orElse(null);
  }

  /** A price as the field has it; empty: free. */
  public String price(RegistrationSetup.Category one) {
    return one == null || one.price().free() ? "" : one.price().amount().toPlainString();
  }

  /** When the draw took place. */
  public String getDrawn() {
    return setup.drawnAt() == null ? "" : EventWhen.moment(setup.drawnAt(), setup.event().zone());
  }
}
