package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.EventTeamMember;
import org.csoalliance.event.EventTeamService;

/** Who does what at an event. */
@Named("deskTeam")
@RequestScoped
public class DeskTeamBean {
  @Inject private EventTeamService service;
  @Inject private DeskBean desk;

  private List<EventTeamMember> team = List.of();

  /** Takes a button, then reads the team. */
  public void load() {
    if (!desk.open(EventDuty.ORGANISER, EventDuty.AUDITOR)) {
      return;
    }
    String slug = desk.getEvent().slug();
    if (DeskBean.posted()) {
      String take = DeskBean.given("take");
      if (take != null) {
        desk.act("/team", () -> take(slug, take));
      } else {
        desk.act(
            "/team",
            () ->
                DeskWords.fill(
                    "team.added",
                    service.give(slug, DeskBean.given("mail"), duty(DeskBean.given("duty")))));
      }
    }
    if (!jakarta.faces.context.FacesContext.getCurrentInstance().getResponseComplete()) {
      team = service.team(slug);
    }
  }

  private String take(String slug, String what) {
    String[] parts = what.split(":", 2);
    long account = parts[0].matches("[0-9]{1,18}") ? Long.parseLong(parts[0]) : -1;
    service.take(slug, account, parts.length < 2 ? null : duty(parts[1]));
    return DeskWords.fill("team.taken");
  }

  private static EventDuty duty(String name) {
    return Arrays.stream(EventDuty.values())
        .filter(duty -> duty.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Everybody with a duty. */
  public List<EventTeamMember> getTeam() {
    return team;
  }

  /** All duties, to choose from. */
  public List<EventDuty> getDuties() {
    return List.of(EventDuty.values());
  }
}
