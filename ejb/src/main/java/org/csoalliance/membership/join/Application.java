package org.csoalliance.membership.join;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Sector;
import org.csoalliance.platform.error.ConflictException;

/**
 * Somebody's application for membership: who the person is, which company and under which rules.
 * How far it has come stands in its {@link ApplicationCourse}.
 */
@Entity
@Table(name = "application")
public class Application {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "application_seq")
  @SequenceGenerator(
      name = "application_seq",
      sequenceName = "application_seq",
      allocationSize = 50)
  private Long id;

  private String reference;
  private String email;

  @Column(name = "email_key")
  private String emailKey;

  private String name;
  private String telephone;

  @Enumerated(EnumType.STRING)
  private Capacity role;

  @Column(name = "company_name")
  private String companyName;

  @Column(name = "company_imo", columnDefinition = "char(7)")
  private String companyImo;

  @Column(name = "company_country", columnDefinition = "char(2)")
  private String companyCountry;

  @Column(name = "mail_domain")
  private String mailDomain;

  @Column(name = "flag_states")
  private String flagStates = "";

  @Enumerated(EnumType.STRING)
  private Sector sector;

  @Column(name = "code_version")
  private String codeVersion;

  @Column(name = "privacy_version")
  private String privacyVersion;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "account_id")
  private Long accountId;

  @Embedded private ApplicationCourse course = new ApplicationCourse();

  @Version private int version;

  /** For JPA. */
  protected Application() {}

  /**
   * A draft.
   *
   * @param emailKey the address in lower case, under which it is found
   */
  public Application(String email, String emailKey, Capacity role, Instant createdAt) {
    this.email = email;
    this.emailKey = emailKey;
    this.role = role;
    this.createdAt = createdAt;
  }

  /** Takes who the person is. */
  void person(String newName, String newTelephone) {
    name = newName;
    telephone = newTelephone;
  }

  /** Takes as what the person serves. */
  void serves(Capacity newRole) {
    role = newRole;
  }

  /** Takes which company the person serves; flags as ISO 3166 alpha-2. */
  void company(CompanyAnswers company) {
    companyName = company.name();
    companyImo = company.imo();
    companyCountry = company.country();
    sector = company.sector();
    mailDomain = company.mailDomain();
    flagStates = String.join(" ", company.flagStates());
  }

  /** Takes that the rules were accepted, in their versions. */
  void accepted(String code, String privacy, Instant now) {
    codeVersion = code;
    privacyVersion = privacy;
    acceptedAt = now;
  }

  /** Belongs to an account from now on. */
  public void belongsTo(Long account) {
    accountId = account;
  }

  /**
   * The applicant sends it: the first time, or again after more was asked for.
   *
   * @param newReference taken when it has none yet
   * @throws ConflictException when it is not the applicant's turn
   */
  void submit(String newReference, String newReply, Instant now, Instant promised) {
    course.submit(newReply, now, promised);
    if (reference == null) {
      reference = newReference;
    }
  }

  /** The second officer, or the one who decides an appeal, says yes. */
  public void approve(long account, Instant now) {
    course.approve(now);
    accountId = account;
  }

  /** Null until kept. */
  public Long id() {
    return id;
  }

  /** APP-YYYY-NNNNN, null until it was sent. */
  public String reference() {
    return reference;
  }

  /** The work address, as typed. */
  public String email() {
    return email;
  }

  /** The work address in lower case. */
  public String emailKey() {
    return emailKey;
  }

  /** The person's name, null until given. */
  public String name() {
    return name;
  }

  /** The person's telephone, null until given. */
  public String telephone() {
    return telephone;
  }

  /** As what the person serves. */
  public Capacity role() {
    return role;
  }

  /** Null until given. */
  public String companyName() {
    return companyName;
  }

  /** Seven digits that pass the company rule, null until given. */
  public String companyImo() {
    return companyImo;
  }

  /** ISO 3166 alpha-2, null until given. */
  public String companyCountry() {
    return companyCountry;
  }

  /** The company's mail domain in lower case, null until given. */
  public String mailDomain() {
    return mailDomain;
  }

  /** ISO 3166 alpha-2 each. */
  public List<String> flagStates() {
    return flagStates.isBlank() ? List.of() : List.of(flagStates.split(" "));
  }

  /** Null until given. */
  public Sector sector() {
    return sector;
  }

  /** The code of conduct's version that was accepted, null until then. */
  public String codeVersion() {
    return codeVersion;
  }

  /** The privacy notice's version that was accepted, null until then. */
  public String privacyVersion() {
    return privacyVersion;
  }

  /** When both were accepted, null until then. */
  public Instant acceptedAt() {
    return acceptedAt;
  }

  /** When the draft was begun. */
  public Instant createdAt() {
    return createdAt;
  }

  /** The account of the person, null while there is none. */
  public Long accountId() {
    return accountId;
  }

  /** How far it has come, and what officers and applicant said to each other. */
  public ApplicationCourse course() {
    return course;
  }

  /** Counts the changes. */
  public int version() {
    return version;
  }
}
