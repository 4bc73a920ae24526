package org.csoalliance.membership.agreement;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/**
 * Keeps what the alliance agreed with partners. A partner reads more than the public only while an
 * agreement that names the person is in force; one that is ended counts for nobody from the next
 * request on. What changed is a new agreement: an old one stays as it was.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, EDITOR})
public class AgreementService {
  private static final int MOST_PEOPLE = 50;

  @Inject private AgreementRepository agreements;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public AgreementService() {}

  /** For tests. */
  public AgreementService(
      AgreementRepository agreements, AuditLog audit, CallerContext caller, Clock clock) {
    this.agreements = agreements;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Every agreement, those in force first. */
  public List<PartnerAgreement> all() {
    return agreements.all();
  }

  /**
   * Keeps a new agreement.
   *
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public void make(NewAgreement given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String organisation = PlainText.line(given.organisation(), 201);
    if (organisation.length() < 2 || organisation.length() > 200) {
      wrong.put("organisation", "Enter the organisation, in 2 to 200 characters.");
    }
    if (given.ceiling() == null || given.ceiling() == Agreement.NONE) {
      wrong.put("ceiling", "Choose how far it reads.");
    }
    if (given.from() == null) {
      wrong.put("from", "Enter the first day, such as 2027-01-31.");
    } else if (given.to() != null && given.to().isBefore(given.from())) {
      wrong.put("to", "The last day must not lie before the first.");
    } else if (given.to() != null && given.to().isBefore(LocalDate.now(clock))) {
      wrong.put("to", "The last day is over. Enter one to come, or leave it empty.");
    }
    String note = PlainText.line(given.note(), 501);
    if (note.length() > 500) {
      wrong.put("note", "Shorten the note to 500 characters.");
    }
    List<Long> people = people(given.emails(), wrong);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    agreements.add(
        new NewAgreement(
            organisation, given.ceiling(), given.from(), given.to(), note, given.emails()),
        people,
        caller.reader(),
        clock.instant());
    audit.record(
        caller.reader(),
        "agreement.made",
        "agreement",
        organisation,
        "reads TLP:" + given.ceiling() + ", " + people.size() + " people");
  }

  private List<Long> people(List<String> emails, Map<String, String> wrong) {
    List<Long> people = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String email : emails) {
      String key = email.strip().toLowerCase(Locale.ROOT);
      if (!key.isEmpty()) {
        agreements
            .partner(key)
            .filter(id -> !people.contains(id))
            .ifPresentOrElse(people::add, () -> unknown.add(email.strip()));
      }
    }
    if (!unknown.isEmpty()) {
      wrong.put(
          "emails",
          "No account with the role of a partner, or named twice: " + String.join(", ", unknown));
    } else if (people.isEmpty() || people.size() > MOST_PEOPLE) {
      wrong.put("emails", "Enter the work addresses of 1 to 50 people who are partners here.");
    }
    return people;
  }

  /**
   * Ends an agreement at once.
   *
   * @param reason 5 to 500 characters
   * @throws ConflictException when there is none such that goes on
   */
  public void end(long id, String reason) {
    String why = PlainText.line(reason, 501);
    if (why.length() < 5 || why.length() > 500) {
      throw new InvalidException("endReason", "Give the reason, in 5 to 500 characters.");
    }
    String organisation =
        agreements
            .end(id, why, caller.reader(), clock.instant())
            .orElseThrow(() -> new ConflictException("This agreement is ended already."));
    audit.record(caller.reader(), "agreement.ended", "agreement", organisation, "");
  }
}
