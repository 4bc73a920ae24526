package org.csoalliance.incident;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormText;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.incident.form.Law;
import org.csoalliance.incident.form.Severity;

/**
 * The versions of a report, as this reader may see them.
 *
 * @param versions oldest first; empty for a report from another source that nobody added to
 * @param mayAdd whether this reader may add one: the reporter, the own company, editors
 * @param computed whether the category follows from the answers; else an editor gave it
 * @param reliability A to F, null when no editor has graded the source
 * @param credibility 1 to 6, null when no editor has graded the information
 */
public record IncidentVersions(
    List<Version> versions,
    boolean mayAdd,
    boolean computed,
    String reliability,
    Integer credibility) {

  /**
   * One version, whole.
   *
   * @param authorName "A member" or "An editor" where this reader may not know
   * @param form the long form whose fields the answers are
   * @param answers core and details by the names of the fields, as far as this reader may see them
   * @param changes what differs from the version before, as far as this reader may see it
   */
  public record Version(
      int number,
      Stage stage,
      Instant at,
      String authorName,
      String reason,
      Form form,
      int formVersion,
      JsonObject answers,
      List<FormText.Change> changes) {

    /** The details alone. */
    public JsonObject details() {
      return Answers.details(form, answers);
    }
  }

  /** The newest version, null when there is none. */
  public Version newest() {
    return versions.isEmpty() ? null : versions.get(versions.size() - 1);
  }

  /** What the newest version says, by step and in words; empty: no details. */
  public List<FormText.Group> groups() {
    Version newest = newest();
    return newest == null
        ? List.of()
        : new FormText(newest.form(), FormWords.english()).groups(newest.answers());
  }

  /** Why the category is computed as it is; null where nothing is computed. */
  public String severityWhy() {
    Version newest = newest();
    return newest == null
        ? null
        : Severity.of(newest.form(), newest.answers().getString("kind", ""), newest.answers())
            .map(severity -> severity.why(newest.form(), FormWords.english()))
            .orElse(null);
  }

  /** Piracy or armed robbery, with the reason; null for other forms. */
  public LawText law() {
    Version newest = newest();
    if (newest == null || !newest.form().name().equals("PIRACY")) {
      return null;
    }
    Law law = Law.of(newest.answers());
    FormWords words = FormWords.english();
    return new LawText(law, law.words(words), law.why(newest.answers(), words));
  }

  /** What the law calls it, in words. */
  public record LawText(Law law, String name, String why) {}

  /** The form that serves a kind. */
  public static Form form(IncidentKind kind) {
    return FormCatalog.shipped().ofKind(kind.name());
  }
}
