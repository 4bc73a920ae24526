package org.csoalliance.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A ship of a company, known by its IMO number; the name may change, the number does not. */
@Entity
@Table(name = "ship")
public class Ship {
  @Id
  @Column(columnDefinition = "char(7)")
  private String imo;

  private String name;

  @Enumerated(EnumType.STRING)
  private ShipType type = ShipType.OTHER;

  @Column(columnDefinition = "char(2)")
  private String flag;

  @Column(name = "company_id")
  private Long companyId;

  /** For JPA. */
  protected Ship() {}

  /** A ship; flag as ISO 3166 alpha-2 or null. */
  public Ship(ImoNumber imo, String name, ShipType type, String flag, Long companyId) {
    this.imo = imo.digits();
    this.name = name;
    this.type = type;
    this.flag = flag;
    this.companyId = companyId;
  }

  /**
   * Takes the ship for a company, if none has it.
   *
   * @return whether the company has it now
   */
  boolean takenBy(long company) {
    if (companyId == null) {
      companyId = company;
    }
    return companyId == company;
  }

  ShipSummary summary() {
    return new ShipSummary(imo, name, type.words(), flag, companyId);
  }
}
