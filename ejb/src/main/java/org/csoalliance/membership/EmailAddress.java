package org.csoalliance.membership;

import java.util.regex.Pattern;

/** Whether a text can be an e-mail address; whether mail arrives there only a mail tells. */
public final class EmailAddress {
  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

  private EmailAddress() {}

  /** Whether the text, without blanks around, has the form of an address. */
  public static boolean valid(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }
}
