package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.DetailedIncident;
import org.csoalliance.incident.Disclosure;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSharing;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.IncidentVersions;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.PersonsHarmed;
import org.csoalliance.incident.Stage;
import org.csoalliance.incident.StatusChange;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.twin.Accounts;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Tlp;

/** Incidents for the tests of the writers. */
final class Samples {
  static final Links LINKS = new Links("/api/v1", "");

  private Samples() {}

  /** Everything is known and may be seen. */
  static IncidentSummary full() {
    return withText("Robbery, Singapore Strait", "Five men boarded at the stern.");
  }

  static IncidentSummary withText(String title, String text) {
    return new IncidentSummary(
        7,
        "CSOA-2026-00007",
        IncidentKind.ROBBERY,
        IncidentStatus.CONFIRMED,
        2,
        Instant.parse("2026-11-16T04:15:00Z"),
        OccurredPrecision.EXACT,
        480,
        new Position(1.2333333333, -104.05),
        "Singapore Strait",
        Tlp.AMBER_STRICT,
        title,
        text,
        "Northern Kestrel",
        "9074729",
        "Bulk carrier",
        "Panama",
        IncidentSource.NGA_ASAM,
        "2026-123",
        "PIRATES",
        Instant.parse("2026-11-17T08:00:00Z"),
        5);
  }

  /** Nothing beyond what each incident has. */
  static IncidentSummary bare() {
    return new IncidentSummary(
        8,
        "CSOA-2026-00008",
        IncidentKind.OTHER,
        IncidentStatus.REPORTED,
        null,
        Instant.parse("2026-11-16T04:15:00Z"),
        OccurredPrecision.DAY,
        null,
        null,
        "",
        Tlp.CLEAR,
        "Other",
        "Something happened here.",
        null,
        null,
        "",
        "",
        IncidentSource.MEMBER,
        "",
        "",
        Instant.parse("2026-11-17T08:00:00Z"),
        0);
  }

  static IncidentDetail detail(IncidentSummary summary) {
    return new IncidentDetail(
        summary,
        PersonsHarmed.NO,
        "None",
        "Port control",
        "cso@fleet.example",
        "A. Member",
        "Fleet",
        Instant.parse("2026-11-16T05:00:00Z"),
        3,
        List.of(
            new StatusChange(
                Instant.parse("2026-11-16T05:00:00Z"),
                null,
                IncidentStatus.REPORTED,
                null,
                "",
                "A member"),
            new StatusChange(
                Instant.parse("2026-11-17T08:00:00Z"),
                IncidentStatus.REPORTED,
                IncidentStatus.CONFIRMED,
                2,
                "The port agrees.",
                "E. Editor")),
        true,
        Map.of(
            IncidentSharing.class,
            sharing(),
            IncidentVersions.class,
            versions(),
            Accounts.class,
            new Accounts("CSOA-2026-00007", List.of())));
  }

  private static IncidentSharing sharing() {
    return new IncidentSharing(
        new Disclosure(Attribution.COMPANY_HIDDEN, 5, false, true, true),
        new Position(1.25, -104.06),
        null,
        List.of(new IncidentSharing.Group(1, "Ports", Instant.parse("2026-11-17T08:00:00Z"))),
        List.of(),
        List.of(
            new IncidentSharing.LabelChange(
                1,
                Tlp.GREEN,
                Tlp.AMBER_STRICT,
                IncidentSharing.State.MADE,
                "It names a ship.",
                Instant.parse("2026-11-17T08:00:00Z"),
                "E. Editor",
                false,
                null,
                "")),
        null,
        IncidentSharing.Rights.NONE);
  }

  /** Two versions of a robbery. */
  static IncidentVersions versions() {
    Form form = FormCatalog.shipped().ofKind("ROBBERY");
    JsonObject first =
        parse(
            "{\"kind\":\"ROBBERY\",\"weapons\":[\"KNIFE\"],\"raidersDress\":\"Dark\",\"waters\":\"EEZ\"}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new IncidentVersions(
        List.of(
            new IncidentVersions.Version(
                1,
                Stage.INITIAL,
                Instant.parse("2026-11-16T05:00:00Z"),
                "A. Member",
                "",
                form,
                1,
                first,
                List.of())),
        true,
        true,
        "B",
        2);
  }

  static IncidentDetail bareDetail() {
    return new IncidentDetail(
        bare(), null, "", "", null, null, null, null, 0, List.of(), false, Map.of());
  }

  static DetailedIncident detailed(IncidentSummary incident, String details) {
    return new DetailedIncident(incident, parse(details.getBytes(UTF_8)));
  }

  static JsonObject parse(byte[] json) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
      return reader.readObject();
    }
  }
}
