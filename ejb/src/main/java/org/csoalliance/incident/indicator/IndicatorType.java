package org.csoalliance.incident.indicator;

/** What an indicator is. */
public enum IndicatorType {
  /** An address of the Internet Protocol, version 4 or 6, or a range of them. */
  IP("IP address"),
  /** A domain name. */
  DOMAIN("Domain"),
  /** A web address. */
  URL("Web address"),
  /** The hash of a file: MD5, SHA-1, SHA-256 or SHA-512, told apart by its length. */
  HASH("Hash of a file"),
  /** An e-mail address. */
  EMAIL("E-mail address"),
  /** The name of a file. */
  FILE("File name");

  private final String words;

  IndicatorType(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
