package org.csoalliance.incident;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Seals answers that lie plain; whoever calls it learns a number and changes no meaning. */
@Stateless
@PermitAll
public class SealingService {
  private static final int BATCH = 200;

  @Inject private SealedAnswersRepository answers;

  /** Made by the container. */
  public SealingService() {}

  /**
   * Seals a batch in one transaction.
   *
   * @return how many rows; 0 when none is left, another node has the rest, or no key is set
   */
  public int seal() {
    return answers.seal(BATCH);
  }
}
