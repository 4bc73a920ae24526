package org.csoalliance.membership.join;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Sector;
import org.csoalliance.platform.error.ConflictException;

/** Somebody's application for membership, from the first mail to the decision. */
@Entity
@Table(name = "application")
public class Application {
  /** How long after a decision its proofs are kept (domain: vetting). */
  public static final Duration PROOFS_KEPT = Duration.ofDays(30);

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

  @Enumerated(EnumType.STRING)
  private ApplicationState state = ApplicationState.DRAFT;

  private String asked;
  private String reply;
  private String refusal;
  private String appeal;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "answer_by")
  private Instant answerBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "purge_at")
  private Instant purgeAt;

  @Column(name = "account_id")
  private Long accountId;

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
    only(ApplicationState.DRAFT, ApplicationState.MORE_ASKED);
    if (reference == null) {
      reference = newReference;
    }
    reply = newReply;
    submittedAt = now;
    answerBy = promised;
    state = ApplicationState.SUBMITTED;
  }

  /** The officers ask for more; the applicant reads the text. Their turn again at submission. */
  public void askMore(String text) {
    only(ApplicationState.SUBMITTED, ApplicationState.CHECKED);
    asked = text;
    reply = null;
    state = ApplicationState.MORE_ASKED;
  }

  /** The first officer has checked it; a second one decides. */
  public void checked() {
    only(ApplicationState.SUBMITTED);
    state = ApplicationState.CHECKED;
  }

  /** The second officer, or the one who decides an appeal, says yes. */
  public void approve(long account, Instant now) {
    only(ApplicationState.CHECKED, ApplicationState.APPEALED);
    state = ApplicationState.APPROVED;
    accountId = account;
    decided(now);
  }

  /**
   * The second officer, or the one who decides an appeal, says no; the applicant reads why. What a
   * first officer found not in order may be refused before everything is checked.
   */
  public void refuse(String reason, Instant now) {
    only(
        ApplicationState.SUBMITTED,
        ApplicationState.MORE_ASKED,
        ApplicationState.CHECKED,
        ApplicationState.APPEALED);
    state = ApplicationState.REFUSED;
    refusal = reason;
    decided(now);
  }

  /** The applicant asks for another decision, once. */
  void appeal(String text, Instant promised) {
    if (!mayAppeal()) {
      throw new ConflictException("This application cannot be appealed.");
    }
    state = ApplicationState.APPEALED;
    appeal = text;
    answerBy = promised;
    purgeAt = null;
  }

  /** Whether a refusal stands against which no appeal was made. */
  boolean mayAppeal() {
    return state == ApplicationState.REFUSED && appeal == null;
  }

  /** The applicant takes it back; its proofs go at once. */
  void withdraw(Instant now) {
    if (state.ended()) {
      throw new ConflictException("This application has ended already.");
    }
    state = ApplicationState.WITHDRAWN;
    decidedAt = now;
    purgeAt = now;
  }

  private void decided(Instant now) {
    decidedAt = now;
    purgeAt = now.plus(PROOFS_KEPT);
  }

  private void only(ApplicationState... from) {
    if (!List.of(from).contains(state)) {
      throw new ConflictException(
          "This application has moved on meanwhile: "
              + state.words().toLowerCase(java.util.Locale.ROOT)
              + ".");
    }
  }

  /** Whether the applicant may change what is in it. */
  boolean open() {
    return state == ApplicationState.DRAFT;
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

  /** How far it has come. */
  public ApplicationState state() {
    return state;
  }

  /** What the officers last asked for, null when nothing. */
  public String asked() {
    return asked;
  }

  /** What the applicant answered to it, null when nothing. */
  public String reply() {
    return reply;
  }

  /** The reason of the last refusal, null without one. */
  public String refusal() {
    return refusal;
  }

  /** Why the applicant asks for another decision, null without an appeal. */
  public String appealText() {
    return appeal;
  }

  /** When the draft was begun. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was sent the last time, null until then. */
  public Instant submittedAt() {
    return submittedAt;
  }

  /** Until when an answer is promised, null until it was sent. */
  public Instant answerBy() {
    return answerBy;
  }

  /** When it was decided or withdrawn, null until then. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** From when on its proofs are deleted, null while they are needed. */
  public Instant purgeAt() {
    return purgeAt;
  }

  /** The account of the person, null while there is none. */
  public Long accountId() {
    return accountId;
  }

  /** Counts the changes. */
  public int version() {
    return version;
  }
}
