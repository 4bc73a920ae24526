package org.csoalliance.web.coverage;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.coverage.Denominator;
import org.csoalliance.membership.coverage.DenominatorService;
import org.csoalliance.membership.coverage.FleetBand;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The page {@code /editor/coverage}: how many ships each sector has, by whom and when. */
@Named("denominators")
@RequestScoped
public class DenominatorsBean {
  private static final String ADDRESS = "/editor/coverage";

  @EJB private DenominatorService service;
  @Inject private CallerContext caller;

  private List<Denominator> all;
  private String sector = Sector.CRUISE.name();
  private String band;
  private String ships;
  private String asOf;
  private String source;

  /** Before the page is shown, or a button of it is taken. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    if (context.isPostback()) {
      act(context, context.getExternalContext().getRequestParameterMap());
    }
    if (!context.getResponseComplete()) {
      all = service.all();
    }
  }

  private void act(FacesContext context, Map<String, String> given) {
    try {
      if (given.containsKey("withdraw")) {
        service.withdraw(number(given.get("withdraw")));
        done(context, "edit.withdrawn");
      } else if (given.containsKey("add")) {
        service.add(sector, band, ships, asOf, source);
        done(context, "edit.added");
      }
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (NotFoundException gone) {
      Answers.notice(context, gone.getMessage());
      Answers.redirect(context, ADDRESS);
    }
  }

  private static void done(FacesContext context, String key) {
    Answers.notice(context, CoverageWords.fill(key));
    Answers.redirect(context, ADDRESS);
  }

  private static long number(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  /** All that were written down. */
  public List<Denominator> getAll() {
    return all;
  }

  /** Who withdrew a number. */
  public String gone(Denominator withdrawn) {
    return CoverageWords.fill("edit.gone", withdrawn.withdrawnBy());
  }

  /** The sectors to choose from. */
  public List<Sector> getSectors() {
    return List.of(Sector.values());
  }

  /** The fleet sizes to choose from. */
  public List<FleetBand> getBands() {
    return List.of(FleetBand.values());
  }

  public String getSector() {
    return sector;
  }

  public void setSector(String sector) {
    this.sector = sector;
  }

  public String getBand() {
    return band;
  }

  public void setBand(String band) {
    this.band = band;
  }

  public String getShips() {
    return ships;
  }

  public void setShips(String ships) {
    this.ships = ships;
  }

  public String getAsOf() {
    return asOf;
  }

  public void setAsOf(String asOf) {
    this.asOf = asOf;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
