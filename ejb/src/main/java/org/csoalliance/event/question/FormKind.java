package org.csoalliance.event.question;

/** When something is asked. */
public enum FormKind {
  /** With the registration. */
  REGISTRATION("At registration"),
  /** Once there is a seat: travel, visa, food. */
  ACCEPTED("After acceptance");

  private final String words;

  FormKind(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** The form of that name; null when it is none. */
  public static FormKind of(String name) {
    for (FormKind kind : values()) {
      if (kind.name().equalsIgnoreCase(name)) {
        return kind;
      }
    }
    return null;
  }
}
