package org.csoalliance.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.registration.Register;

/** Reads who wants to come. What a person may not decide, such as a state, is refused. */
final class RegisterJson {
  /** The members of a registration. */
  static final Set<String> MEMBERS =
      Set.of("name", "mail", "company", "category", "mode", "sessions");

  private RegisterJson() {}

  /**
   * Reads it.
   *
   * @throws ProblemException with a sentence for each member that cannot be read
   */
  static Register read(JsonObject body, UUID submissionKey) {
    Map<String, String> wrong = new LinkedHashMap<>();
    JsonFields fields = new JsonFields(body, "", wrong).only(MEMBERS);
    Integer category = fields.integer("category");
    Register wanted =
        new Register(
            submissionKey,
            fields.text("name"),
            fields.text("mail"),
            fields.text("company"),
            category == null ? null : category.longValue(),
            fields.constant("mode", AttendanceMode.class, null),
            sessions(body, fields));
    if (fields.has("name") && !fields.has("mail")) {
      fields.wrong("mail", "Give the address of the person whom you register.");
    }
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong).thrown();
    }
    return wanted;
  }

  private static List<Long> sessions(JsonObject body, JsonFields fields) {
    List<Long> sessions = new ArrayList<>();
    if (fields.has("sessions")) {
      if (!(body.get("sessions") instanceof JsonArray array) || array.size() > 200) {
        fields.wrong("sessions", "“sessions” must be a list of numbers.");
        return sessions;
      }
      for (JsonValue value : array) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
          sessions.add(number.longValue());
        } else {
          fields.wrong("sessions", "“sessions” must be a list of numbers.");
        }
      }
    }
    return sessions;
  }
}
