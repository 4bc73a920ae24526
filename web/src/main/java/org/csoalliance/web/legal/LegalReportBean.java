package org.csoalliance.web.legal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.membership.legal.Acceptance;
import org.csoalliance.membership.legal.AcceptedCount;
import org.csoalliance.membership.legal.LegalDocument;
import org.csoalliance.membership.legal.LegalReportService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Plural;

/** The page {@code /admin/legal}, for administrators and auditors. */
@Named("legalReport")
@RequestScoped
public class LegalReportBean {
  @EJB private LegalReportService service;
  @Inject private CallerContext caller;

  private List<AcceptedCount> counts = List.of();
  private List<Acceptance> people = List.of();

  /** Reads figures and people. */
  public void load() {
    if (!caller.reader().is(Role.ADMINISTRATOR) && !caller.reader().is(Role.AUDITOR)) {
      Answers.forbidden(FacesContext.getCurrentInstance());
      return;
    }
    counts = service.counts();
    people = service.people(getDocument(), getWho());
  }

  /** The text that is asked for. */
  public LegalDocument getDocument() {
    return LegalDocument.of(Asked.parameter("document"))
        .filter(LegalDocument::asked)
        .orElse(LegalDocument.CONDUCT);
  }

  /** Every text that is asked. */
  public List<LegalDocument> getDocuments() {
    return Arrays.stream(LegalDocument.values()).filter(LegalDocument::asked).toList();
  }

  /** The part of a name that is looked for. */
  public String getWho() {
    String who = Asked.parameter("who");
    return who == null ? "" : who;
  }

  public List<AcceptedCount> getCounts() {
    return counts;
  }

  public List<Acceptance> getPeople() {
    return people;
  }

  /** How many people are listed, in words. */
  public String getCount() {
    return Plural.of(people.size(), "person", "people");
  }
}
