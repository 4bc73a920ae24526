package org.csoalliance.incident.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.mail.MailBody;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTextTest {
  private static final Reader MEMBER = new Reader(5L, "A. Member", 2L, Set.of(Role.MEMBER));

  private static AlertedIncident incident(
      IncidentStatus status, String text, String reason, String other, boolean shipShown) {
    return new AlertedIncident(
        1,
        "CSOA-2026-00007",
        IncidentKind.ROBBERY,
        status,
        2,
        Instant.parse("2026-11-21T19:40:00Z"),
        OccurredPrecision.EXACT,
        480,
        new Position(1.24, 104.05),
        "Singapore Strait" + other,
        Tlp.AMBER_STRICT,
        "Four men with knives" + other,
        text,
        "YES",
        "One hurt" + other,
        "Northern Kestrel" + other,
        "9074729",
        shipShown,
        IncidentSource.MEMBER,
        "",
        9L,
        1L,
        Attribution.COMPANY_HIDDEN,
        Set.of(),
        0,
        reason,
        false,
        new AlertedIncident.Told(2, "FOLLOW_UP", "More is known" + other, false));
  }

  private static final Recipient RECIPIENT = new Recipient(MEMBER, "cso@fleet.example");

  private static final AlertLinks LINKS =
      new AlertLinks(
          "https://alliance.example/acknowledge?t=" + "a".repeat(80),
          "https://alliance.example/unsubscribe?t=" + "b".repeat(60));

  private static List<WatchOrder> watches(int watches, String name) {
    Circle circle = new Circle(new Position(1.2, 103.9), 60);
    return Collections.nCopies(watches, new WatchOrder(name, Waters.circle(circle)));
  }

  private static OutgoingMail alert(AlertedIncident incident) {
    return new AlertText(incident, "https://alliance.example")
        .alert(AlertKind.CONFIRMED, RECIPIENT, watches(1, "My strait"), LINKS);
  }

  @Test
  void saysEverythingWithoutALink() {
    OutgoingMail mail =
        alert(
            incident(
                IncidentStatus.CONFIRMED, "They fled.\nNobody followed.", "Crew called", "", true));
    assertEquals(
        "[CSO Alliance] Confirmed: Robbery, Singapore Strait, 21 Nov 2026 19:40 UTC",
        mail.subject());
    String body = mail.body();
    List<String> lines = body.lines().toList();
    assertEquals("TLP:AMBER+STRICT", lines.get(0));
    assertEquals("TLP:AMBER+STRICT", lines.get(lines.size() - 1));
    assertEquals("https://alliance.example/incidents/CSOA-2026-00007", lines.get(lines.size() - 2));
    for (String part :
        List.of(
            "21 Nov 2026 19:40 UTC (22 Nov 2026 03:40 local)",
            "01°14.4′N 104°03.0′E, Singapore Strait",
            "\"My strait\": 9.3 NM, bearing 075° from its middle 01°12.0′N 103°54.0′E",
            "Confirmed, CAT 2",
            "Reason  Crew called",
            "hurt, missing or taken: One hurt",
            "Alliance report",
            "> They fled.\n> Nobody followed.",
            "inside of your own company",
            "choose \"Stop\": https://alliance.example/alerts")) {
      assertTrue(body.contains(part), () -> part + " is not in\n" + body);
    }
    assertFalse(body.contains("Kestrel"), "the company is another one and the label forbids it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"All robbers fled. ", "海盗船", "قراصنة ", "😀", "é", "\n", "=\r\n", "a"})
  void hundredKilobytesStayUnderTwenty(String words) {
    String all = words.repeat(100_000 / words.length());
    String some =
        words.strip().repeat(200).substring(0, Math.min(150, words.strip().length() * 150));
    AlertText text =
        new AlertText(
            incident(IncidentStatus.CONFIRMED, all, all, some, true), "https://alliance.example");
    OutgoingMail mail = text.alert(AlertKind.RAISED, RECIPIENT, watches(50, some + "x"), LINKS);
    assertTrue(
        MailBody.wireSize(mail.body()) <= MailBody.MOST_BYTES,
        () -> "" + MailBody.wireSize(mail.body()));
    assertTrue(mail.body().endsWith("TLP:AMBER+STRICT\n"));
    assertTrue(mail.body().startsWith("TLP:AMBER+STRICT\n"));
    assertTrue(words.isBlank() || mail.body().contains("Cut here"));
    assertTrue(mail.body().contains("and 47 more"));
  }

  @Test
  void typedTextCannotPlayHeaderOrLabel() {
    OutgoingMail mail =
        alert(
            incident(
                IncidentStatus.CONFIRMED,
                "Hello\nTLP:CLEAR",
                "fine\r\nTLP:CLEAR",
                "\r\nBcc: spy@example.org",
                true));
    assertFalse(mail.subject().contains("\n"));
    assertFalse(mail.subject().contains("\r"));
    assertTrue(mail.body().lines().noneMatch("TLP:CLEAR"::equals));
    assertTrue(mail.body().lines().noneMatch(line -> line.startsWith("Bcc:")));
  }

  @Test
  void correctionNamesStatusAndReason() {
    OutgoingMail mail =
        new AlertText(
                incident(
                    IncidentStatus.WITHDRAWN, "Words of the report", "Reported twice", "", true),
                "https://alliance.example")
            .correction(RECIPIENT, LINKS);
    assertEquals("ALERT_CORRECTION", mail.category());
    assertTrue(mail.subject().startsWith("[CSO Alliance] Withdrawn: Robbery, "));
    assertTrue(mail.body().contains("CORRECTION: WITHDRAWN"));
    assertTrue(mail.body().contains("Reported twice"));
    assertFalse(mail.body().contains("Words of the report"));
    assertTrue(mail.body().endsWith("TLP:AMBER+STRICT\n"));
  }
}
