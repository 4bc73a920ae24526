package org.csoalliance.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;

/**
 * The time for which a person serves a company, in a capacity. ISPS A/11.1 asks that it is clear
 * for which ships an officer answers; {@code service_ship} holds them. A person has one service
 * without an end at most.
 */
@Entity
@Table(name = "company_service")
public class CompanyService {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_service_seq")
  @SequenceGenerator(
      name = "company_service_seq",
      sequenceName = "company_service_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private Long accountId;

  @Column(name = "company_id")
  private Long companyId;

  @Enumerated(EnumType.STRING)
  private Capacity capacity;

  @Column(name = "from_day")
  private LocalDate fromDay;

  @Column(name = "to_day")
  private LocalDate toDay;

  @Column(name = "end_reason")
  private String endReason;

  /** For JPA. */
  protected CompanyService() {}

  /** A service that begins on the day and goes on. */
  public CompanyService(long accountId, long companyId, Capacity capacity, LocalDate fromDay) {
    this.accountId = accountId;
    this.companyId = companyId;
    this.capacity = capacity;
    this.fromDay = fromDay;
  }

  /** Null until kept. */
  public Long id() {
    return id;
  }

  /** The person. */
  public long accountId() {
    return accountId;
  }

  /** The company. */
  public long companyId() {
    return companyId;
  }

  /** As what. */
  public Capacity capacity() {
    return capacity;
  }

  /** Its first day. */
  public LocalDate fromDay() {
    return fromDay;
  }

  /** Its last day, null while it goes on. */
  public LocalDate toDay() {
    return toDay;
  }

  /** Ends it with the given day as its last; a service that began later ends on its first day. */
  public void end(LocalDate lastDay, String reason) {
    toDay = lastDay.isBefore(fromDay) ? fromDay : lastDay;
    endReason = reason;
  }
}
