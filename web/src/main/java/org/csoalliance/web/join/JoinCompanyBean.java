package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.join.ApplicationDraftService;
import org.csoalliance.membership.join.CompanyAnswers;
import org.csoalliance.membership.join.Step;
import org.csoalliance.membership.join.TypedCompany;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;

/** The step "Company". */
@Named("joinCompany")
@RequestScoped
public class JoinCompanyBean {
  @EJB private ApplicationDraftService service;
  @Inject private JoinPage page;

  private String companyName;
  private String companyImo;
  private String country;
  private String flagStates;
  private String sector;
  private String domain;

  /** Opens the step with what is known; the domain of the work address is offered. */
  public void load() {
    if (!page.enter(Step.COMPANY) || FacesContext.getCurrentInstance().isPostback()) {
      return;
    }
    CompanyAnswers known = page.getView().company();
    if (known == null) {
      String email = page.getView().email();
      domain = email.substring(email.lastIndexOf('@') + 1);
      return;
    }
    companyName = known.name();
    companyImo = known.imo();
    country = page.country(known.country());
    flagStates = page.countries(known.flagStates());
    sector = known.sector().name();
    domain = known.mailDomain();
  }

  /** Keeps what was typed and goes on. */
  public void save() {
    if (page.closed()) {
      return;
    }
    try {
      service.company(
          page.id(),
          new TypedCompany(companyName, companyImo, country, flagStates, sector, domain));
      page.goOn();
    } catch (InvalidException refused) {
      Answers.invalid(FacesContext.getCurrentInstance(), refused);
    } catch (ConflictException sent) {
      JoinPage.refuse("companyName", sent);
    }
  }

  /** Every sector, for choice. */
  public List<SelectItem> getSectorItems() {
    return Arrays.stream(Sector.values())
        .map(one -> new SelectItem(one.name(), one.words()))
        .toList();
  }

  public String getCompanyName() {
    return companyName;
  }

  public void setCompanyName(String companyName) {
    this.companyName = companyName;
  }

  public String getCompanyImo() {
    return companyImo;
  }

  public void setCompanyImo(String companyImo) {
    this.companyImo = companyImo;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  public String getFlagStates() {
    return flagStates;
  }

  public void setFlagStates(String flagStates) {
    this.flagStates = flagStates;
  }

  public String getSector() {
    return sector;
  }

  public void setSector(String sector) {
    this.sector = sector;
  }

  public String getDomain() {
    return domain;
  }

  public void setDomain(String domain) {
    this.domain = domain;
  }
}
