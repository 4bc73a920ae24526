package org.csoalliance.membership.identity;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.Base64;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the directory of the deployment (LDAP, Active Directory) whether an address and a password
 * belong together. What was typed enters a filter escaped (RFC 4515) and never a name; a password
 * without characters is refused before it is sent, since a directory takes it for nobody's bind
 * (RFC 4513, 5.1.2). Referrals are not followed. Passwords travel under TLS only, except on this
 * machine.
 */
@ApplicationScoped
public class Directory {
  private static final Logger LOG = Logger.getLogger(Directory.class.getName());
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 5_000;
  private static final int ACCOUNT_DISABLE = 0x2; // of userAccountControl
  private static final String NOBODY = "cn=nobody-of-this-name";
  private static final List<String> SUBJECTS =
      List.of("entryUUID", "objectGUID", "ipaUniqueID", "nsUniqueId");

  @Inject private IdentitySettings settings;

  /** Made by the container. */
  public Directory() {}

  /** For tests. */
  public Directory(IdentitySettings settings) {
    this.settings = settings;
  }

  /** Whether the deployment has a directory. */
  public boolean configured() {
    return settings.directory().isPresent();
  }

  /**
   * Checks an address and a password. A person who is not found costs a bind too, so that time
   * tells little.
   *
   * @param email as typed
   * @param password as typed
   * @return empty when they do not belong together, or the directory does not answer
   */
  public Optional<ProvidedIdentity> authenticate(String email, String password) {
    if (email.isBlank() || password.isEmpty() || password.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    URI url = URI.create(settings.directory().orElseThrow());
    try (LDAPConnection connection = connect(url)) {
      Optional<SearchResultEntry> person = person(connection, email);
      Set<String> groups =
          person.isPresent()
              ? new DirectoryGroups(connection, settings).of(person.get())
              : Set.of();
      String dn =
          person.map(Entry::getDN).orElse(NOBODY + "," + required("alliance.ldap.user.base"));
      boolean proved = binds(connection, dn, password);
      return proved && person.isPresent() && !disabled(person.get())
          ? Optional.of(identity(person.get(), groups))
          : Optional.empty();
    } catch (LDAPException | GeneralSecurityException failed) {
      LOG.log(Level.WARNING, "The directory did not answer: {0}", failed.getMessage());
      return Optional.empty();
    }
  }

  private LDAPConnection connect(URI url) throws LDAPException, GeneralSecurityException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis(CONNECT_MILLIS);
    options.setResponseTimeoutMillis(ANSWER_MILLIS);
    options.setFollowReferrals(false);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
    boolean ldaps = url.getScheme().toLowerCase(Locale.ROOT).equals("ldaps");
    int port = url.getPort() > 0 ? url.getPort() : ldaps ? 636 : 389;
    SSLUtil tls = new SSLUtil(JVMDefaultTrustManager.getInstance());
    LDAPConnection connection =
        ldaps
            ? new LDAPConnection(tls.createSSLSocketFactory(), options, url.getHost(), port)
            : new LDAPConnection(options, url.getHost(), port);
    try {
      if (!ldaps && !IdentitySettings.isThisMachine(url.getHost())) {
        ExtendedResult started =
            connection.processExtendedOperation(
                new StartTLSExtendedRequest(tls.createSSLContext()));
        if (!started.getResultCode().equals(ResultCode.SUCCESS)) {
          throw new LDAPException(started.getResultCode(), "StartTLS was refused");
        }
      }
      Optional<String> dn = settings.text("alliance.ldap.bind.dn");
      if (dn.isPresent()) {
        String secret = settings.secret("alliance.ldap.bind.password").orElse("");
        if (secret.isEmpty()) {
          throw new LDAPException(ResultCode.PARAM_ERROR, "alliance.ldap.bind.password is not set");
        }
        connection.bind(new SimpleBindRequest(dn.get(), secret));
      }
      return connection;
    } catch (LDAPException failed) {
      connection.close();
      throw failed;
    }
  }

  private Optional<SearchResultEntry> person(LDAPConnection connection, String email)
      throws LDAPException {
    SearchRequest search =
        new SearchRequest(
            required("alliance.ldap.user.base"),
            SearchScope.SUB,
            filter(settings, "alliance.ldap.user.filter", "(mail={0})", email),
            "*",
            "entryUUID",
            "ipaUniqueID",
            "nsUniqueId",
            "msDS-UserAccountDisabled",
            "nsAccountLock",
            "memberOf");
    search.setSizeLimit(2);
    SearchResult found = search(connection, search);
    // two persons of one address: neither is let in
    return found.getEntryCount() == 1
        ? Optional.of(found.getSearchEntries().get(0))
        : Optional.empty();
  }

  /** More than were asked for is an answer, not a failure. */
  static SearchResult search(LDAPConnection connection, SearchRequest search) throws LDAPException {
    SearchResult found = connection.search(search);
    if (!found.getResultCode().equals(ResultCode.SUCCESS)) {
      throw new LDAPException(found);
    }
    return found;
  }

  private static boolean binds(LDAPConnection connection, String dn, String password)
      throws LDAPException {
    try {
      return connection
          .bind(new SimpleBindRequest(dn, password))
          .getResultCode()
          .equals(ResultCode.SUCCESS);
    } catch (LDAPException refused) {
      if (refused.getResultCode().isConnectionUsable()) {
        return false;
      }
      throw refused;
    }
  }

  private static ProvidedIdentity identity(SearchResultEntry person, Set<String> groups) {
    String subject =
        SUBJECTS.stream()
            .map(person::getAttribute)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .map(Directory::text)
            .orElse(person.getDN());
    String name = person.getAttributeValue("displayName");
    String mail = person.getAttributeValue("mail");
    return new ProvidedIdentity(
        ProvidedIdentity.DIRECTORY,
        subject,
        mail == null ? person.getAttributeValue("userPrincipalName") : mail,
        true, // the directory is the deployment's own
        name == null ? person.getAttributeValue("cn") : name,
        groups);
  }

  /**
   * Whether the directory says that the account is out of use. Active Directory refuses such a bind
   * itself; a copy of it, or a proxy in front, may not.
   */
  private static boolean disabled(SearchResultEntry person) {
    Integer control = person.getAttributeValueAsInteger("userAccountControl");
    return control != null && (control & ACCOUNT_DISABLE) != 0
        || Boolean.TRUE.equals(person.getAttributeValueAsBoolean("msDS-UserAccountDisabled"))
        || Boolean.TRUE.equals(person.getAttributeValueAsBoolean("nsAccountLock"));
  }

  /** The GUID of Active Directory is bytes. */
  private static String text(Attribute attribute) {
    return attribute.getName().equalsIgnoreCase("objectGUID")
        ? Base64.encode(attribute.getValueByteArray())
        : attribute.getValue();
  }

  /** A filter of the deployment with what was typed in it, escaped. */
  static Filter filter(IdentitySettings settings, String name, String byDefault, String value)
      throws LDAPException {
    String pattern = settings.text(name).orElse(byDefault);
    return Filter.create(pattern.replace("{0}", Filter.encodeValue(value)));
  }

  private String required(String name) {
    return settings.text(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
  }
}
