package org.csoalliance.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.csoalliance.membership.AccountAccess;
import org.csoalliance.membership.OpenSession;
import org.csoalliance.membership.SessionRegister;
import org.csoalliance.membership.SignedIn;
import org.csoalliance.membership.factor.SecondFactorPolicy;
import org.csoalliance.platform.security.CallerContext.Proof;
import org.csoalliance.platform.security.Reader;

/** The session of a browser: begun at sign-in, looked at with every request. */
@ApplicationScoped
public class BrowserSession {
  @EJB private AccountAccess access;
  @EJB private SessionRegister register;
  @Inject private SecondFactorPolicy policy;
  @Inject private SessionSettings settings;
  @Inject private Clock clock;

  /**
   * A session that counts.
   *
   * @param reader the owner with the roles that count in this session
   * @param proof what it knows of its sign-in
   */
  public record Live(Reader reader, Proof proof) {}

  /** Begins a session; an id that somebody planted is worth nothing. */
  public Live begin(HttpServletRequest request, SignedIn who, boolean strong) {
    HttpSession session = fresh(request);
    Instant now = clock.instant();
    SessionMark mark =
        new SessionMark(
            who.accountId(),
            who.sessionStamp(),
            register.begin(
                who.accountId(),
                SourceAddress.of(request, settings.proxyTrusted()),
                DeviceName.of(request.getHeader("User-Agent")),
                strong),
            now,
            now,
            strong);
    session.setMaxInactiveInterval((int) settings.idle().toSeconds());
    session.setAttribute(SessionMark.ATTRIBUTE, mark);
    HalfWay.forget(request);
    return live(who.reader(), mark);
  }

  /** Keeps that the password was right, until the second factor comes. */
  public void halfWay(HttpServletRequest request, SignedIn who) {
    new HalfWay(who.accountId(), who.sessionStamp(), clock.instant()).keep(fresh(request));
  }

  /**
   * Notes that the caller proved a credential again.
   *
   * @param strong whether it was a second factor
   */
  public void proved(HttpServletRequest request, boolean strong) {
    HttpSession session = request.getSession(false);
    if (session != null
        && session.getAttribute(SessionMark.ATTRIBUTE) instanceof SessionMark mark) {
      session.setAttribute(SessionMark.ATTRIBUTE, mark.proved(clock.instant(), strong));
      if (strong && !mark.strong()) {
        register.strengthen();
      }
    }
  }

  /** The session of a request; one that is over is taken away. */
  public Optional<Live> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(SessionMark.ATTRIBUTE) instanceof SessionMark mark)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<OpenSession> open =
        mark.over(now, settings.lifetime())
            ? Optional.empty()
            : access.current(mark.accountId(), mark.sessionStamp(), mark.session());
    if (open.isEmpty()) {
      session.invalidate();
      return Optional.empty();
    }
    if (open.get().stale(now)) {
      register.seen(mark.session());
    }
    return Optional.of(live(open.get().reader(), mark));
  }

  private Live live(Reader reader, SessionMark mark) {
    boolean limited = !mark.strong() && policy.requires(reader.roles());
    return new Live(
        limited ? policy.limit(reader) : reader,
        new Proof(mark.session(), mark.provedAt(), mark.strong(), limited));
  }

  private static HttpSession fresh(HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    return request.getSession();
  }
}
