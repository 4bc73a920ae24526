package org.csoalliance.web.taxii;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.sharing.Tlp;

/**
 * The marking definitions of TLP 2.0. STIX 2.1 itself knows TLP 1.0 alone; OASIS published these as
 * an extension, with fixed identifiers (oasis-open/cti-stix-common-objects,
 * extension-definition-specifications/tlp-2.0).
 */
final class StixTlp {
  /** When OASIS says that they were made. */
  static final String CREATED = "2022-10-01T00:00:00.000Z";

  private static final String EXTENSION =
      "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  private static final Map<Tlp, String> IDS =
      new EnumMap<>(
          Map.of(
              Tlp.CLEAR, "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
              Tlp.GREEN, "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
              Tlp.AMBER, "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
              Tlp.AMBER_STRICT, "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
              Tlp.RED, "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"));

  private StixTlp() {}

  /** The identifier to refer to. */
  static String id(Tlp tlp) {
    return IDS.get(tlp);
  }

  /** The definition, as OASIS published it. */
  static JsonObject definition(Tlp tlp) {
    String level = tlp.label().substring("TLP:".length()).toLowerCase(Locale.ROOT);
    return Json.createObjectBuilder()
        .add("type", "marking-definition")
        .add("spec_version", "2.1")
        .add("id", id(tlp))
        .add("created", CREATED)
        .add("name", tlp.label())
        .add(
            "extensions",
            Json.createObjectBuilder()
                .add(
                    EXTENSION,
                    Json.createObjectBuilder()
                        .add("extension_type", "property-extension")
                        .add("tlp_2_0", level)))
        .build();
  }
}
