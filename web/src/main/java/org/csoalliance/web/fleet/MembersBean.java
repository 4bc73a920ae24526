package org.csoalliance.web.fleet;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.standing.LeavingService;
import org.csoalliance.membership.standing.MemberHistory;
import org.csoalliance.membership.standing.MemberListService;
import org.csoalliance.membership.standing.MemberPage;
import org.csoalliance.membership.standing.MemberQuery;
import org.csoalliance.membership.standing.Standing;
import org.csoalliance.membership.standing.SuspensionService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The pages {@code /vetting/members} and {@code /vetting/members/{id}}. */
@Named("fleetMembers")
@RequestScoped
public class MembersBean {
  private static final String ADDRESS = "/vetting/members";

  @EJB private MemberListService service;
  @EJB private SuspensionService suspension;
  @EJB private LeavingService leaving;
  @Inject private CallerContext caller;

  private MemberQuery query = new MemberQuery("", null, 1);
  private MemberPage page;
  private MemberHistory member;
  private boolean ending;
  private String reason;
  private String until;

  /** Before the list is shown. */
  public void list() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (refused(context)) {
      return;
    }
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    Standing standing = null;
    for (Standing each : Standing.values()) {
      if (each.name().equals(given.get("standing"))) {
        standing = each;
      }
    }
    String number = given.getOrDefault("page", "1");
    query =
        new MemberQuery(
            given.getOrDefault("q", "").strip(),
            standing,
            number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 1);
    page = service.page(query);
  }

  /** Before a member is shown or something is decided about them. */
  public void open() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (refused(context)) {
      return;
    }
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    long id = FleetBean.number(given.get("id"));
    ending = given.containsKey("end");
    try {
      if (context.isPostback()) {
        reason = given.getOrDefault("endReason", given.get("reason"));
        until = given.get("until");
        act(context, id, given);
      }
      if (!context.getResponseComplete()) {
        member = service.history(id);
      }
    } catch (NotFoundException unknown) {
      Answers.notFound(context);
    }
  }

  private void act(FacesContext context, long id, Map<String, String> given) {
    try {
      if (given.containsKey("suspend")) {
        suspension.suspend(id, reason, day(until));
        done(context, id, "The member is suspended and told by mail.");
      } else if (given.containsKey("lift")) {
        suspension.lift(id);
        done(context, id, "The suspension is lifted.");
      } else if (given.containsKey("end-now")) {
        leaving.end(id, reason);
        done(context, id, "The membership has ended.");
      }
    } catch (InvalidException refused) {
      Answers.invalid(
          context, refused, ending ? Map.of("reason", "endReason") : Map.<String, String>of());
    } catch (ConflictException refused) {
      done(context, id, refused.getMessage());
    }
  }

  private static LocalDate day(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException unreadable) {
      throw new InvalidException("until", "Enter a day such as 2026-12-31, or leave it empty.");
    }
  }

  private boolean refused(FacesContext context) {
    if (!caller.reader().is(Role.VETTING_OFFICER)) {
      Answers.forbidden(context);
      return true;
    }
    return false;
  }

  private static void done(FacesContext context, long id, String sentence) {
    Answers.notice(context, sentence);
    Answers.redirect(context, ADDRESS + "/" + id);
  }

  /** Which members are listed. */
  public MemberQuery getQuery() {
    return query;
  }

  /** The page of members. */
  public MemberPage getPage() {
    return page;
  }

  /** The standings, for the filter. */
  public List<Standing> getStandings() {
    return List.of(Standing.values());
  }

  /** The address of the page that is so many after this one. */
  public String paged(int steps) {
    return ADDRESS
        + "?q="
        + URLEncoder.encode(query.text(), StandardCharsets.UTF_8)
        + (query.standing() == null ? "" : "&standing=" + query.standing())
        + "&page="
        + (query.page() + steps);
  }

  /** The member with the history. */
  public MemberHistory getMember() {
    return member;
  }

  /** Whether the officer is asked if the membership shall end. */
  public boolean isEnding() {
    return ending;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until;
  }
}
