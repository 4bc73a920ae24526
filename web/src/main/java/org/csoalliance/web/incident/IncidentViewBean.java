package org.csoalliance.web.incident;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.StatusChange;
import org.csoalliance.incident.twin.Accounts;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page of one incident, as this reader may see it. */
@Named("incidentView")
@ViewScoped
public class IncidentViewBean implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SENT = Set.of("1", "long", "version");
  private static final String KEY = IncidentViewBean.class.getName();

  @Inject private IncidentListService incidents;
  @Inject private IncidentWords words;
  @Inject private ReportPage page;
  @Inject private CallerContext caller;
  @Inject private JudgeBean judge;
  @Inject private SharingBean sharing;

  private String reference;
  private String sent;

  /** Fetches the incident; one that is not there and one that may not be seen answer the same. */
  public void load() {
    IncidentDetail detail = getDetail();
    String survivor = detail == null ? null : detail.part(Accounts.class).survivor();
    if (survivor != null && Asked.parameter("alone") == null) {
      Answers.redirect(
          FacesContext.getCurrentInstance(),
          "/incidents/" + survivor + "#account-" + detail.summary().reference());
      return;
    }
    if (detail != null && detail.mayJudge()) {
      judge.take(detail, "/incidents/" + reference);
    }
    if (detail != null) {
      sharing.take(detail);
    }
  }

  /** Read once a request; null when there is none, and the answer is then "not found". */
  public IncidentDetail getDetail() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<Object, Object> request = context.getAttributes();
    if (!request.containsKey(KEY) && !context.getResponseComplete()) {
      try {
        IncidentDetail detail = incidents.detail(reference == null ? "" : reference);
        request.put(KEY, detail);
        judge.refresh(detail);
        sharing.refresh(detail);
      } catch (NotFoundException none) {
        Answers.notFound(context);
      }
    }
    return (IncidentDetail) request.get(KEY);
  }

  /** The row of the list that this page shows in full. */
  public IncidentSummary getIncident() {
    return getDetail() == null ? null : getDetail().summary();
  }

  /** The history with the newest step first. */
  public List<StatusChange> getHistory() {
    List<StatusChange> newestFirst = new ArrayList<>(getDetail().history());
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** The reason of the step that gave the severity of now, null when nobody gave one. */
  public String getSeverityReason() {
    Integer severity = getIncident().severity();
    String reason = null;
    Integer before = null;
    for (StatusChange step : getDetail().history()) {
      if (severity != null && severity.equals(step.severity()) && !severity.equals(before)) {
        reason = step.reason();
      }
      before = step.severity();
    }
    return reason == null || reason.isBlank() ? null : reason;
  }

  /** Why the category is what it is: its rule in one sentence. */
  public String getSeverityRule() {
    Integer severity = getIncident().severity();
    return IncidentWords.text(severity == null ? "view.why.none.text" : "severity.why." + severity);
  }

  /** Name, number, type and flag, as far as they may be seen; null when there is nothing. */
  public String getShip() {
    IncidentSummary i = getIncident();
    List<String> parts = new ArrayList<>();
    add(parts, "", i.shipName());
    add(parts, "IMO ", i.shipImo());
    add(parts, "", i.shipType());
    add(parts, "flag ", i.shipFlag());
    return parts.isEmpty() ? null : String.join(", ", parts);
  }

  private static void add(List<String> parts, String prefix, String value) {
    if (value != null && !value.isBlank()) {
      parts.add(prefix + value);
    }
  }

  /** The position, and how near it is to the true one. */
  public String getPlace() {
    IncidentSummary i = getIncident();
    if (i.position() == null) {
      return IncidentWords.text("view.noPosition");
    }
    String exact = i.position().format();
    return i.blurNm() == 0
        ? exact
        : exact + ", within " + SharingBean.miles(i.blurNm()) + " NM of the true place";
  }

  /** Whether it comes from outside of the alliance. */
  public boolean isImported() {
    return getIncident().source() != IncidentSource.MEMBER;
  }

  /** The line at the top of the printed sheet. */
  public String getSheetLine() {
    return words.fill(
        "view.sheet",
        words.minute(page.now()) + " by " + caller.reader().name(),
        getIncident().tlp().label());
  }

  /** The query for what lies near: fifty nautical miles around. */
  public String getNearQuery() {
    Position at = getIncident().position();
    return String.format(
        Locale.ROOT, "?near=%.4f,%.4f&radius_nm=50", at.latitude(), at.longitude());
  }

  /** Whether the reader comes from sending this report: then it says what happens next. */
  public boolean isJustSent() {
    return sent != null && getDetail() != null && getDetail().reporterName() != null;
  }

  /**
   * What has just been sent, the parameter of the redirect: 1 for the quick report, long for a long
   * one, version for what was added; null: nothing.
   */
  public String getSent() {
    return sent;
  }

  public void setSent(String sent) {
    this.sent = SENT.contains(sent == null ? "" : sent) ? sent : null;
  }

  /** The account whose draft is done with. */
  public Long getDraftOwner() {
    return caller.reader().accountId();
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }
}
