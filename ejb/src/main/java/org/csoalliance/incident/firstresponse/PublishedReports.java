package org.csoalliance.incident.firstresponse;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.csoalliance.platform.sharing.Tlp;

/** Published reports for who mails them; what each recipient may read is theirs to ask. */
@Dependent
public class PublishedReports {
  private FirstResponseRepository reports;

  /** For CDI. */
  protected PublishedReports() {}

  /** Reads through the given repository. */
  @Inject
  public PublishedReports(FirstResponseRepository reports) {
    this.reports = reports;
  }

  /** The report by its version of now; empty when it was never published. */
  public Optional<Notice> notice(long id) {
    return reports
        .current(id)
        .map(
            row ->
                new Notice(
                    row.report(),
                    row.reference(),
                    row.slug(),
                    row.current(),
                    row.step(),
                    row.note(),
                    row.content(),
                    row.publishedAt(),
                    row.at(),
                    reports.sources(id).stream()
                        .anyMatch(source -> source.source().tlp() == Tlp.RED),
                    row.withdrawnReason()));
  }
}
