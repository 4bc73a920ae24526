package org.csoalliance.membership;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.csoalliance.platform.security.Role;

/** A person who may sign in. */
@Entity
@Table(name = "account")
public class Account {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
  @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
  private Long id;

  private String email;

  @Column(name = "email_key")
  private String emailKey;

  private String name;

  @Column(name = "company_id")
  private Long companyId;

  @Column(name = "password_hash")
  private String passwordHash;

  @Enumerated(EnumType.STRING)
  private AccountState state = AccountState.ACTIVE;

  @Column(name = "session_stamp")
  private int sessionStamp;

  private String telephone;

  @Column(name = "attest_by")
  private LocalDate attestBy;

  @Column(name = "suspended_at")
  private Instant suspendedAt;

  @Column(name = "suspended_until")
  private Instant suspendedUntil;

  @Column(name = "suspended_reason")
  private String suspendedReason;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = new HashSet<>();

  /** For JPA. */
  protected Account() {}

  /**
   * An account that can be used from now on, once it has a password.
   *
   * @param companyId the company served, null for none
   */
  public Account(String email, String name, Long companyId, Set<Role> roles, Instant createdAt) {
    this.email = email.strip();
    this.emailKey = emailKey(email);
    this.name = name;
    this.companyId = companyId;
    this.roles.addAll(roles);
    this.createdAt = createdAt;
  }

  /** The form under which an address is found: without blanks around, in lower case. */
  public static String emailKey(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** Null until kept. */
  public Long id() {
    return id;
  }

  String email() {
    return email;
  }

  String name() {
    return name;
  }

  Long companyId() {
    return companyId;
  }

  String passwordHash() {
    return passwordHash;
  }

  /** Signs in with that address from now on. */
  void email(String address) {
    email = address.strip();
    emailKey = emailKey(address);
  }

  /** Sets the password, hashed. */
  public void password(PasswordHash hash) {
    this.passwordHash = hash.toString();
  }

  Set<Role> roles() {
    return roles;
  }

  /** Serves the company from now on; the membership holds to the end of the day given, UTC. */
  public void becomeMember(long company, String phone, LocalDate until) {
    companyId = company;
    telephone = phone == null ? telephone : phone;
    attestBy = until;
  }

  String telephone() {
    return telephone;
  }

  /** The day until whose end the membership holds without being attested again; null: no end. */
  LocalDate attestBy() {
    return attestBy;
  }

  /** Makes every session that is open now end at its next request. */
  void endSessions() {
    sessionStamp++;
  }

  int sessionStamp() {
    return sessionStamp;
  }

  /** Ends the account: nobody signs in with it again. */
  void end() {
    state = AccountState.ENDED;
    endSessions();
  }
}
