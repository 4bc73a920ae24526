package org.csoalliance.web.taxii;

import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.indicator.CyberIncident;
import org.csoalliance.incident.indicator.Indicator;
import org.csoalliance.incident.indicator.IndicatorType;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/** Cyber incidents of the tests. */
final class CyberSamples {
  static final List<Indicator> EVERY_TYPE =
      List.of(
          new Indicator(IndicatorType.IP, "192.0.2.7", "", Tlp.GREEN),
          new Indicator(IndicatorType.DOMAIN, "evil.example", "Command server", Tlp.GREEN),
          new Indicator(IndicatorType.URL, "https://evil.example/a?b='c'", "", Tlp.GREEN),
          new Indicator(IndicatorType.HASH, "0123456789abcdef0123456789abcdef", "", Tlp.GREEN),
          new Indicator(IndicatorType.EMAIL, "boss@evil.example", "", Tlp.GREEN),
          new Indicator(IndicatorType.FILE, "invoice.pdf.exe", "", Tlp.GREEN));

  private CyberSamples() {}

  static CyberIncident incident(long id, IncidentStatus status, List<Indicator> indicators) {
    return new CyberIncident(
        new IncidentSummary(
            id,
            "CSOA-2026-0000" + id,
            IncidentKind.CYBER,
            status,
            3,
            Instant.parse("2026-11-19T04:15:00Z"),
            OccurredPrecision.EXACT,
            480,
            new Position(1.2333333333, 104.05),
            "Singapore Strait",
            Tlp.GREEN,
            "Mail with a false invoice",
            "The master opened it.",
            null,
            null,
            "Tanker",
            "",
            IncidentSource.MEMBER,
            "",
            "",
            Instant.parse("2026-11-20T10:00:00.123456Z").plusSeconds(id),
            0),
        Instant.parse("2026-11-20T08:00:00Z"),
        2,
        indicators);
  }
}
