package org.csoalliance.platform.mail;

import java.util.regex.Pattern;

/** What a mail server is given as an address: strict enough that nothing else can ride along. */
public final class MailAddress {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@"
              + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
              + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)*");

  private MailAddress() {}

  /** Whether it is one address, without a name, spaces or control characters. */
  public static boolean valid(String address) {
    return address != null && address.length() <= 320 && ADDRESS.matcher(address).matches();
  }

  /** Whether it can stand in a command as it is: ASCII, and nothing that ends an address. */
  static boolean plain(String address) {
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= ' ' || c > '~' || c == '<' || c == '>') {
        return false;
      }
    }
    return true;
  }

  /** The part behind the @; {@code alliance.invalid} when there is none. */
  static String host(String address) {
    int at = address.lastIndexOf('@');
    return valid(address) ? address.substring(at + 1) : "alliance.invalid";
  }
}
