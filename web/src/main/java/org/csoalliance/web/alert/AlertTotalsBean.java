package org.csoalliance.web.alert;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.incident.alert.AlertLogService;
import org.csoalliance.incident.alert.AlertTest;
import org.csoalliance.incident.alert.AlertTotals;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page {@code /editor/alerts}: totals of alerts for editors, the yearly test for staff. */
@Named("alertTotals")
@RequestScoped
public class AlertTotalsBean {
  @Inject private AlertLogService service;

  private List<AlertTest> tests;
  private List<AlertTotals> totals;
  private Long shown;
  private String note;

  /** Before the page is shown: which test is opened. */
  public void load() {
    String asked = Asked.parameter("test");
    if (asked == null) {
      return;
    }
    if (!asked.matches("[0-9]{1,18}")
        || getTests().stream().noneMatch(test -> test.id() == Long.parseLong(asked))) {
      Answers.notFound(FacesContext.getCurrentInstance());
      return;
    }
    shown = Long.valueOf(asked);
  }

  /** Mails the test. */
  public void start() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      int people = service.startTest(note);
      Answers.notice(context, AlertWords.fill("test.started", people));
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
      return;
    } catch (ConflictException soon) {
      Answers.notice(context, soon.getMessage());
    }
    Answers.redirect(context, "/editor/alerts");
  }

  /** Whether the page asks if the test is meant. */
  public boolean isAsking() {
    return Asked.parameter("start") != null;
  }

  /** Whether a year has gone by. */
  public boolean isDue() {
    return service.testIsDue();
  }

  /** The tests there were, newest first. */
  public List<AlertTest> getTests() {
    if (tests == null) {
      tests = service.tests();
    }
    return tests;
  }

  /** The newest alerts; asked by the page for editors alone. */
  public List<AlertTotals> getTotals() {
    if (totals == null) {
      totals = service.totals();
    }
    return totals;
  }

  /** A test in one sentence. */
  public String line(AlertTest test) {
    return AlertWords.fill(
        "test.line",
        test.totals().acknowledged(),
        test.totals().all(),
        test.totals().percent(),
        test.startedBy());
  }

  /** The number of the test that is opened, null when none is. */
  public Long getShown() {
    return shown;
  }

  /** Who has not answered the test that is opened. */
  public List<AlertTest.Silent> getSilent() {
    return shown == null ? List.of() : service.silent(shown);
  }

  /** A sentence for the mail. */
  public String getNote() {
    return note;
  }

  /** Takes it. */
  public void setNote(String note) {
    this.note = note;
  }
}
