package org.csoalliance.web.api;

import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.firstresponse.Audience;
import org.csoalliance.incident.firstresponse.Block;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.Part;
import org.csoalliance.incident.firstresponse.Report;
import org.csoalliance.incident.firstresponse.ReportLine;
import org.csoalliance.incident.firstresponse.Source;
import org.csoalliance.incident.firstresponse.State;
import org.csoalliance.incident.firstresponse.Step;
import org.csoalliance.incident.firstresponse.VersionLine;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/** A first response report with every member, as openapi.json shows it. */
final class FirstResponseSamples {
  private static final Instant PUBLISHED = Instant.parse("2026-11-22T18:00:00Z");
  private static final Instant CORRECTED = Instant.parse("2026-11-22T20:00:00Z");
  private static final String TITLE = "Engine spares taken in the Singapore Strait";
  private static final String SLUG = "2026-014-engine-spares";

  private FirstResponseSamples() {}

  static ReportLine line() {
    return new ReportLine(
        "FRR-2026-014",
        SLUG,
        State.PUBLISHED,
        TITLE,
        IncidentKind.ROBBERY,
        3,
        "Singapore Strait",
        Tlp.CLEAR,
        "A ship was boarded this morning.",
        2,
        Step.CORRECTION,
        PUBLISHED,
        CORRECTED);
  }

  static Report report() {
    return new Report(
        7,
        "FRR-2026-014",
        SLUG,
        State.PUBLISHED,
        TITLE,
        2,
        2,
        new Content(
            TITLE,
            IncidentKind.ROBBERY,
            3,
            Instant.parse("2026-11-22T10:00:00Z"),
            OccurredPrecision.HOUR,
            new Position(1.2, 104.1),
            "Singapore Strait",
            Audience.PUBLIC,
            Tlp.GREEN,
            List.of(
                new Block(
                    Part.UPDATE,
                    Instant.parse("2026-11-22T12:00:00Z"),
                    Audience.PUBLIC,
                    "The owner confirms."))),
        Tlp.CLEAR,
        false,
        PUBLISHED,
        CORRECTED,
        null,
        "",
        List.of(
            new VersionLine(
                2, Step.CORRECTION, "It was in the evening.", CORRECTED, "An editor", true)),
        List.of(new Source("CSOA-2026-00418", "Engine spares taken", Tlp.CLEAR, Tlp.CLEAR)));
  }
}
