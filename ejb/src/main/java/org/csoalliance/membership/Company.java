package org.csoalliance.membership;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A shipping company, in the sense of the ISPS code, that members serve. */
@Entity
@Table(name = "company")
public class Company {
  /** What the company mostly carries. */
  public enum Sector {
    TANKER,
    CRUISE,
    BULK,
    CONTAINER,
    OTHER
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_seq")
  @SequenceGenerator(name = "company_seq", sequenceName = "company_seq", allocationSize = 50)
  private Long id;

  private String name;

  @Enumerated(EnumType.STRING)
  private Sector sector;

  /** For JPA. */
  protected Company() {}

  /** A company by its name. */
  public Company(String name, Sector sector) {
    this.name = name;
    this.sector = sector;
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
}
