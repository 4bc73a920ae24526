package org.csoalliance.web.fleet;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.csoalliance.membership.ShipType;
import org.csoalliance.membership.fleet.FleetPage;
import org.csoalliance.membership.fleet.FleetQuery;
import org.csoalliance.membership.fleet.FleetService;
import org.csoalliance.membership.fleet.ShipClaim;
import org.csoalliance.membership.fleet.ShipClaimService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page {@code /me/fleet}: the ships of the company, who answers for them, and claims. */
@Named("fleet")
@RequestScoped
public class FleetBean {
  private static final String ADDRESS = "/me/fleet";

  @EJB private FleetService service;
  @EJB private ShipClaimService claimService;
  @Inject private CallerContext caller;

  private FleetQuery query = FleetQuery.ALL;
  private FleetPage page;
  private List<ShipClaim> claims = List.of();

  /** Before the page is shown or a button is taken. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.MEMBER) || caller.reader().companyId() == null) {
      Answers.forbidden(context);
      return;
    }
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    query = query(given);
    if (context.isPostback()) {
      act(context, given);
    }
    if (!context.getResponseComplete()) {
      page = service.page(query);
      claims = claimService.mine();
    }
  }

  private void act(FacesContext context, Map<String, String> given) {
    try {
      if (given.containsKey("answer")) {
        service.answerFor(given.get("answer"));
        done(context, "You answer for IMO " + given.get("answer") + " from today.");
      } else if (given.containsKey("release")) {
        service.release(given.get("release"));
        done(context, "You no longer answer for IMO " + given.get("release") + ".");
      } else if (given.containsKey("let-go")) {
        claimService.letGo(number(given.get("let-go")));
        done(context, "The ship has left your fleet. Both companies are told by mail.");
      } else if (given.containsKey("withdraw")) {
        claimService.withdraw(number(given.get("withdraw")));
        done(context, "Your company no longer claims the ship.");
      }
    } catch (NotFoundException gone) {
      done(context, gone.getMessage());
    }
  }

  private void done(FacesContext context, String sentence) {
    Answers.notice(context, sentence);
    Answers.redirect(context, address(query.sort(), query.page()));
  }

  static FleetQuery query(Map<String, String> given) {
    FleetQuery.Sort sort = FleetQuery.Sort.NAME;
    for (FleetQuery.Sort each : FleetQuery.Sort.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(given.get("sort"))) {
        sort = each;
      }
    }
    String page = given.getOrDefault("page", "1");
    return new FleetQuery(
        given.getOrDefault("q", "").strip(),
        ShipType.of(given.get("type")).orElse(null),
        "1".equals(given.get("unanswered")),
        sort,
        page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
  }

  static long number(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  /** Which ships are shown. */
  public FleetQuery getQuery() {
    return query;
  }

  /** The order in the address. */
  public String getSort() {
    return query.sort().name().toLowerCase(Locale.ROOT);
  }

  /** The page of ships. */
  public FleetPage getPage() {
    return page;
  }

  /** Open claims of the company and on its ships. */
  public List<ShipClaim> getClaims() {
    return claims;
  }

  /** Whether the claim is on a ship of the own fleet. */
  public boolean against(ShipClaim claim) {
    return caller.reader().companyId().equals(claim.holderId());
  }

  /** Whether the reader is asked if the ship of the claim shall go. */
  public boolean lettingGo(ShipClaim claim) {
    return String.valueOf(claim.id()).equals(Asked.parameter("leaving"));
  }

  /** Whether anything is filtered. */
  public boolean isFiltered() {
    return !query.text().isEmpty() || query.type() != null || query.unanswered();
  }

  /** The types of ships, for the filter. */
  public List<ShipType> getTypes() {
    return List.of(ShipType.values());
  }

  /** The address of the list in another order. */
  public String sorted(String sort) {
    return address(FleetQuery.Sort.valueOf(sort), 1);
  }

  /** The address of the page that is so many after this one. */
  public String paged(int steps) {
    return address(query.sort(), query.page() + steps);
  }

  private String address(FleetQuery.Sort sort, int to) {
    StringJoiner address = new StringJoiner("&", ADDRESS + "?", "").setEmptyValue(ADDRESS);
    if (!query.text().isEmpty()) {
      address.add("q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8));
    }
    if (query.type() != null) {
      address.add("type=" + query.type());
    }
    if (query.unanswered()) {
      address.add("unanswered=1");
    }
    if (sort != FleetQuery.Sort.NAME) {
      address.add("sort=" + sort.name().toLowerCase(Locale.ROOT));
    }
    if (to > 1) {
      address.add("page=" + to);
    }
    return address.toString();
  }
}
