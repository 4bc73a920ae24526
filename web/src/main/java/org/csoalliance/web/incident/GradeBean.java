package org.csoalliance.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentConfirmationService;
import org.csoalliance.incident.IncidentVersions;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;

/** An editor's grade of source and information, by the Admiralty code. */
@Named("grade")
@RequestScoped
public class GradeBean {
  @Inject private IncidentConfirmationService confirmations;
  @Inject private IncidentViewBean view;

  private String reliability;
  private String credibility;

  /** Keeps the grade and shows it. */
  public void save() {
    FacesContext context = FacesContext.getCurrentInstance();
    String reference = view.getReference();
    try {
      confirmations.grade(
          reference,
          reliability == null || reliability.isEmpty() ? null : reliability,
          credibility == null || credibility.isEmpty() ? null : Integer.valueOf(credibility));
      Answers.notice(context, FormTexts.text("grade.saved").replace("{0}", reference));
      Answers.redirect(context, "/incidents/" + reference);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused, Map.of());
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    } catch (RefusedException refused) {
      Answers.forbidden(context);
    }
  }

  /** "Not graded" and A to F with their meanings. */
  public List<SelectItem> getReliabilities() {
    return items("reliability.", "A", "B", "C", "D", "E", "F");
  }

  /** "Not graded" and 1 to 6 with their meanings. */
  public List<SelectItem> getCredibilities() {
    return items("credibility.", "1", "2", "3", "4", "5", "6");
  }

  private static List<SelectItem> items(String key, String... grades) {
    List<SelectItem> items = new ArrayList<>();
    items.add(new SelectItem("", FormTexts.text("grade.empty")));
    for (String grade : grades) {
      items.add(new SelectItem(grade, grade + ", " + FormTexts.text(key + grade)));
    }
    return items;
  }

  private IncidentVersions kept() {
    return view.getDetail().part(IncidentVersions.class);
  }

  public String getReliability() {
    return reliability == null ? kept().reliability() : reliability;
  }

  public void setReliability(String reliability) {
    this.reliability = reliability == null ? "" : reliability;
  }

  public String getCredibility() {
    Integer grade = kept().credibility();
    return credibility == null ? grade == null ? "" : grade.toString() : credibility;
  }

  public void setCredibility(String credibility) {
    this.credibility = credibility == null ? "" : credibility;
  }
}
