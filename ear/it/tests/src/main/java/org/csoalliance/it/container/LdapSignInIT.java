package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.InetAddress;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.it.harness.Deployment;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in by a directory, through the form that everybody uses. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LdapSignInIT {
  private static final String WORD = "harbour lantern";

  private final Map<String, String> settings = new TreeMap<>();

  @AfterEach
  void away() {
    Deployment.unset(settings.keySet());
    Site.sql("delete from account where email_key = 'dora@directory.example'");
    Site.sql("delete from sign_in_failure");
  }

  @Test
  void aPersonOfTheDirectorySignsInAndLocalPasswordsWorkWithoutIt() throws Exception {
    InMemoryDirectoryServerConfig config =
        new InMemoryDirectoryServerConfig("dc=directory,dc=example");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig(
            "plain", InetAddress.getLoopbackAddress(), 0, null));
    config.setSchema(null);
    InMemoryDirectoryServer directory = new InMemoryDirectoryServer(config);
    directory.add("dn: dc=directory,dc=example", "objectClass: domain", "dc: directory");
    directory.add(
        "dn: uid=dora,dc=directory,dc=example",
        "objectClass: inetOrgPerson",
        "uid: dora",
        "cn: Dora Directory",
        "mail: dora@directory.example",
        "memberOf: CN=organisers,DC=directory,DC=example",
        "userPassword: " + WORD);
    directory.startListening();
    settings.put("alliance.ldap.url", "ldap://127.0.0.1:" + directory.getListenPort());
    settings.put("alliance.ldap.user.base", "dc=directory,dc=example");
    settings.put("alliance.ldap.create", "true");
    settings.put("alliance.ldap.groups.map", "organisers=ORGANISER");
    Deployment.set(settings);

    WebSession dora = new WebSession(Site.base());
    assertEquals(200, dora.signIn("dora@directory.example", "").statusCode());
    assertEquals(200, dora.signIn("dora@directory.example", "wrong").statusCode());
    assertEquals(200, dora.signIn("dora@*", WORD).statusCode());
    assertEquals(302, dora.signIn("dora@directory.example", WORD).statusCode());
    assertEquals("yes Dora Directory", dora.get("/it/probe").body());

    directory.shutDown(true);
    assertEquals(
        200, new WebSession(Site.base()).signIn("dora@directory.example", WORD).statusCode());
    WebSession member = WebSession.signedIn(Site.base(), "member");
    assertTrue(member.get("/it/probe").body().startsWith("yes"));
  }
}
