package org.csoalliance.platform.security;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.UUID;
import org.csoalliance.platform.error.NotFoundException;

/**
 * Who is calling in this request. The web layer fills it once the caller is known; services read it
 * to apply the rules about rows. It grants nothing: roles are enforced by the container.
 */
@RequestScoped
public class CallerContext {
  private Reader reader = Reader.VISITOR;
  private Proof proof;
  private boolean viaToken;

  /**
   * What a session knows of its sign-in.
   *
   * @param session the row of the session
   * @param provedAt when the person last proved a credential in it
   * @param strong whether a second factor was proved in it
   * @param limited whether roles are withheld until a second factor is proved
   */
  public record Proof(UUID session, Instant provedAt, boolean strong, boolean limited) {}

  /**
   * The caller of this request.
   *
   * @return never null; {@link Reader#VISITOR} when nobody is signed in
   * @throws ContextNotActiveException outside of a request
   */
  public Reader reader() {
    return reader;
  }

  /** When the caller last proved a credential in this session; null for tokens and visitors. */
  public Instant provedAt() {
    return proof == null ? null : proof.provedAt();
  }

  /** Whether a program calls with a token. */
  public boolean viaToken() {
    return viaToken;
  }

  /** The caller's session; null for tokens and visitors. */
  public UUID session() {
    return proof == null ? null : proof.session();
  }

  /**
   * The account of whoever is signed in by a browser, whatever roles are held or withheld: services
   * about a person's own things ask this in place of a role, since who is suspended or has left
   * holds none and keeps the right to them.
   *
   * @throws NotFoundException for visitors and tokens
   */
  public long ownAccount() {
    if (proof == null || !reader.signedIn()) {
      throw new NotFoundException("Nobody is signed in");
    }
    return reader.accountId();
  }

  /** Whether a second factor was proved in this session. */
  public boolean strong() {
    return proof != null && proof.strong();
  }

  /** Whether roles are withheld from this session until a second factor is proved. */
  public boolean limited() {
    return proof != null && proof.limited();
  }

  /** Called by the authentication of the web layer alone; the caller has proved nothing of late. */
  public void set(Reader reader) {
    set(reader, null, false);
  }

  /**
   * Called by the authentication of the web layer alone.
   *
   * @param proof null where there is no session
   */
  public void set(Reader reader, Proof proof, boolean viaToken) {
    this.reader = reader == null ? Reader.VISITOR : reader;
    this.proof = proof;
    this.viaToken = viaToken;
  }
}
