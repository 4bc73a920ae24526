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
import java.time.Instant;

/** A shipping company, in the sense of the ISPS code, that members serve. */
@Entity
@Table(name = "company")
public class Company {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_seq")
  @SequenceGenerator(name = "company_seq", sequenceName = "company_seq", allocationSize = 50)
  private Long id;

  private String name;

  @Enumerated(EnumType.STRING)
  private Sector sector;

  @Column(name = "imo_number", columnDefinition = "char(7)")
  private String imoNumber;

  @Column(columnDefinition = "char(2)")
  private String country;

  @Column(name = "mail_domain")
  private String mailDomain;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected Company() {}

  /** A company as a member gave it. */
  public Company(NewMember.NewCompany given, Instant createdAt) {
    this.name = given.name();
    this.sector = given.sector();
    this.imoNumber = given.imo();
    this.country = given.country();
    this.mailDomain = given.mailDomain();
    this.createdAt = createdAt;
  }

  /** Null until kept. */
  public Long id() {
    return id;
  }

  String name() {
    return name;
  }

  Sector sector() {
    return sector;
  }

  /** The IMO company number, null when unknown. */
  String imoNumber() {
    return imoNumber;
  }

  /** ISO 3166 alpha-2, null when unknown. */
  String country() {
    return country;
  }

  /** The domain of the company's mail in lower case, null when unknown. */
  String mailDomain() {
    return mailDomain;
  }
}
