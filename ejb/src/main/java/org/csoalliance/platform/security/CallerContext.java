package org.csoalliance.platform.security;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;

/**
 * Who is calling in this request. The web layer fills it once the caller is known; services read it
 * to apply the rules about rows. It grants nothing: roles are enforced by the container.
 */
@RequestScoped
public class CallerContext {
  private Reader reader = Reader.VISITOR;

  /**
   * The caller of this request.
   *
   * @return never null; {@link Reader#VISITOR} when nobody is signed in
   * @throws ContextNotActiveException outside of a request
   */
  public Reader reader() {
    return reader;
  }

  /** Called by the authentication of the web layer alone. */
  public void set(Reader reader) {
    this.reader = reader == null ? Reader.VISITOR : reader;
  }
}
