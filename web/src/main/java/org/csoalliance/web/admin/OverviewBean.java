package org.csoalliance.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.admin.PeopleService;
import org.csoalliance.membership.admin.RoleGrant;
import org.csoalliance.membership.admin.RoleGrantService;
import org.csoalliance.membership.admin.RoleWords;
import org.csoalliance.platform.mail.MailAdministration;
import org.csoalliance.platform.mail.MailCounts;
import org.csoalliance.platform.security.Role;

/** The first page of the administration: what waits, and who holds what. */
@Named("adminOverview")
@RequestScoped
public class OverviewBean {
  /** A role and how many people hold it. */
  public record Holders(String role, String words, long count) {}

  @Inject private PeopleService people;
  @Inject private RoleGrantService grants;
  @Inject private MailAdministration mails;

  private Map<Role, Long> counts;
  private List<RoleGrant> waiting;
  private MailCounts mail;

  /** Asks for the figures. */
  public void load() {
    counts = people.counts();
    waiting = grants.waiting();
    mail = mails.counts();
  }

  /** Each role with its holders, none left out. */
  public List<Holders> getHolders() {
    return java.util.Arrays.stream(Role.values())
        .map(
            role ->
                new Holders(role.name(), RoleWords.of(role.name()), counts.getOrDefault(role, 0L)))
        .toList();
  }

  /** How many administrators can sign in. */
  public long getAdministrators() {
    return counts.getOrDefault(Role.ADMINISTRATOR, 0L);
  }

  /** What waits for a second person. */
  public List<RoleGrant> getWaiting() {
    return waiting;
  }

  /** The outbox in figures. */
  public MailCounts getMail() {
    return mail;
  }
}
