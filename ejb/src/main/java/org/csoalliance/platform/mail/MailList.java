package org.csoalliance.platform.mail;

/** Mails of one sort that a person may stop by one click; what stops nothing else has no list. */
public enum MailList {
  /** Incidents in the waters that a person watches. */
  ALERTS("Alerts"),
  /** The figures of the day. */
  STATISTICS("Daily statistics"),
  /** First response reports. */
  FIRST_RESPONSE("First response reports"),
  /** News and bulletins. */
  BULLETIN("Bulletins");

  private final String words;

  MailList(String words) {
    this.words = words;
  }

  /** The list as people read it on a page and in a mail. */
  public String words() {
    return words;
  }
}
