package org.csoalliance.membership.vetting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.membership.join.Application;
import org.csoalliance.membership.join.ApplicationRepository;
import org.csoalliance.membership.join.ApplicationState;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/** An application on an officer's desk: found, locked, and judged by what was done with it. */
@Dependent
public class VettingDesk {
  private static final int LEAST_TEXT = 10;
  private static final int MOST_TEXT = 2000;

  private ApplicationRepository applications;
  private VettingRepository repository;
  private SharedDomains shared;
  private CallerContext caller;
  private Clock clock;

  /** For CDI. */
  protected VettingDesk() {}

  /** Works for the caller of this request. */
  @Inject
  public VettingDesk(
      ApplicationRepository applications,
      VettingRepository repository,
      SharedDomains shared,
      CallerContext caller,
      Clock clock) {
    this.applications = applications;
    this.repository = repository;
    this.shared = shared;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * An application that is being worked on.
   *
   * @param known what the alliance knows of its person and company
   */
  record Taken(Application application, VettingRepository.Known known, VettingStanding standing) {
    long id() {
      return known.id();
    }
  }

  Reader officer() {
    return caller.reader();
  }

  Instant now() {
    return clock.instant();
  }

  VettingRepository.Known visible(String reference) {
    return repository
        .visible(reference, officer().accountId(), shared.all())
        .orElseThrow(() -> new NotFoundException("There is no application of this number."));
  }

  /** Takes the application and keeps others from it until the end of the transaction. */
  Taken take(String reference) {
    VettingRepository.Known known = visible(reference);
    Application application = applications.lock(reference).orElseThrow();
    return new Taken(
        application,
        known,
        standing(application, repository.checks(known.id()), repository.steps(known.id())));
  }

  /**
   * The same, unless it changed since the officer looked.
   *
   * @param seen its version then
   */
  Taken take(String reference, int seen) {
    Taken taken = take(reference);
    if (taken.application().version() != seen) {
      throw moved(taken.application().course().state());
    }
    return taken;
  }

  static ConflictException moved(ApplicationState state) {
    return new ConflictException(
        "Somebody else worked on this application meanwhile. It is now: "
            + words(state).toLowerCase(Locale.ROOT)
            + ". Look at it again.");
  }

  /** A state as officers read it. */
  static String words(ApplicationState state) {
    return switch (state) {
      case DRAFT -> "Not sent";
      case SUBMITTED -> "Waits for the first check";
      case MORE_ASKED -> "More was asked";
      case CHECKED -> "Waits for the second officer";
      case APPROVED -> "Approved";
      case REFUSED -> "Refused";
      case APPEALED -> "Appeal to decide";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  private VettingStanding standing(
      Application application, List<Check> checks, List<VettingStep> steps) {
    boolean third =
        application.course().state() == ApplicationState.APPEALED
            && repository.untouched(application.id()).stream()
                .anyMatch(id -> seenBy(application.reference(), id));
    return VettingStanding.of(
        application.course().state(),
        application.role(),
        officer().accountId(),
        checks,
        steps,
        third);
  }

  private boolean seenBy(String reference, long officer) {
    return repository.visible(reference, officer, shared.all()).isPresent();
  }

  /** Everything an officer reads of it. */
  VettingCase read(String reference) {
    VettingRepository.Known known = visible(reference);
    Application application = applications.byReference(reference).orElseThrow();
    List<Check> checks = repository.checks(known.id());
    List<VettingStep> steps = repository.steps(known.id());
    Map<CheckItem, Check> newest = new EnumMap<>(CheckItem.class);
    checks.forEach(check -> newest.put(check.item(), check));
    return new VettingCase(
        reference,
        application.course().state(),
        application.version(),
        person(application, known),
        company(application, known),
        dates(application),
        new VettingCase.Words(
            application.course().asked(),
            application.course().reply(),
            application.course().refusal(),
            application.course().appealText()),
        repository.ships(known.id()),
        repository.vouchers(known.id()),
        applications.proofs(known.id()),
        List.copyOf(newest.values()),
        reversed(checks),
        repository.notes(known.id()),
        reversed(steps),
        standing(application, checks, steps));
  }

  private VettingCase.Person person(Application application, VettingRepository.Known known) {
    String domain = domain(application);
    return new VettingCase.Person(
        application.name(),
        application.email(),
        domain,
        List.of(shared.all().split(" ")).contains(domain),
        application.telephone(),
        application.role(),
        application.accountId() != null,
        known.usable());
  }

  /** The domain of the work address. */
  static String domain(Application application) {
    return application.emailKey().replaceAll("^.*@", "");
  }

  /** The domain of the company's mail as it is kept; null where many companies share it. */
  String companyDomain(Application application) {
    String domain =
        application.mailDomain() == null ? domain(application) : application.mailDomain();
    return List.of(shared.all().split(" ")).contains(domain) ? null : domain;
  }

  private static VettingCase.Company company(
      Application application, VettingRepository.Known known) {
    return new VettingCase.Company(
        application.companyName(),
        application.companyImo(),
        application.companyCountry(),
        application.mailDomain(),
        application.flagStates(),
        application.sector(),
        known.companyName(),
        known.companyDomain(),
        known.people());
  }

  private VettingCase.Dates dates(Application application) {
    Instant now = now();
    Instant submitted = application.course().submittedAt();
    boolean late =
        application.course().answerBy() != null
            ? application.course().answerBy().isBefore(now)
            : submitted != null && submitted.isBefore(PromisedDay.overdueBefore(now));
    return new VettingCase.Dates(
        submitted,
        submitted == null ? 0 : PromisedDay.age(submitted, now),
        VettingQueueRepository.promised(application.course().answerBy(), submitted),
        application.course().state().waiting() && late,
        application.acceptedAt(),
        application.codeVersion(),
        application.privacyVersion(),
        application.course().decidedAt(),
        application.course().purgeAt());
  }

  /**
   * A text that the applicant, or another officer, will read.
   *
   * @throws InvalidException when it is too short or too long
   */
  static String text(String field, String typed) {
    String text = PlainText.column(typed, Integer.MAX_VALUE).strip();
    int length = text.codePointCount(0, text.length());
    if (PlainText.line(text, Integer.MAX_VALUE).length() < LEAST_TEXT || length > MOST_TEXT) {
      throw new InvalidException(field, "Write 10 to 2,000 characters");
    }
    return text;
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> turned = new ArrayList<>(list);
    Collections.reverse(turned);
    return turned;
  }
}
