package org.csoalliance.web.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.csoalliance.platform.settings.Settings;
import org.junit.jupiter.api.Test;

/** RFC 9116: at least one Contact, exactly one Expires, a time as RFC 3339 has it. */
class SecurityTextServletTest {
  private static final Instant NOW = Instant.parse("2026-11-27T21:00:00Z");

  private static String text(Map<String, String> set) {
    return SecurityTextServlet.text(new Settings(set::get, name -> null), NOW);
  }

  @Test
  void unsetItNamesTheOfficeAndHalfAYear() {
    assertEquals(
        "Contact: mailto:office@alliance.example\n"
            + "Contact: http://localhost:8080/contact?topic=SECURITY\n"
            + "Expires: 2027-05-26T00:00:00Z\n"
            + "Preferred-Languages: en\n"
            + "Canonical: http://localhost:8080/.well-known/security.txt\n",
        text(Map.of()));
  }

  @Test
  void settingsDecideAndCannotAddALine() {
    String set =
        text(
            Map.of(
                "alliance.security.contact", "sec@x.example\nExpires: 1999",
                "alliance.security.expires", "2027-06-30"));
    assertTrue(set.startsWith("Contact: mailto:sec@x.exampleExpires:1999\n"), set);
    assertEquals(1, set.lines().filter(line -> line.startsWith("Expires: ")).count());
    assertTrue(set.contains("Expires: 2027-06-30T00:00:00Z\n"), set);
  }
}
