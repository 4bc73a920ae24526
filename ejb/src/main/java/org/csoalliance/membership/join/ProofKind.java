package org.csoalliance.membership.join;

/** What a proof shows. Officers and their companies have them under the ISPS and ISM Codes. */
public enum ProofKind {
  DESIGNATION(
      "Letter of designation",
      "On the company’s letterhead, signed by a director or the designated person, naming you and"
          + " the ships"),
  FLAG(
      "Flag State declaration", "The form with which the company tells the flag State who you are"),
  DOC("Document of compliance", "The company’s ISM document with its name and IMO company number"),
  CSR(
      "Continuous synopsis record",
      "The latest sheet of one of your ships, with the company’s name on it"),
  TRAINING("Training certificate", "Such as IMO model course 3.20; it helps and is not required"),
  OTHER("Another paper", "What you think helps us");

  private final String words;
  private final String hint;

  ProofKind(String words, String hint) {
    this.words = words;
    this.hint = hint;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** What to send, in one sentence without its full stop. */
  public String hint() {
    return hint;
  }
}
