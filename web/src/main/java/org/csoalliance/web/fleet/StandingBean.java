package org.csoalliance.web.fleet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.csoalliance.membership.standing.Person;
import org.csoalliance.membership.standing.Standing;
import org.csoalliance.membership.standing.StandingService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/**
 * How the caller's membership stands, for the strip on every page and the page {@code /me/attest}.
 */
@Named("standing")
@RequestScoped
public class StandingBean {
  @Inject private StandingService service;
  @Inject private CallerContext caller;

  private Person person;
  private Standing standing;

  /** Before the page that confirms a membership is shown or taken. */
  public void attest() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.MEMBER)) {
      Answers.forbidden(context);
      return;
    }
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    if (context.isPostback() && given.containsKey("confirm")) {
      try {
        String until = new MembershipWords().day(service.attest(ships(given.get("ships"))));
        Answers.notice(context, "Your membership is confirmed until " + until + ".");
        Answers.redirect(context, "/me");
      } catch (ConflictException | NotFoundException refused) {
        Answers.notice(context, refused.getMessage());
        Answers.redirect(context, "/me/attest");
      }
    }
  }

  private static long ships(String text) {
    return text != null && text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
  }

  /** Whether the strip tells that the reader changes nothing until the membership is confirmed. */
  public boolean isReadOnly() {
    return caller.reader().readOnly() && caller.reader().is(Role.MEMBER);
  }

  /** Whether the reader is signed in and holds no role that counts. */
  public boolean isWithoutRole() {
    Reader reader = caller.reader();
    return reader.signedIn() && reader.roles().isEmpty();
  }

  /** The reader as they stand; null for a visitor. */
  public Person getPerson() {
    if (person == null) {
      person = service.mine().orElse(null);
    }
    return person;
  }

  /** How the membership stands today; null for a visitor. */
  public Standing getStanding() {
    if (standing == null && getPerson() != null) {
      standing = service.standing(person);
    }
    return standing;
  }

  /** Whether it can be confirmed today. */
  public boolean isConfirmable() {
    return getPerson() != null
        && person.companyId() != null
        && getStanding() != Standing.CURRENT
        && getStanding() != Standing.SUSPENDED;
  }
}
