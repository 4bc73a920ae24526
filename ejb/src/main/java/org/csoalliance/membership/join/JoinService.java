package org.csoalliance.membership.join;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.LinkCode;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * The door: a stranger gives a role and a work address and gets a mail. An address that has an
 * account gets another mail after the same work, and nobody at the page learns which. Anyone may
 * call.
 */
@Stateless
@PermitAll
public class JoinService {
  /** Mails to one address within the span. */
  static final int MOST_ADDRESS = 3;

  /** Mails asked for from one source within the span. */
  static final int MOST_SOURCE = 30;

  private static final Duration SPAN = Duration.ofHours(1);
  private static final Duration REFUSED_STAYS = Duration.ofDays(30);

  @Inject private JoinRepository links;
  @Inject private ApplicationRepository applications;
  @Inject private ApplicationLinks mailLinks;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public JoinService() {}

  /** For tests. */
  JoinService(
      JoinRepository links,
      ApplicationRepository applications,
      ApplicationLinks mailLinks,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.links = links;
    this.applications = applications;
    this.mailLinks = mailLinks;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Mails a link to the address, or that it has an account; an account whose membership has ended
   * may apply again. Past the limits nothing is mailed, and the answer is the same.
   *
   * @param role as what the person would serve
   * @param typed the work address as typed, null as nothing
   * @param source where it is asked from, at most 64 characters
   * @throws InvalidException with a sentence for {@code email} or {@code role}
   */
  public void begin(Capacity role, String typed, String source) {
    if (role == null) {
      throw new InvalidException("role", "Say as what you serve your company");
    }
    String email = email("email", typed);
    String key = email.toLowerCase(Locale.ROOT);
    Instant now = clock.instant();
    links.lock(key, source);
    JoinRepository.Asked asked =
        links.asked(key, source, now.minus(SPAN), now.minus(REFUSED_STAYS));
    if (asked.ofAddress() >= MOST_ADDRESS || asked.ofSource() >= MOST_SOURCE) {
      return;
    }
    String code = LinkCode.make();
    links.addLink(
        LinkCode.hash(code),
        asked.applicationId(),
        email,
        key,
        role,
        asked.mayApply(),
        source,
        now,
        now.plus(ApplicationLinks.VALID));
    outbox.queue(
        List.of(
            asked.mayApply()
                ? JoinMail.begin(email, mailLinks.url(code))
                : JoinMail.known(email, mailLinks.base())));
  }

  /**
   * Follows a link: finds its application, or begins it at the first time.
   *
   * @param code as it stands in the address, null as nothing
   * @return the application's id, for the session alone
   * @throws NotFoundException when the code was never valid or is no longer
   */
  public long open(String code) {
    JoinRepository.Link link =
        links
            .link(LinkCode.hash(code), clock.instant())
            .orElseThrow(() -> new NotFoundException("This link opens nothing any longer"));
    if (link.applicationId() != null) {
      return link.applicationId();
    }
    Application begun =
        new Application(link.email(), link.emailKey(), link.role(), clock.instant());
    links.former(link.emailKey()).ifPresent(begun::belongsTo);
    applications.add(begun);
    links.linksOpen(link.emailKey(), begun.id());
    audit.record(Reader.VISITOR, "application.begun", "application", ref(begun), "");
    return begun.id();
  }

  /** The newest application of the caller's account, for the session alone; empty for none. */
  public Optional<Long> ofCaller() {
    Long account = caller.reader().accountId();
    return account == null
        ? Optional.empty()
        : applications.ofAccount(account).map(Application::id);
  }

  /**
   * Reads a work address.
   *
   * @throws InvalidException with a sentence for the field
   */
  static String email(String field, String typed) {
    String email = typed == null ? "" : typed.strip();
    if (!MailAddress.valid(email)
        || email.length() > 254
        || email.indexOf('.', email.indexOf('@')) < 0) {
      throw new InvalidException(field, "Enter an e-mail address, like name@company.example");
    }
    return email;
  }

  /** How the audit log names an application. */
  static String ref(Application application) {
    return application.reference() == null ? "draft " + application.id() : application.reference();
  }
}
