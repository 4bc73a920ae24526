package org.csoalliance.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"All robbers fled. ", "海盗船", "قراصنة ", "Ünïcödé ", "😀", "=", "\n", "a\r\n"})
  void hundredKilobytesAreCut(String words) {
    String body = words.repeat(100_000 / words.length());
    String fit = MailBody.fit(body);
    assertTrue(MailBody.wireSize(fit) <= MailBody.MOST_BYTES, () -> "" + MailBody.wireSize(fit));
    assertTrue(fit.endsWith("The rest is on the platform.]\n"));
    assertTrue(MailBody.wireSize(fit) > MailBody.MOST_BYTES - 1000 || body.isBlank());
  }

  @Test
  void shortBodyStaysAsItIs() {
    assertEquals("Robbers\nfled\n", MailBody.fit("Robbers\nfled\n"));
    assertEquals("", MailBody.fit(null));
  }

  @Test
  void addressHoldsNothingElse() {
    assertTrue(MailAddress.valid("o'neill+alerts@fleet.example"));
    assertTrue(MailAddress.valid("капитан@флот.example"));
    for (String wrong :
        new String[] {
          null,
          "",
          "a",
          "a@",
          "@b",
          "a@b@c",
          "a b@c.example",
          "a@b.example\r\nBcc: x@y.example",
          "Name <a@b.example>",
          "a@b.example, c@d.example",
          "a@-b.example",
          "x".repeat(400) + "@b.example"
        }) {
      assertFalse(MailAddress.valid(wrong), wrong);
    }
  }
}
