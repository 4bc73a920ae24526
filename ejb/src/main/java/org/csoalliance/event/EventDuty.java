package org.csoalliance.event;

/** What a person does at one event. None of them implies another but where a service says so. */
public enum EventDuty {
  /** Runs the event: changes it, decides on registrations, mails and exports. */
  ORGANISER("Organiser", "Runs the event: changes it, decides who comes, mails and exports."),
  /** Makes the questions. */
  FORMS("Form manager", "Writes the questions of the registration, and decides nothing."),
  /** Stands at the door. */
  CHECK_IN("Check-in", "Finds people at the door and checks them in. No exports."),
  /** Orders the food. */
  CATERING("Catering", "Reads the totals of diets and access needs, and no names with them."),
  /** Looks on. */
  AUDITOR("Auditor", "Reads registrations and their history, and changes nothing.");

  private final String words;
  private final String meaning;

  EventDuty(String words, String meaning) {
    this.words = words;
    this.meaning = meaning;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** What it lets a person do, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
