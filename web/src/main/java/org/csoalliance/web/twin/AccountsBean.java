package org.csoalliance.web.twin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.twin.Accounts;
import org.csoalliance.web.incident.IncidentViewBean;

/** The other accounts on the page of an incident. */
@Named("incidentAccounts")
@RequestScoped
public class AccountsBean {
  @Inject private IncidentViewBean page;

  /** The accounts; null when there is no such incident. */
  public Accounts getAccounts() {
    IncidentDetail detail = page.getDetail();
    return detail == null ? null : detail.part(Accounts.class);
  }

  /** Whether there are others, or this one is an account itself. */
  public boolean isShown() {
    Accounts accounts = getAccounts();
    return accounts != null && (accounts.survivor() != null || !accounts.others().isEmpty());
  }
}
