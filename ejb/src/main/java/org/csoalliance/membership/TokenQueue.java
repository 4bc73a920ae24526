package org.csoalliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.gather.Gathering;
import org.csoalliance.platform.gather.Outcome;

/**
 * Reads the owners of tokens that come at the same moment in one statement, which begins after each
 * of them came: a token that was revoked before is refused, on whichever node. Nothing is kept.
 */
@ApplicationScoped
class TokenQueue {
  private static final int MOST = 100;

  /** Several may be asked for at once, so that one slow answer does not hold up all programs. */
  private static final int LINES = 2;

  private final Gathering<Integer, byte[], Optional<TokenReader>> gathering = new Gathering<>(MOST);

  @Inject private AccountRepository accounts;
  @Inject private Clock clock;

  /** Made by the container. */
  TokenQueue() {}

  /** For tests. */
  TokenQueue(AccountRepository accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The owner of the token with this hash. */
  Optional<TokenReader> of(byte[] hash) {
    return gathering.join(Math.floorMod(hash[0], LINES), hash, this::together);
  }

  private List<Outcome<Optional<TokenReader>>> together(List<byte[]> hashes) {
    Map<ByteBuffer, TokenReader> found = accounts.ofTokens(hashes, clock.instant());
    return hashes.stream()
        .map(hash -> Outcome.of(Optional.ofNullable(found.get(ByteBuffer.wrap(hash)))))
        .toList();
  }
}
