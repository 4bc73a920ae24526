package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.csoalliance.platform.file.SealedText;
import org.csoalliance.platform.sql.JsonRows;

/** The sealed annex of a version and the answers of a draft, as they lie in the database. */
@Dependent
public class SealedAnswers {
  private static final String ANNEX = "INCIDENT_ANNEX";
  private static final String DRAFT = "REPORT_DRAFT";

  private SealedText text;

  /** For CDI. */
  protected SealedAnswers() {}

  /** Seals and opens with the given key. */
  @Inject
  public SealedAnswers(SealedText text) {
    this.text = text;
  }

  /** Whether a key is set; without one the answers stay plain until there is. */
  boolean ready() {
    return text.ready();
  }

  byte[] annex(long incident, int number, JsonObject answers) {
    return text.seal(ANNEX, incident + "/" + number, answers.toString());
  }

  /**
   * The answers of an annex.
   *
   * @throws IllegalStateException when it does not open
   */
  JsonObject annex(long incident, int number, byte[] sealed) {
    return JsonRows.value(text.open(ANNEX, incident + "/" + number, sealed)).asJsonObject();
  }

  byte[] draft(UUID key, JsonObject answers) {
    return text.seal(DRAFT, key.toString(), answers.toString());
  }

  JsonObject draft(UUID key, byte[] sealed) {
    return JsonRows.value(text.open(DRAFT, key.toString(), sealed)).asJsonObject();
  }
}
