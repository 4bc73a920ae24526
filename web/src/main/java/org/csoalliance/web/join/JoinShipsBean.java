package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.stream.Collectors;
import org.csoalliance.membership.join.ApplicationDraftService;
import org.csoalliance.membership.join.ApplicationShip;
import org.csoalliance.membership.join.ShipCheck;
import org.csoalliance.membership.join.Step;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;

/** The step "Ships": a typed list, shown back before it is kept. */
@Named("joinShips")
@RequestScoped
public class JoinShipsBean {
  @EJB private ApplicationDraftService service;
  @Inject private JoinPage page;

  private String ships;
  private String checked;
  private ShipCheck check;

  /** Opens the step with the ships that are known; takes the buttons below those shown back. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!page.enter(Step.SHIPS)) {
      return;
    }
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    if (context.isPostback()) {
      checked = given.get("checked");
      if (given.containsKey("keep")) {
        keep();
      } else if (given.containsKey("back")) {
        ships = checked;
      }
    } else {
      ships =
          page.getView().ships().stream()
              .map(JoinShipsBean::line)
              .collect(Collectors.joining("\n"));
    }
  }

  private static String line(ApplicationShip ship) {
    return ship.imo()
        + "; \""
        + ship.name().replace("\"", "\"\"")
        + "\"; "
        + ship.type().words()
        + "; "
        + (ship.flag() == null ? "" : ship.flag());
  }

  /** Shows the ships back. */
  public void look() {
    if (page.closed()) {
      return;
    }
    try {
      check = service.look(page.id(), ships);
      checked = ships;
    } catch (InvalidException refused) {
      Answers.invalid(FacesContext.getCurrentInstance(), refused);
    }
  }

  /** Keeps the ships that were shown and goes on. */
  private void keep() {
    try {
      service.ships(page.id(), checked);
      page.goOn();
    } catch (InvalidException refused) {
      ships = checked;
      Answers.invalid(FacesContext.getCurrentInstance(), refused);
    } catch (ConflictException sent) {
      JoinPage.refuse("ships", sent);
    }
  }

  /** The ships to be confirmed, null while they are typed. */
  public ShipCheck getCheck() {
    return check;
  }

  public String getShips() {
    return ships;
  }

  public void setShips(String ships) {
    this.ships = ships;
  }

  /** The list that was shown back. */
  public String getChecked() {
    return checked;
  }
}
