package org.csoalliance.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.event.registration.WaitingOrderService;

/** The waiting line, for the organiser who has a reason to move somebody in it. */
@Named("eventWaiting")
@RequestScoped
public class WaitingBean extends DeskPage {
  @Inject private WaitingOrderService service;

  private List<WaitingOrderService.Place> line = List.of();

  /** Moves somebody, then reads the line. */
  public void load() {
    run(
        () -> {
          Integer place = whole("place");
          service.move(
              getSlug(),
              Posted.number(Posted.text("who")),
              place == null ? -1 : place,
              Posted.text("reason"));
          notice("Moved. The reason stands in the audit log.");
        },
        () -> line = service.line(getSlug()));
  }

  @Override
  public String getAddress() {
    return "/organiser/" + getSlug() + "/waiting";
  }

  /** In the order in which they get an offer. */
  public List<WaitingOrderService.Place> getLine() {
    return line;
  }
}
