package org.csoalliance.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
  private String type = "";

  @Column(columnDefinition = "char(2)")
  private String flag;

  @Column(name = "company_id")
  private Long companyId;

  /** For JPA. */
  protected Ship() {}

  /** A ship; flag as ISO 3166 alpha-2 or null. */
  public Ship(ImoNumber imo, String name, String type, String flag, Long companyId) {
    this.imo = imo.digits();
    this.name = name;
    this.type = type;
    this.flag = flag;
    this.companyId = companyId;
  }

  ShipSummary summary() {
    return new ShipSummary(imo, name, type, flag, companyId);
  }
}
