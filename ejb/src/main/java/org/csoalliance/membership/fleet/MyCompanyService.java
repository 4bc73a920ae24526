package org.csoalliance.membership.fleet;

import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** The company that the caller serves. */
@Stateless
@RolesAllowed(MEMBER)
public class MyCompanyService {
  @Inject private CompanyViewRepository companies;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public MyCompanyService() {}

  MyCompanyService(CompanyViewRepository companies, CallerContext caller) {
    this.companies = companies;
    this.caller = caller;
  }

  /** The company with those who serve it; empty when the caller serves none. */
  public Optional<CompanyView> mine() {
    Reader reader = caller.reader();
    return reader.companyId() == null
        ? Optional.empty()
        : companies.find(reader.companyId(), reader.accountId());
  }
}
