package org.csoalliance.web.incident;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentReportService;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The quick report: the form, the answers to check, and the report that is sent. */
@Named("incidentReport")
@ViewScoped
public class IncidentReportBean implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where a sentence about a component of the report is shown. */
  private static final Map<String, String> FIELDS =
      Map.of("occurredAt", "day", "utcOffsetMinutes", "clock", "title", "text");

  @Inject private IncidentReportService reports;
  @Inject private CallerContext caller;
  @Inject private ReportPage page;
  @Inject private PlaceSuggestion place;

  private final ReportForm form = new ReportForm();
  private boolean checking;
  private String shipBehind;

  /** Only those who may report see the form; today stands in it already. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    Reader reader = caller.reader();
    if (!reader.is(Role.MEMBER) && !reader.is(Role.PARTNER) && !reader.is(Role.EDITOR)) {
      Answers.forbidden(context);
      return;
    }
    if (!context.isPostback()) {
      LocalDate today = LocalDate.ofInstant(page.now(), ZoneOffset.UTC);
      form.setDay(String.valueOf(today.getDayOfMonth()));
      form.setMonth(String.valueOf(today.getMonthValue()));
      form.setYear(String.valueOf(today.getYear()));
    }
  }

  /** Shows the answers, or what is wrong with them. */
  public void check() {
    checking = valid() != null;
  }

  /** Back to the form; everything typed stays. */
  public void change() {
    checking = false;
  }

  /** Puts the suggested place into the report; the reporter sees it and may change it. */
  public void usePlace() {
    String words = place.words(getAnswers().position());
    if (words != null) {
      String area = form.getArea() == null ? "" : form.getArea().strip();
      form.setArea(area.isEmpty() ? words : area + " (" + words + ")");
    }
    check();
  }

  /** Sends the report and goes on to its page. */
  public void send() {
    ReportIncident report = valid();
    if (report == null) {
      checking = false;
      return;
    }
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      String reference = reports.report(report);
      ExternalContext external = context.getExternalContext();
      // 303: going back or reloading does not send again.
      external.setResponseStatus(303);
      external.setResponseHeader(
          "Location", external.getRequestContextPath() + "/incidents/" + reference + "?sent=1");
      context.responseComplete();
    } catch (InvalidException refused) {
      checking = false;
      show(refused.fields());
    }
  }

  private ReportIncident valid() {
    ReportReader.Read read = ReportReader.read(form, page.now());
    Map<String, String> wrong = new LinkedHashMap<>(read.wrong());
    boolean timeWrong =
        wrong.keySet().stream().anyMatch(List.of("day", "month", "year", "time")::contains);
    try {
      reports.check(read.report());
    } catch (InvalidException refused) {
      refused
          .fields()
          .forEach(
              (field, sentence) -> {
                boolean said =
                    "occurredAt".equals(field) && timeWrong
                        || "area".equals(field) && wrong.containsKey("position");
                if (!said) {
                  wrong.putIfAbsent(field, sentence);
                }
              });
    }
    shipBehind =
        read.report().shipImo() == null || wrong.containsKey("shipImo")
            ? null
            : reports.shipBehind(read.report().shipImo());
    show(wrong);
    return wrong.isEmpty() ? read.report() : null;
  }

  /** Every sentence at its field, in the order of the form. */
  private static void show(Map<String, String> wrong) {
    if (wrong.isEmpty()) {
      return;
    }
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> byField = new LinkedHashMap<>();
    wrong.forEach(
        (name, sentence) -> byField.putIfAbsent(FIELDS.getOrDefault(name, name), sentence));
    ReportPage.inOrder(byField)
        .forEach(
            (field, sentence) ->
                context.addMessage(
                    field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null)));
    context.validationFailed();
  }

  /** What was typed. */
  public ReportForm getForm() {
    return form;
  }

  /** Whether the answers are shown, to be checked before they are sent. */
  public boolean isChecking() {
    return checking;
  }

  /** The ship that the number belongs to, such as "Northern Kestrel, bulk carrier"; may be null. */
  public String getShipBehind() {
    return shipBehind;
  }

  /** The report as it would be sent; only while the answers are checked. */
  public ReportIncident getAnswers() {
    return ReportReader.read(form, page.now()).report();
  }

  /** The ship in words: its name or what the number tells, and whether readers see it. */
  public String getShipWords() {
    ReportIncident answers = getAnswers();
    String known = shipBehind == null ? answers.shipName() : shipBehind;
    String imo =
        answers.shipImo() == null ? "" : "IMO " + answers.shipImo().replaceAll("[^0-9]", "");
    String ship = known.isEmpty() || imo.isEmpty() ? known + imo : known + ", " + imo;
    return ship.isEmpty()
        ? IncidentWords.text("check.none")
        : ship
            + ", "
            + IncidentWords.text(answers.shipShown() ? "check.ship.shown" : "check.ship.hidden");
  }

  /** The account whose draft this is; keeps drafts of two people on one computer apart. */
  public Long getDraftOwner() {
    return caller.reader().accountId();
  }
}
