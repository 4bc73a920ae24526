package org.csoalliance.incident.alert;

/**
 * The links at the end of a mail that work without signing in.
 *
 * @param acknowledge says that the mail was read
 * @param stop stops mails of this sort
 */
record AlertLinks(String acknowledge, String stop) {
  /** Both, as the end of a mail has them. */
  String text() {
    return "Tell us that you read this: "
        + acknowledge
        + "\nStop all mails of this sort: "
        + stop
        + "\n\n";
  }
}
