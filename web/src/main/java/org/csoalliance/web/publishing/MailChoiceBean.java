package org.csoalliance.web.publishing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.publishing.BulletinChoiceService;
import org.csoalliance.publishing.Choice;
import org.csoalliance.web.shared.Answers;

/** What a person gets by mail, and what was mailed. */
@Named("mailChoice")
@RequestScoped
public class MailChoiceBean {
  @Inject private BulletinChoiceService choices;
  @Inject private CallerContext caller;

  private Choice choice;

  /** Members, partners and editors. */
  public void load() {
    Reader reader = caller.reader();
    if (!reader.is(Role.MEMBER) && !reader.is(Role.PARTNER) && !reader.is(Role.EDITOR)) {
      Answers.forbidden(FacesContext.getCurrentInstance());
    }
  }

  /** Bulletins come from now on. */
  public void start() {
    choices.start();
    done("Bulletins come by mail from now on.");
  }

  /** No bulletins from now on. */
  public void stop() {
    choices.stop();
    done("No bulletin comes by mail from now on.");
  }

  private static void done(String sentence) {
    FacesContext context = FacesContext.getCurrentInstance();
    Answers.notice(context, sentence);
    Answers.redirect(context, "/me/mail");
  }

  /** How it stands. */
  public Choice getChoice() {
    if (choice == null) {
      choice = choices.mine();
    }
    return choice;
  }
}
