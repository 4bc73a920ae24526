package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Roles;

/** Ships of members: to show a name back for a typed number, and to offer one's own for choice. */
@Stateless
@RolesAllowed({Roles.MEMBER, Roles.EDITOR})
public class ShipService {
  @Inject private ShipRepository ships;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public ShipService() {}

  /** For tests. */
  public ShipService(ShipRepository ships, CallerContext caller) {
    this.ships = ships;
    this.caller = caller;
  }

  /** The ship of that number; empty when no company of the alliance runs it. Anyone may ask. */
  @PermitAll
  public Optional<ShipSummary> byImo(ImoNumber imo) {
    return ships.find(imo).map(Ship::summary);
  }

  /** The ships of the caller's company, by name; empty without a company. */
  public List<ShipSummary> ofMyCompany() {
    Long company = caller.reader().companyId();
    return company == null
        ? List.of()
        : ships.ofCompany(company).stream().map(Ship::summary).toList();
  }
}
