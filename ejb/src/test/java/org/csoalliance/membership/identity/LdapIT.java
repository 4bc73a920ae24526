package org.csoalliance.membership.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.InetAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.SignedIn;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LdapIT {
  private static final String WORD = "harbour lantern";

  @RegisterExtension static final Database database = new Database();

  private static InMemoryDirectoryServer directory;

  private final Map<String, String> set = new HashMap<>();
  private final IdentitySettings settings = new IdentitySettings(new Settings(set::get, n -> null));
  private final Directory client = new Directory(settings);

  @BeforeAll
  static void start() throws Exception {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=fleet,dc=example");
    config.setListenerConfigs(
        InMemoryListenerConfig.createLDAPConfig(
            "plain", InetAddress.getLoopbackAddress(), 0, null));
    config.addAdditionalBindCredentials("cn=reader,dc=fleet,dc=example", "reading");
    config.setSchema(null);
    config.setGenerateOperationalAttributes(false); // each person has the id of its own kind
    directory = new InMemoryDirectoryServer(config);
    directory.add("dn: dc=fleet,dc=example", "objectClass: domain", "dc: fleet");
    directory.add("dn: ou=people,dc=fleet,dc=example", "objectClass: organizationalUnit");
    directory.add("dn: ou=groups,dc=fleet,dc=example", "objectClass: organizationalUnit");
    person("ann", "Ann Editor");
    person("bob", "Bob Nobody");
    directory.add(
        "dn: cn=cso-editors,ou=groups,dc=fleet,dc=example",
        "objectClass: groupOfNames",
        "cn: cso-editors",
        "member: uid=ann,ou=people,dc=fleet,dc=example");
    habitsOfActiveDirectory();
    directory.startListening();
  }

  private static void habitsOfActiveDirectory() throws Exception {
    String groups = ",ou=groups,dc=fleet,dc=example";
    directory.add("dn: ou=elsewhere,dc=fleet,dc=example", "objectClass: organizationalUnit");
    officer("Cay Smith\\, Ops", "cay", "512", "CN=CSO-Editors" + groups);
    officer("Dan Gone", "dan", "514", "CN=CSO-Editors" + groups);
    officer("Eve Nested", "eve", "66048", "CN=Night Watch" + groups);
    officer("Fay Made", "fay", "512", "CN=CSO-Editors,ou=elsewhere,dc=fleet,dc=example");
    group("Night Watch", "member: CN=Eve Nested,ou=people,dc=fleet,dc=example");
    group("Watches", "member: CN=Night Watch" + groups, "member: CN=Ring" + groups);
    group("Ring", "member: CN=Watches" + groups);
    group("Ops\\, all", "member: CN=Ring" + groups);
  }

  private static void officer(String cn, String uid, String control, String memberOf)
      throws Exception {
    directory.add(
        "dn: CN=" + cn + ",ou=people,dc=fleet,dc=example",
        "objectClass: user",
        "cn: " + cn.replace("\\", ""),
        "userPrincipalName: " + uid + "@fleet.example",
        "userAccountControl: " + control,
        "memberOf: " + memberOf,
        "objectGUID: guid-of-" + uid,
        "userPassword: " + WORD);
  }

  private static void group(String cn, String... members) throws Exception {
    String[] lines = new String[members.length + 3];
    lines[0] = "dn: CN=" + cn + ",ou=groups,dc=fleet,dc=example";
    lines[1] = "objectClass: group";
    lines[2] = "cn: " + cn.replace("\\", "");
    System.arraycopy(members, 0, lines, 3, members.length);
    directory.add(lines);
  }

  private void asActiveDirectory() {
    set.put(
        "alliance.ldap.user.filter", "(&(objectClass=user)(|(mail={0})(userPrincipalName={0})))");
  }

  @Test
  void aPersonOfActiveDirectoryIsKnownByTheirPrincipalName() {
    asActiveDirectory();
    ProvidedIdentity cay = client.authenticate("cay@fleet.example", WORD).orElseThrow();
    assertEquals("cay@fleet.example", cay.email());
    assertEquals("Cay Smith, Ops", cay.name());
    assertEquals("Z3VpZC1vZi1jYXk=", cay.subject());
    account(7, "cay@fleet.example", "ACTIVE");
    assertEquals(
        Set.of(Role.EDITOR),
        signIn("cay@fleet.example").orElseThrow().reader().roles(),
        "CSO-Editors is the cso-editors of the map");
  }

  @Test
  void aDisabledPersonIsRefusedWhateverTheBindSays() {
    asActiveDirectory();
    assertFalse(client.authenticate("dan@fleet.example", WORD).isPresent());
    assertTrue(client.authenticate("eve@fleet.example", WORD).isPresent());
  }

  @Test
  void groupsInGroupsCountWhereTheDeploymentAsksForThem() {
    asActiveDirectory();
    assertFalse(groups("eve").contains("Watches"));
    set.put("alliance.ldap.groups.nested", "true");
    Set<String> groups = groups("eve");
    assertTrue(groups.containsAll(Set.of("Night Watch", "Watches", "Ring", "Ops, all")), "a ring");
    set.remove("alliance.ldap.group.base");
    assertTrue(groups("eve").contains("Night Watch"), "by memberOf alone");
  }

  @Test
  void aGroupOfTheSameNameElsewhereGivesNothing() {
    asActiveDirectory();
    assertEquals(Set.of(), groups("fay"));
    set.remove("alliance.ldap.group.base");
    assertTrue(groups("fay").contains("CSO-Editors"), "without a base each counts");
  }

  private Set<String> groups(String uid) {
    return client.authenticate(uid + "@fleet.example", WORD).orElseThrow().groups();
  }

  private static void person(String uid, String name) throws Exception {
    directory.add(
        "dn: uid=" + uid + ",ou=people,dc=fleet,dc=example",
        "objectClass: inetOrgPerson",
        "uid: " + uid,
        "cn: " + name,
        "mail: " + uid + "@fleet.example",
        "entryUUID: 00000000-0000-0000-0000-" + uid,
        "userPassword: " + WORD);
  }

  @AfterAll
  static void stop() {
    directory.shutDown(true);
  }

  @BeforeEach
  void configured() {
    database.sql("truncate account_identity, account, company cascade");
    set.clear();
    set.put("alliance.ldap.url", "ldap://127.0.0.1:" + directory.getListenPort());
    set.put("alliance.ldap.bind.dn", "cn=reader,dc=fleet,dc=example");
    set.put("alliance.ldap.bind.password", "reading");
    set.put("alliance.ldap.user.base", "ou=people,dc=fleet,dc=example");
    set.put("alliance.ldap.group.base", "ou=groups,dc=fleet,dc=example");
    set.put("alliance.ldap.groups.map", "cso-editors=EDITOR");
  }

  @Test
  void knowsAPersonByAddressAndPassword() {
    ProvidedIdentity ann = client.authenticate("ann@fleet.example", WORD).orElseThrow();
    assertEquals("ann@fleet.example", ann.email());
    assertEquals("00000000-0000-0000-0000-ann", ann.subject());
    assertTrue(ann.groups().contains("cso-editors"));
    assertFalse(client.authenticate("ann@fleet.example", "wrong").isPresent());
    assertFalse(client.authenticate("none@fleet.example", WORD).isPresent());
  }

  /** RFC 4513 5.1.2: a directory takes a bind without a password for a success. */
  @Test
  void aPasswordWithoutCharactersIsRefusedBeforeItIsSent() throws Exception {
    assertFalse(client.authenticate("ann@fleet.example", "").isPresent());
    assertFalse(client.authenticate("ann@fleet.example", "\0").isPresent());
  }

  @Test
  void whatIsTypedIsNoPartOfTheFilter() {
    for (String typed :
        new String[] {
          "*", "ann@fleet.exam*", "ann@fleet.example)(uid=*", "*)(|(mail=*", "\\2a", "ann\0"
        }) {
      assertFalse(client.authenticate(typed, WORD).isPresent(), typed);
    }
  }

  @Test
  void anAccountIsLinkedByItsAddressOnceAndGetsTheRolesOfItsGroups() {
    account(7, "ann@fleet.example", "ACTIVE");
    assertEquals(Set.of(Role.EDITOR), signIn("ann@fleet.example").orElseThrow().reader().roles());
    database.sql("update account set email_key = 'ann.new@fleet.example' where id = 7");
    assertEquals(7, signIn("ann@fleet.example").orElseThrow().accountId());
    assertEquals(1L, database.value("select count(*) from account_identity"));
  }

  @Test
  void aRoleOfTheMapIsTakenAwayAndAnotherStays() {
    account(7, "bob@fleet.example", "ACTIVE");
    database.sql("insert into account_role values (7, 'EDITOR'), (7, 'AUDITOR'), (7, 'MEMBER')");
    assertEquals(
        Set.of(Role.AUDITOR, Role.MEMBER),
        signIn("bob@fleet.example").orElseThrow().reader().roles());
    assertEquals(
        "removed EDITOR",
        database.value(
            "select detail from audit_entry where action = 'account.roles_by_provider'"
                + " order by number desc limit 1"));
  }

  @Test
  void nobodyIsMadeUnlessTheDeploymentSaysSo() {
    assertFalse(signIn("ann@fleet.example").isPresent());
    set.put("alliance.ldap.create", "true");
    assertEquals(Set.of(Role.EDITOR), signIn("ann@fleet.example").orElseThrow().reader().roles());
    assertFalse(signIn("bob@fleet.example").isPresent(), "no mapped role, no account");
    assertEquals(1L, database.value("select count(*) from account"));
  }

  @Test
  void anEndedAccountStaysOutside() {
    account(7, "ann@fleet.example", "ENDED");
    set.put("alliance.ldap.create", "true");
    assertFalse(signIn("ann@fleet.example").isPresent());
    database.sql("update account set state = 'ACTIVE'");
    assertTrue(signIn("ann@fleet.example").isPresent());
    database.sql("update account set state = 'ENDED'");
    assertFalse(signIn("ann@fleet.example").isPresent());
  }

  @Test
  void anAddressThatWentToAnotherPersonOpensNothing() {
    account(7, "ann@fleet.example", "ACTIVE");
    signIn("ann@fleet.example");
    ProvidedIdentity other =
        new ProvidedIdentity("ldap", "another", "ann@fleet.example", true, "Another", Set.of());
    assertFalse(service(other).isPresent());
  }

  @Test
  void aDirectoryThatIsDownIsAnswerAndNoError() {
    set.put("alliance.ldap.url", "ldap://127.0.0.1:9");
    assertFalse(client.authenticate("ann@fleet.example", WORD).isPresent());
    set.put("alliance.ldap.url", "http://127.0.0.1/");
    assertFalse(client.configured(), "a wrong setting stops nobody else's sign-in");
    set.put("alliance.ldap.url", "ldap://127.0.0.1:" + directory.getListenPort());
    set.put("alliance.ldap.groups.map", "cso-editors=MEMBER");
    account(7, "ann@fleet.example", "ACTIVE");
    assertFalse(signIn("ann@fleet.example").isPresent());
  }

  @Test
  void membersAreNeverMadeByAMap() {
    assertThrows(IllegalStateException.class, () -> RoleMap.parse("map", "a=MEMBER", false));
    assertThrows(IllegalStateException.class, () -> RoleMap.parse("map", "a=APPLICANT", false));
    assertThrows(IllegalStateException.class, () -> RoleMap.parse("map", "a=CAPTAIN", false));
    assertThrows(IllegalStateException.class, () -> RoleMap.parse("map", "EDITOR", false));
    assertEquals(
        Set.of(Role.AUDITOR, Role.EDITOR),
        RoleMap.parse("map", "x=AUDITOR, CN=a\\=b=EDITOR", false).of(Set.of("x", "CN=a\\=b")));
  }

  private Optional<SignedIn> signIn(String email) {
    return client.authenticate(email, WORD).flatMap(this::service);
  }

  private Optional<SignedIn> service(ProvidedIdentity identity) {
    return database.inTransaction(
        em ->
            new ProviderSignInService(
                    new IdentityRepository(em),
                    new AccountRepository(em),
                    settings,
                    new AuditLog(em),
                    Clock.systemUTC())
                .signIn(identity, "192.0.2.1"));
  }

  private static void account(long id, String email, String state) {
    database.sql(
        "insert into account (id, email, email_key, name, state, created_at) values ("
            + id
            + ", '"
            + email
            + "', '"
            + email
            + "', 'Somebody', '"
            + state
            + "', now())");
  }
}
