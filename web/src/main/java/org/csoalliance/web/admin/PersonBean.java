package org.csoalliance.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csoalliance.membership.admin.IdentityLinkService;
import org.csoalliance.membership.admin.PeopleService;
import org.csoalliance.membership.admin.PersonDetail;
import org.csoalliance.membership.admin.RoleGrantService;
import org.csoalliance.membership.admin.RoleWords;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.web.shared.Answers;

/** One person: facts, and the acts that an administrator has. Each act is a form of its own. */
@Named("adminPerson")
@RequestScoped
public class PersonBean {
  private static final Set<String> ACTS =
      Set.of("role", "remove", "factors", "sessions", "end", "link", "unlink");

  @Inject private PeopleService people;
  @Inject private RoleGrantService grants;
  @Inject private IdentityLinkService links;
  @Inject private CallerContext caller;
  @Inject private StepUp stepUp;

  private PersonDetail person;
  private String act;
  private String role;
  private String issuer;
  private String subject;
  private String reason;

  /** Reads the address: a form that is sent is taken apart before any action is asked. */
  @PostConstruct
  void read() {
    Map<String, String> given = given();
    String id = given.get("id");
    try {
      person = people.person(id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0);
    } catch (NotFoundException unknown) {
      return;
    }
    String wanted = given.getOrDefault("do", "");
    act = ACTS.contains(wanted) ? wanted : null;
  }

  /** Asks for a fresh proof before a form is shown; takes the form when it was sent. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (person == null) {
      Answers.notFound(context);
      return;
    }
    if (act == null) {
      return;
    }
    stepUp.require();
    Map<String, String> given = given();
    role = given.get("role");
    issuer = given.get("issuer");
    if (context.isPostback() && given.containsKey("go")) {
      reason = given.get("reason");
      subject = given.get("subject");
      carryOut(context);
    }
  }

  private static Map<String, String> given() {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
  }

  private void carryOut(FacesContext context) {
    try {
      Answers.notice(context, done());
      Answers.redirect(context, address());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException | RefusedException refused) {
      Answers.notice(context, refused.getMessage() + ".");
      Answers.redirect(context, address());
    }
  }

  private String done() {
    long id = person.row().id();
    Role wanted = PeopleBean.among(Role.values(), role).orElse(null);
    switch (act) {
      case "role" -> grants.ask(id, wanted, reason);
      case "remove" -> grants.remove(id, wanted, reason);
      case "factors" -> grants.askFactorReset(id, reason);
      case "sessions" -> people.endSessions(id, reason);
      case "link" -> links.ask(id, issuer, subject, reason);
      case "unlink" -> links.unlink(id, issuer, reason);
      default -> people.end(id, reason);
    }
    return switch (act) {
      case "role", "factors", "link" -> "Asked for. Another person confirms it.";
      case "remove" -> "The role is taken away; it counts from the next request on.";
      case "unlink" -> "The link is taken away, and the person is told by mail.";
      case "sessions" -> "Every session of " + person.row().name() + " is ended.";
      default -> "The account is ended.";
    };
  }

  /** The address of this person. */
  public String address() {
    return "/admin/people/" + (person == null ? "" : person.row().id());
  }

  /** The person. */
  public PersonDetail getPerson() {
    return person;
  }

  /** The act whose form is shown, null for none. */
  public String getAct() {
    return act;
  }

  /** Whether this is the administrator who looks. */
  public boolean isOneself() {
    return person != null && person.row().id() == caller.reader().accountId();
  }

  /** Whether the account can be acted upon. */
  public boolean isOpen() {
    return person != null && !person.row().state().name().equals("ENDED") && !isOneself();
  }

  /** The roles that can be asked for. */
  public List<PeopleBean.Choice> getGrantable() {
    return choices(false);
  }

  /** The roles that can be taken away. */
  public List<PeopleBean.Choice> getRemovable() {
    return choices(true);
  }

  private List<PeopleBean.Choice> choices(boolean held) {
    return RoleGrantService.GRANTABLE.stream()
        .filter(each -> person != null && person.roles().contains(each) == held)
        .map(each -> new PeopleBean.Choice(each.name(), RoleWords.of(each.name())))
        .toList();
  }

  /** The providers that the account can still be linked with. */
  public List<PeopleBean.Choice> getLinkable() {
    return links.providers().stream()
        .filter(
            each ->
                person != null
                    && person.identities().stream().noneMatch(one -> one.issuer().equals(each)))
        .map(each -> new PeopleBean.Choice(each, PersonDetail.Identity.words(each)))
        .toList();
  }

  /** Whether the next sign-in over there links the same address again. */
  public boolean isLinksAgain() {
    return links.linksAgain(issuer);
  }

  /** A value for the query of an address. */
  public String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The provider chosen, as people read it. */
  public String getIssuerWords() {
    return PersonDetail.Identity.words(issuer == null ? "" : issuer);
  }

  /** The provider chosen. */
  public String getIssuer() {
    return issuer;
  }

  /** Takes the provider chosen. */
  public void setIssuer(String issuer) {
    this.issuer = issuer;
  }

  /** The subject typed. */
  public String getSubject() {
    return subject;
  }

  /** Takes the subject typed. */
  public void setSubject(String subject) {
    this.subject = subject;
  }

  /** The role chosen. */
  public String getRole() {
    return role;
  }

  /** Takes the role chosen. */
  public void setRole(String role) {
    this.role = role;
  }

  /** The reason typed. */
  public String getReason() {
    return reason;
  }

  /** Takes the reason typed. */
  public void setReason(String reason) {
    this.reason = reason;
  }
}
