package org.csoalliance.membership;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.logging.Logger;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.settings.Settings;

/**
 * Lets the owner of a new system in: while nobody is an administrator, each start writes a one-time
 * address into the log, and its holder may make the first one. Only a hash of the code is kept, in
 * memory; a restart makes a new code.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class FirstAdministrator {
  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());
  private static final int CODE_BYTES = 16;

  @Inject private AccountRepository accounts;
  @Inject private Settings settings;
  private volatile byte[] codeHash;

  @PostConstruct
  void announce() {
    if (settings.demo() || accounts.holds(Role.ADMINISTRATOR)) {
      return;
    }
    byte[] random = new byte[CODE_BYTES];
    new SecureRandom().nextBytes(random);
    String code = HexFormat.of().formatHex(random);
    codeHash = Sha256.of(code);
    LOG.warning("FIRST ADMINISTRATOR: /setup?code=" + code);
  }

  /** Whether this is the code of this start, and it was not used. */
  public boolean accepts(String code) {
    byte[] wanted = codeHash;
    return wanted != null
        && code != null
        && code.length() <= 100
        && MessageDigest.isEqual(wanted, Sha256.of(code));
  }

  /** Makes the code worthless. */
  public void used() {
    codeHash = null;
  }
}
