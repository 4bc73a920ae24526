package org.csoalliance.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.membership.AccountAccess;
import org.csoalliance.membership.SignedIn;
import org.csoalliance.membership.TokenReader;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;

/**
 * Says at every request who is calling: the owner of the session, or of a token at the interface.
 * The session keeps no roles; they are read from the database, in one statement, so that a change
 * counts at once. The container's own way of restoring a session's identity is not used: Payara
 * answered parallel requests wrongly with it.
 */
@ApplicationScoped
public class AllianceAuthenticationMechanism implements HttpAuthenticationMechanism {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String BEARER = "Bearer ";

  @Inject private IdentityStoreHandler stores;
  @EJB private AccountAccess access;
  @Inject private BrowserSession sessions;
  @Inject private Settings settings;
  @Inject private Unavailable unavailable;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Credential credential = context.getAuthParameters().getCredential();
    if (credential != null) {
      return signIn(request, context, credential);
    }
    String path = path(request);
    if (isStatic(path)) {
      return context.doNothing();
    }
    if (unavailable.answer(request, response, path)) {
      return AuthenticationStatus.SEND_CONTINUE;
    }
    if (path.equals("/taxii2") || path.startsWith("/taxii2/")) {
      return taxii(request, context);
    }
    boolean api = path.startsWith("/api/");
    if (api || path.equals("/metrics")) {
      String authorization = request.getHeader("Authorization");
      if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, 7)) {
        return token(request, context, authorization.substring(BEARER.length()).strip());
      }
    }
    Optional<BrowserSession.Live> session =
        api && !mayUseSession(request) ? Optional.empty() : sessions.of(request);
    if (api && session.isPresent() && !SAFE.contains(request.getMethod())) {
      return refuse(request, context, Problem.NEEDS_TOKEN);
    }
    if (session.isPresent() && context.isProtected() && isOutOfReach(path, session.get())) {
      return redirect(request, response, "/me/security");
    }
    if (session.isPresent()) {
      return authenticated(request, context, session.get());
    }
    if (!context.isProtected()) {
      return context.doNothing();
    }
    return redirect(request, response, "/sign-in?from=" + from(request, path));
  }

  /** Before any filter is asked, so the headers are written here. */
  private AuthenticationStatus redirect(
      HttpServletRequest request, HttpServletResponse response, String path) {
    SecurityHeadersFilter.apply(
        request, response, SecurityHeadersFilter.isSecure(request, settings));
    try {
      Redirect.to(response, request.getContextPath() + path);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }

  private AuthenticationStatus signIn(
      HttpServletRequest request, HttpMessageContext context, Credential credential) {
    if (credential instanceof ProvenCredential proven) {
      return authenticated(
          request, context, sessions.begin(request, proven.who(), proven.strong()));
    }
    CredentialValidationResult result = stores.validate(credential);
    if (result.getStatus() != CredentialValidationResult.Status.VALID
        || !(result.getCallerPrincipal() instanceof AccountPrincipal principal)) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    SignedIn signedIn = principal.signedIn();
    boolean strong = credential instanceof ProviderCredential provided && provided.strong();
    if (signedIn.secondFactor() && !strong) {
      sessions.halfWay(request, signedIn);
      return AuthenticationStatus.SEND_FAILURE; // nobody is signed in yet
    }
    return authenticated(request, context, sessions.begin(request, signedIn, strong));
  }

  /**
   * A TAXII client sends a token as it is, or as the password of basic authentication (TAXII 2.1,
   * 1.6.9), whatever the name. No session is used there; without a token that reads, the server
   * itself answers 401 in its own format.
   */
  private AuthenticationStatus taxii(HttpServletRequest request, HttpMessageContext context) {
    return TokenHeader.of(request.getHeader("Authorization"))
        .flatMap(access::ofToken)
        .filter(token -> token.scopes().contains(TokenReader.READ))
        .map(token -> authenticated(request, context, token.reader()))
        .orElseGet(context::doNothing);
  }

  private AuthenticationStatus token(
      HttpServletRequest request, HttpMessageContext context, String plain) {
    Optional<TokenReader> token = access.ofToken(plain);
    if (token.isEmpty()) {
      return refuse(request, context, Problem.BAD_TOKEN);
    }
    boolean safe = SAFE.contains(request.getMethod());
    if (!token.get().scopes().contains(safe ? TokenReader.READ : TokenReader.WRITE)) {
      return refuse(request, context, safe ? Problem.NO_READ_SCOPE : Problem.NO_WRITE_SCOPE);
    }
    return authenticated(request, context, token.get().reader());
  }

  private static AuthenticationStatus authenticated(
      HttpServletRequest request, HttpMessageContext context, BrowserSession.Live live) {
    request.setAttribute(CallerFilter.PROOF, live.proof());
    return authenticated(request, context, live.reader());
  }

  private static AuthenticationStatus authenticated(
      HttpServletRequest request, HttpMessageContext context, Reader reader) {
    request.setAttribute(CallerFilter.READER, reader);
    return context.notifyContainerAboutLogin(
        Long.toString(reader.accountId()), AccountIdentityStore.groups(reader));
  }

  /** The filter writes the refusal: servers differ in what becomes of one written here. */
  private static AuthenticationStatus refuse(
      HttpServletRequest request, HttpMessageContext context, Problem problem) {
    request.setAttribute(CallerFilter.REFUSED, problem);
    return context.doNothing();
  }

  /** Whose roles are withheld is led to where a second factor is set up. */
  private static boolean isOutOfReach(String path, BrowserSession.Live live) {
    return live.proof().limited()
        && !path.startsWith("/me/security")
        && (live.reader().roles().isEmpty() || !path.startsWith("/me"));
  }

  /** A browser's session reads the interface only for a page of our own. */
  private static boolean mayUseSession(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null || site.equals("same-origin") || site.equals("none");
  }

  private static boolean isStatic(String path) {
    return path.startsWith("/assets/")
        || path.startsWith("/jakarta.faces.resource/")
        || path.startsWith("/health/");
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  private static String from(HttpServletRequest request, String path) {
    boolean get = request.getMethod().equals("GET");
    String query = request.getQueryString();
    String from = get && query != null ? path + "?" + query : path;
    return URLEncoder.encode(from, StandardCharsets.UTF_8);
  }
}
