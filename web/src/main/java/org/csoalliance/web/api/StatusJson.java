package org.csoalliance.web.api;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.platform.error.InvalidException;

/**
 * Reads an editor's judgement.
 *
 * @param status never null
 * @param reason as sent, null when absent: the service has the rule
 * @param severity null: not rated
 * @param keepSeverity whether nothing was said of the severity, so that the rating stays
 * @param version what the editor has seen; -1 when that was not said
 */
record StatusJson(
    IncidentStatus status, String reason, Integer severity, boolean keepSeverity, int version) {
  /** The members of a judgement. */
  static final Set<String> MEMBERS = Set.of("status", "reason", "severity", "version");

  /**
   * Reads it.
   *
   * @throws InvalidException with a sentence for each member that cannot be read
   */
  static StatusJson read(JsonObject body) {
    Map<String, String> wrong = new LinkedHashMap<>();
    JsonFields fields = new JsonFields(body, "", wrong).only(MEMBERS);
    IncidentStatus status = fields.constant("status", IncidentStatus.class, null);
    if (status == null && !wrong.containsKey("status")) {
      fields.wrong("status", "Say which status: REPORTED, CONFIRMED, DISPUTED or WITHDRAWN.");
    }
    String reason = fields.text("reason");
    Integer severity = fields.integer("severity");
    Integer version = fields.integer("version");
    if (version != null && version < 0) {
      fields.wrong("version", "This must be the version that you have read.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new StatusJson(
        status, reason, severity, !body.containsKey("severity"), version == null ? -1 : version);
  }

  /** The sentences of the service under the names of the interface. */
  static Map<String, String> renamed(Map<String, String> sentences) {
    Map<String, String> renamed = new LinkedHashMap<>();
    sentences.forEach(
        (name, sentence) ->
            renamed.put(
                "to".equals(name) ? "status" : "seenVersion".equals(name) ? "version" : name,
                sentence));
    return renamed;
  }
}
