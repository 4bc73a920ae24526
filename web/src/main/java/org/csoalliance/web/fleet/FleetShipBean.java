package org.csoalliance.web.fleet;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.ShipType;
import org.csoalliance.membership.fleet.FleetService;
import org.csoalliance.membership.fleet.FleetShip;
import org.csoalliance.membership.fleet.KnownShip;
import org.csoalliance.membership.fleet.ShipClaimService;
import org.csoalliance.membership.fleet.ShipEntry;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** A ship of the fleet, and adding or claiming one: {@code /me/fleet/add, /me/fleet/{imo}}. */
@Named("fleetShip")
@RequestScoped
public class FleetShipBean {
  private static final String FLEET = "/me/fleet";

  @EJB private FleetService service;
  @EJB private ShipClaimService claims;
  @Inject private CallerContext caller;

  private String number;
  private String imo;
  private String name;
  private String type;
  private String flag;
  private boolean answer = true;
  private String evidence;
  private KnownShip known;
  private FleetShip ship;
  private boolean removing;

  /** Before the page that adds a ship is shown or taken. */
  public void add() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> given = given(context);
    if (given == null || given.get("imo") == null) {
      return;
    }
    number = given.get("imo");
    imo = ImoNumber.ship(number).map(ImoNumber::digits).orElse(null);
    if (imo == null) {
      String sentence =
          "This is no IMO ship number. It has seven digits, and the last checks the others.";
      context.addMessage(
          "number", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
      return;
    }
    known = service.known(imo).orElse(null);
    typed(context, given);
    if (context.isPostback() && given.containsKey("claim")) {
      claim(context);
    } else if (context.isPostback() && given.containsKey("put")) {
      put(context, answer, " is in your fleet.");
    } else if (known != null) {
      name = known.name();
      type = known.type().name();
      flag = known.flag();
    }
  }

  /** Before the page of a ship is shown or taken. */
  public void open() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> given = given(context);
    if (given == null) {
      return;
    }
    try {
      imo = given.get("imo");
      ship = service.ship(imo);
      removing = given.containsKey("remove");
      typed(context, given);
      if (!context.isPostback()) {
        name = ship.name();
        type = ship.type().name();
        flag = ship.flag();
      } else if (given.containsKey("put")) {
        put(context, false, " is changed.");
      } else if (given.containsKey("remove-now")) {
        service.remove(imo);
        done(context, ship.name() + " has left your fleet.");
      }
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  /** The fields are shown by what is known of the ship, so that Faces does not read them itself. */
  private void typed(FacesContext context, Map<String, String> given) {
    if (context.isPostback()) {
      name = given.get("name");
      type = given.get("type");
      flag = given.get("flag");
      evidence = given.get("evidence");
      answer = given.containsKey("answer");
    }
  }

  private void put(FacesContext context, boolean answers, String words) {
    try {
      ShipEntry entry = ShipEntry.typed(imo, name, type, flag);
      service.put(entry, answers);
      done(context, entry.name() + words);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused, Map.of("imo", "name"));
    }
  }

  private void claim(FacesContext context) {
    try {
      claims.claim(imo, evidence);
      done(context, "Your company claims IMO " + imo + ". Both companies are told by mail.");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException | NotFoundException refused) {
      done(context, refused.getMessage());
    }
  }

  private Map<String, String> given(FacesContext context) {
    if (!caller.reader().is(Role.MEMBER) || caller.reader().companyId() == null) {
      Answers.forbidden(context);
      return null;
    }
    return context.getExternalContext().getRequestParameterMap();
  }

  private static void done(FacesContext context, String sentence) {
    Answers.notice(context, sentence);
    Answers.redirect(context, FLEET);
  }

  /** Whether a number was given that can be a ship's. */
  public boolean isNumbered() {
    return imo != null;
  }

  /** What is known of the number, null when nothing is. */
  public KnownShip getKnown() {
    return known;
  }

  /** The ship of the fleet. */
  public FleetShip getShip() {
    return ship;
  }

  /** Whether the reader is asked if the ship shall leave the fleet. */
  public boolean isRemoving() {
    return removing;
  }

  /** The types of ships. */
  public List<ShipType> getTypes() {
    return List.of(ShipType.values());
  }

  /** The seven digits. */
  public String getImo() {
    return imo;
  }

  /** The number as it was typed. */
  public String getNumber() {
    return number;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getFlag() {
    return flag;
  }

  public void setFlag(String flag) {
    this.flag = flag;
  }

  public boolean isAnswer() {
    return answer;
  }

  public void setAnswer(boolean answer) {
    this.answer = answer;
  }

  public String getEvidence() {
    return evidence;
  }

  public void setEvidence(String evidence) {
    this.evidence = evidence;
  }
}
