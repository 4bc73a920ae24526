package org.csoalliance.membership;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.csoalliance.platform.security.Sha256;

/** A token by which a program acts for a person. Only its SHA-256 is kept. */
@Entity
@Table(name = "access_token")
public class AccessToken {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "access_token_seq")
  @SequenceGenerator(
      name = "access_token_seq",
      sequenceName = "access_token_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private Long accountId;

  private String label;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  private String scopes;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private boolean strong = true;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  /** For JPA. */
  protected AccessToken() {}

  /**
   * A token of that account.
   *
   * @param plain the token itself, of which only the hash is kept
   * @param scopes {@code read} or {@code read write}
   */
  public AccessToken(
      Long accountId,
      String label,
      String plain,
      String scopes,
      Instant createdAt,
      Instant expiresAt) {
    this.accountId = accountId;
    this.label = label;
    this.tokenHash = Sha256.of(plain);
    this.scopes = scopes;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  Long accountId() {
    return accountId;
  }

  String label() {
    return label;
  }

  /** Makes the token worthless from this moment; a second time changes nothing. */
  void revoke(Instant at) {
    if (revokedAt == null) {
      revokedAt = at;
    }
  }

  AccessTokenSummary summary() {
    return new AccessTokenSummary(id, label, scopes, createdAt, expiresAt, revokedAt);
  }

  /** Opens no right that needs a second factor, since none stood behind its making. */
  void weaken() {
    strong = false;
  }

  boolean strong() {
    return strong;
  }
}
