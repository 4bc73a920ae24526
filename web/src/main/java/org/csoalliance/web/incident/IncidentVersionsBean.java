package org.csoalliance.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentVersions;
import org.csoalliance.incident.OpenReview;
import org.csoalliance.incident.form.FormText;
import org.csoalliance.incident.form.FormWords;

/** The versions of the incident on its page: what the newest says in detail, and what changed. */
@Named("incidentVersions")
@RequestScoped
public class IncidentVersionsBean {
  private static final FormWords WORDS = FormWords.english();

  @Inject private IncidentViewBean view;

  private IncidentVersions all() {
    IncidentDetail detail = view.getDetail();
    return detail.part(IncidentVersions.class);
  }

  /** What the newest version says beyond the core, by step. */
  public List<FormText.Group> getGroups() {
    return all().groups();
  }

  /** Whether any of it is of the sealed annex. */
  public boolean isSealed() {
    return getGroups().stream()
        .anyMatch(group -> group.facts().stream().anyMatch(FormText.Fact::sealed));
  }

  /** Piracy or armed robbery, with the reason; null for other forms. */
  public IncidentVersions.LawText getLaw() {
    return all().law();
  }

  /** Why the category follows from the answers; null where it does not. */
  public String getWhy() {
    return all().severityWhy();
  }

  /** Whether the category shown follows from the answers, and is not an editor's. */
  public boolean isComputed() {
    return all().computed() || view.getIncident().severity() == null;
  }

  /** Whether the reader may add a version. */
  public boolean isMayAdd() {
    return all().mayAdd();
  }

  /** Whether there is a history of versions to read. */
  public boolean isAny() {
    return !all().versions().isEmpty();
  }

  /** Whether the newest version came after the judgement, and no editor has looked at it yet. */
  public boolean isUnchecked() {
    return view.getIncident().status() != IncidentStatus.REPORTED
        && view.getDetail().part(OpenReview.class).version() > 1;
  }

  /** The address at which a version is added. */
  public String getAddress() {
    return LongFormRoute.address(view.getIncident().kind(), view.getIncident().reference(), null);
  }

  /** How far source and information are trusted. */
  public IncidentVersions getTrust() {
    return all();
  }

  /**
   * A version in the history.
   *
   * @param title such as "2. Follow-up"
   * @param changes in words; empty where nothing changed that the reader may see
   */
  public record Line(
      String title,
      Instant at,
      String author,
      String reason,
      boolean first,
      List<FormText.Change> changes) {}

  /** The newest version first. */
  public List<Line> getLines() {
    List<Line> lines = new ArrayList<>();
    for (IncidentVersions.Version version : all().versions()) {
      lines.add(
          new Line(
              FormTexts.text("version")
                  .replace("{0}", String.valueOf(version.number()))
                  .replace("{1}", WORDS.text("stage." + version.stage())),
              version.at(),
              version.authorName(),
              version.reason(),
              version.number() == 1,
              version.changes()));
    }
    Collections.reverse(lines);
    return lines;
  }
}
