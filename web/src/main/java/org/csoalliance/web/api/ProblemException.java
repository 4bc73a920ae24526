package org.csoalliance.web.api;

/** A problem found by the interface itself, before any service was asked. */
class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** What is answered. */
  Problem problem() {
    return problem;
  }
}
