package org.csoalliance.membership.vetting;

import org.csoalliance.membership.Capacity;

/**
 * What is checked of an application, strongest proof first. A company security officer needs a
 * letter or a flag declaration, a DOC or a CSR, and the company's own mail and switchboard; an
 * alternate needs the letter, mail and switchboard.
 */
public enum CheckItem {
  LETTER(
      "Letter of designation",
      "On letterhead, signed by a director or the designated person ashore, names the ships."),
  FLAG("Flag State declaration", "The flag State's own form that names the person."),
  DOC("Document of compliance", "Shows the company's name and its IMO company number."),
  CSR("Continuous synopsis record", "Of one of the ships, and names the company."),
  MAIL_DOMAIN("Company mail domain", "The domain of the work address belongs to the company."),
  CALL_BACK(
      "Call-back to the switchboard",
      "The company puts you through to the person. The number comes from elsewhere than the"
          + " application."),
  SANCTIONS("Sanctions lists", "Company and ships, by name and number. The note says which lists.");

  private final String words;
  private final String rule;

  CheckItem(String words, String rule) {
    this.words = words;
    this.rule = rule;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** What makes it done. */
  public String rule() {
    return rule;
  }

  /** Why it is asked for, by the capacity applied for: "required", "one of two", "optional". */
  public String need(Capacity capacity) {
    return switch (this) {
      case MAIL_DOMAIN, CALL_BACK, SANCTIONS -> "Required";
      case LETTER -> capacity == Capacity.PRIMARY ? "This or the flag declaration" : "Required";
      case FLAG -> capacity == Capacity.PRIMARY ? "This or the letter" : "If there is one";
      case DOC -> capacity == Capacity.PRIMARY ? "This or the synopsis record" : "If there is one";
      case CSR -> capacity == Capacity.PRIMARY ? "This or the DOC" : "If there is one";
    };
  }
}
