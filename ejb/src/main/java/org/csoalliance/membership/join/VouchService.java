package org.csoalliance.membership.join;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.csoalliance.membership.LinkCode;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/** Asks members whom an applicant named. Whoever holds the code of the mail may call, once. */
@Stateless
@PermitAll
public class VouchService {
  private static final Duration OPEN = Duration.ofDays(30);

  @Inject private JoinRepository links;
  @Inject private ApplicationRepository applications;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public VouchService() {}

  /** For tests. */
  VouchService(
      JoinRepository links, ApplicationRepository applications, AuditLog audit, Clock clock) {
    this.links = links;
    this.applications = applications;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whom a member is asked about. */
  public record Question(String name, String company, String role) {}

  /**
   * The question behind a code.
   *
   * @throws NotFoundException when it was answered, is too old, or never was
   */
  public Question question(String code) {
    Application application = application(open(code));
    return new Question(application.name(), application.companyName(), application.role().words());
  }

  /**
   * Takes the answer; the code is used up.
   *
   * @throws InvalidException with a sentence for {@code answer}
   * @throws NotFoundException as {@link #question}
   */
  public void answer(String code, Voucher.Answer answer) {
    JoinRepository.OpenVoucher voucher = open(code);
    if (answer == null) {
      throw new InvalidException("answer", "Choose one of the two");
    }
    links.answered(voucher, answer, clock.instant());
    audit.record(
        new Reader(voucher.accountId(), voucher.memberName(), null, Set.of(Role.MEMBER)),
        "application.voucher_answered",
        "application",
        JoinService.ref(application(voucher)),
        answer.words());
  }

  private JoinRepository.OpenVoucher open(String code) {
    return links
        .openVoucher(LinkCode.hash(code), clock.instant().minus(OPEN))
        .orElseThrow(() -> new NotFoundException("This question was answered or is too old"));
  }

  private Application application(JoinRepository.OpenVoucher voucher) {
    return applications.find(voucher.applicationId()).orElseThrow(ApplicationDraftService::gone);
  }
}
