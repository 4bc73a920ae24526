package org.csoalliance.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.agreement.AgreementService;
import org.csoalliance.membership.agreement.NewAgreement;
import org.csoalliance.membership.agreement.PartnerAgreement;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** Agreements with partners: who reads more than the public, how far, and until when. */
@Named("agreements")
@RequestScoped
public class AgreementsBean {
  private static final String ADDRESS = "/admin/agreements";

  @Inject private AgreementService service;
  @Inject private StepUp stepUp;

  private List<PartnerAgreement> all;

  /** Takes the button that was pressed. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!context.isPostback()) {
      return;
    }
    try {
      if (Asked.parameter("make") != null) {
        stepUp.require();
        make();
        Answers.notice(context, "The agreement is kept. It counts from its first day on.");
        Answers.redirect(context, ADDRESS);
      } else if (Asked.parameter("end") != null) {
        stepUp.require();
        service.end(Long.parseLong(Asked.parameter("end")), Asked.parameter("endReason"));
        Answers.notice(context, "The agreement is ended.");
        Answers.redirect(context, ADDRESS);
      }
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException gone) {
      context.addMessage(
          null, new FacesMessage(FacesMessage.SEVERITY_ERROR, gone.getMessage(), null));
      context.validationFailed();
    } catch (NumberFormatException unreadable) {
      Answers.badRequest(context);
    }
  }

  private void make() {
    String last = value("to", "");
    if (!last.isBlank() && day(last) == null) {
      throw new InvalidException("to", "Enter the last day as 2027-12-31, or leave it empty.");
    }
    service.make(
        new NewAgreement(
            value("organisation", ""),
            Map.of("GREEN", Agreement.GREEN, "AMBER", Agreement.AMBER)
                .getOrDefault(value("ceiling", ""), null),
            day(value("from", "")),
            day(last),
            value("note", ""),
            List.of(value("emails", "").split("[\\s,;]+"))));
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** What was typed, else what stands there. */
  public String value(String field, Object otherwise) {
    String typed = Asked.parameter(field);
    return typed == null ? String.valueOf(otherwise) : typed;
  }

  /** The agreement that is to be ended, null for none. */
  public PartnerAgreement getEnding() {
    String id = Asked.parameter("ending");
    return id == null
        ? null
        : getAll().stream()
            .filter(each -> String.valueOf(each.id()).equals(id) && each.endedAt() == null)
            .findFirst()
            .orElse(null);
  }

  /** Every agreement, those in force first. */
  public List<PartnerAgreement> getAll() {
    if (all == null) {
      all = service.all();
    }
    return all;
  }

  /** The narrowest label that it lets read. */
  public Tlp label(PartnerAgreement agreement) {
    return Tlp.valueOf(agreement.ceiling().name());
  }

  /** How an agreement stands, in words. */
  public String state(PartnerAgreement agreement) {
    if (agreement.inForce()) {
      return "In force";
    }
    return agreement.endedAt() != null ? "Ended" : "Not in force";
  }
}
