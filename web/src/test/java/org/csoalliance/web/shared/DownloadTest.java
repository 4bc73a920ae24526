package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DownloadTest {
  @Test
  void aNameIsGivenTwice() {
    assertEquals(
        "attachment; filename=\"Brief an B_ro.pdf\";"
            + " filename*=UTF-8''Brief%20an%20B%C3%BCro.pdf",
        Download.disposition("attachment", "Brief an Büro.pdf"));
  }

  @Test
  void noNameAddsAHeaderOrEndsTheQuotes() {
    for (String name :
        List.of("a\r\nX: 1.pdf", "a\".pdf", "\u202efdp.exe", "a\\b", "../../x", "a;b=c", "*'%")) {
      String header = Download.disposition("attachment", name);
      assertTrue(header.matches("[\\x20-\\x7e]*"), header);
      assertEquals(2, header.chars().filter(c -> c == '"').count(), header);
      assertFalse(header.substring(header.indexOf("filename*")).contains(";"), header);
      assertFalse(header.contains("/") || header.contains("\\"), header);
    }
  }
}
