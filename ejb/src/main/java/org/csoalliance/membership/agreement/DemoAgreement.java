package org.csoalliance.membership.agreement;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;

/** The made-up agreement of a demonstration, in the transaction that made its people. */
@Dependent
public class DemoAgreement {
  private AgreementRepository agreements;

  /** For CDI. */
  protected DemoAgreement() {}

  /** Writes through the given repository. */
  @Inject
  public DemoAgreement(AgreementRepository agreements) {
    this.agreements = agreements;
  }

  /** Makes it. */
  public void create(@Observes DemonstrationStarted started) {
    LocalDate today = LocalDate.ofInstant(started.at(), ZoneOffset.UTC);
    String mail = "partner@demo.example";
    agreements
        .partner(mail)
        .ifPresent(
            partner ->
                agreements.add(
                    new NewAgreement(
                        "Gulf of Guinea Reporting Centre",
                        Agreement.GREEN,
                        today.minusDays(90),
                        today.plusYears(1),
                        "Reads what is TLP:GREEN and answers for it as members do.",
                        List.of(mail)),
                    List.of(partner),
                    Reader.SYSTEM,
                    started.at()));
  }
}
