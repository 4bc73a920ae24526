package org.csoalliance.membership;

import java.util.Set;
import org.csoalliance.platform.security.Reader;

/**
 * The owner of a token that opens, and what the token may do.
 *
 * @param reader the owner with the roles held at this moment
 * @param scopes {@code read}, {@code write}
 * @param strong whether a second factor stood behind the making of the token
 */
public record TokenReader(Reader reader, Set<String> scopes, boolean strong) {
  /** The scope that lets a program read. */
  public static final String READ = "read";

  /** The scope that lets a program change. */
  public static final String WRITE = "write";

  /** Copies the scopes. */
  public TokenReader {
    scopes = Set.copyOf(scopes);
  }
}
