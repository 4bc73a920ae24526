package org.csoalliance.web.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.membership.directory.DirectoryService;
import org.csoalliance.membership.directory.MemberPerson;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page of a member. */
@Named("member")
@RequestScoped
public class MemberBean {
  @Inject private DirectoryService service;
  @Inject private CallerContext caller;

  private MemberPerson person;

  /** Reads the person; who is no member now or hides is not found. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    String id = Asked.parameter("id");
    try {
      person = service.person(id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  /** The person; null when the answer is another than this page. */
  public MemberPerson getPerson() {
    return person;
  }

  /** Whether it is the reader. */
  public boolean isSelf() {
    return person != null && Long.valueOf(person.id()).equals(caller.reader().accountId());
  }

  /** Whether nothing but the name is shown. */
  public boolean isBare() {
    return person.company() == null
        && person.capacity() == null
        && person.ships() == null
        && empty(person.telephone())
        && empty(person.mail())
        && empty(person.languages())
        && empty(person.waters())
        && empty(person.about());
  }

  private static boolean empty(String text) {
    return text == null || text.isBlank();
  }
}
