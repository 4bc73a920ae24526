package org.csoalliance.membership.join;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.membership.LinkCode;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.settings.DemonstrationStarted;

/**
 * Makes up the applications of a demonstration, of different ages and states, with made-up people,
 * numbers and papers. The papers are left out where there is no key to seal them with.
 */
@Dependent
public class DemoApplications {
  private ApplicationRepository applications;
  private JoinRepository links;
  private SealedFiles files;
  private DemoPeople people;
  private AuditLog audit;

  /** For CDI. */
  protected DemoApplications() {}

  /** Writes through the given repositories. */
  @Inject
  public DemoApplications(
      ApplicationRepository applications,
      JoinRepository links,
      SealedFiles files,
      DemoPeople people,
      AuditLog audit) {
    this.applications = applications;
    this.links = links;
    this.files = files;
    this.people = people;
    this.audit = audit;
  }

  /** Makes them all. */
  public void create(@Observes DemonstrationStarted started) {
    Instant now = started.at();
    Long applicant = people.person("applicant").accountId();
    Application corvo =
        made(
            "applicant@demo.example",
            "G. Applicant",
            Capacity.PRIMARY,
            new CompanyAnswers(
                "Corvo Bulk Carriers",
                "9990021",
                "PT",
                Sector.BULK,
                List.of("PA"),
                "corvo.example"),
            List.of(
                new ApplicationShip("9900033", "Corvo Trader", ShipType.BULK_CARRIER, "PA"),
                new ApplicationShip("9900071", "Corvo Venture", ShipType.BULK_CARRIER, "PA")),
            now.minus(Duration.ofDays(2)));
    corvo.belongsTo(applicant);
    links.vouchers(corvo.id(), List.of("member@demo.example"), List.of("member@demo.example"));
    links.findVouchers(corvo.id());
    links.asked(
        corvo.id(),
        "member@demo.example",
        LinkCode.hash(LinkCode.make()),
        corvo.course().submittedAt());

    made(
        "officer@puffin.example",
        "P. Puffin",
        Capacity.PRIMARY,
        new CompanyAnswers(
            "Puffin Ferries", "9990096", "NO", Sector.FERRY, List.of("NO", "FO"), "puffin.example"),
        List.of(
            new ApplicationShip("9900148", "Puffin Express", ShipType.FERRY, "NO"),
            new ApplicationShip("9900150", "Puffin Night", ShipType.FERRY, "FO")),
        now.minus(Duration.ofDays(9)));

    Application asked =
        made(
            "deputy@gannet.example",
            "R. Gannet",
            Capacity.ALTERNATE,
            new CompanyAnswers(
                "Gannet Lines", "9990105", "GR", Sector.CONTAINER, List.of("LR"), "gannet.example"),
            List.of(new ApplicationShip("9900162", "Gannet Arrow", ShipType.CONTAINER, "LR")),
            now.minus(Duration.ofDays(4)));
    asked
        .course()
        .askMore(
            "The letter of designation names no ships. Send one that lists those you answer for.");
    applications.flush();
    audit.record(Reader.SYSTEM, "demonstration.made", "application", "all", "3 applications");
  }

  private Application made(
      String email,
      String name,
      Capacity role,
      CompanyAnswers company,
      List<ApplicationShip> ships,
      Instant sent) {
    Application made = new Application(email, email, role, sent.minus(Duration.ofHours(1)));
    applications.add(made);
    made.person(name, "+44 20 7946 0000");
    made.company(company);
    made.accepted(JoinRules.CODE_VERSION, JoinRules.PRIVACY_VERSION, sent);
    applications.ships(made.id(), ships);
    if (files.ready()) {
      paper(made, ProofKind.DESIGNATION, "letter-of-designation.pdf", "Letter of designation");
      if (role == Capacity.PRIMARY) {
        paper(made, ProofKind.DOC, "document-of-compliance.pdf", "Document of compliance");
      }
    }
    made.submit(
        applications.nextReference(sent.atOffset(ZoneOffset.UTC).getYear()),
        null,
        sent,
        WorkingDays.after(sent, WorkingDays.PROMISED));
    applications.flush();
    return made;
  }

  private void paper(Application of, ProofKind kind, String fileName, String title) {
    byte[] content =
        MadePdf.of(
            title,
            "",
            "MADE UP FOR A DEMONSTRATION. No such company, person or ship exists.",
            "",
            of.companyName() + ", IMO company number " + of.companyImo(),
            "Company security officer: " + of.name(),
            of.role().words());
    UUID file = files.seal(ApplicationProofService.PURPOSE, content);
    applications.add(
        of.id(),
        kind,
        file,
        fileName,
        "application/pdf",
        content.length,
        Sha256.of(content),
        of.createdAt());
  }
}
