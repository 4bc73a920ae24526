package org.csoalliance.web.twin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.csoalliance.incident.twin.TwinProposal;
import org.csoalliance.incident.twin.TwinService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The editors' list of pairs that may be one event. */
@Named("twins")
@RequestScoped
public class TwinsBean {
  @Inject private TwinService service;
  @Inject private CallerContext caller;

  private List<TwinProposal> pairs;
  private String one = "";
  private String other = "";

  /** Editors alone; two references lead to their comparison. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    String given = Asked.parameter("one");
    if (given == null) {
      return;
    }
    one = given.strip().toUpperCase(Locale.ROOT);
    String second = Asked.parameter("other");
    other = second == null ? "" : second.strip().toUpperCase(Locale.ROOT);
    try {
      service.pair(one, other);
      Answers.redirect(context, "/editor/twins/" + one + "/" + other);
    } catch (NotFoundException none) {
      refuse(context, TwinWords.text("list.none"));
    } catch (InvalidException same) {
      refuse(context, same.getMessage());
    }
  }

  private static void refuse(FacesContext context, String sentence) {
    context.addMessage("other", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
  }

  /** The pairs, the likeliest first. */
  public List<TwinProposal> getPairs() {
    if (pairs == null) {
      pairs = service.proposals();
    }
    return pairs;
  }

  /** What to say when more wait than are shown; null when all are. */
  public String getMore() {
    long total = getPairs().isEmpty() ? 0 : getPairs().get(0).total();
    return total > getPairs().size()
        ? MessageFormat.format(TwinWords.text("list.more"), total)
        : null;
  }

  /** The first reference that was typed. */
  public String getOne() {
    return one;
  }

  /** The other reference that was typed. */
  public String getOther() {
    return other;
  }
}
