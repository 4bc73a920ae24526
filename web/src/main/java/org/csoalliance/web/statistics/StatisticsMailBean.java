package org.csoalliance.web.statistics;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.statistics.StatisticsSubscription;
import org.csoalliance.incident.statistics.StatisticsSubscriptionService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.incident.FilterForm;
import org.csoalliance.web.incident.IncidentWords;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The daily mail of figures: what it counts, and its start and end. */
@Named("statisticsMail")
@RequestScoped
public class StatisticsMailBean {
  private static final String ADDRESS = "/statistics/mail";

  @Inject private StatisticsSubscriptionService service;

  private StatisticsSubscription mine;
  private FilterForm form;

  /** Reads the selection; a form that is sent asks for it before the page is loaded. */
  @PostConstruct
  void read() {
    form =
        new FilterForm(
            FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap());
  }

  /** Reads the mail of now; takes the two buttons. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (context.isPostback() && Asked.parameter("start") != null) {
      start(context);
    } else if (context.isPostback() && Asked.parameter("stop") != null) {
      service.stop();
      Answers.notice(context, "The daily mail has ended.");
      Answers.redirect(context, ADDRESS);
    } else {
      mine = service.mine().orElse(null);
    }
  }

  private void start(FacesContext context) {
    if (form.filter() == null) {
      Answers.badRequest(context);
      return;
    }
    try {
      service.start(form.filter());
      Answers.notice(context, "From tomorrow morning the figures of each day come by mail.");
      Answers.redirect(context, ADDRESS);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  /** The mail of now; null when there is none. */
  public StatisticsSubscription getMine() {
    return mine;
  }

  /** What the mail of now counts, in words. */
  public String getMineWords() {
    return words(mine.filter());
  }

  /** What the address selects, in words. */
  public String getWords() {
    return words(form.filter() == null ? IncidentFilter.ALL : form.filter());
  }

  /** Whether the address selects something else than the mail counts. */
  public boolean isOther() {
    return mine == null || form.filter() != null && !query().equals(mine.query());
  }

  private String query() {
    return form.filter().during(null, null).sorted(IncidentFilter.Sort.NEWEST).toQuery();
  }

  /** The names of the parameters that the form repeats. */
  public List<String> getKept() {
    return IncidentFilter.PARAMETERS.stream()
        .filter(name -> !name.equals("from") && !name.equals("to") && !name.equals("sort"))
        .filter(name -> !form.value(name).isEmpty())
        .toList();
  }

  /** A filter's value as it was given. */
  public String value(String name) {
    return form.value(name);
  }

  private static String words(IncidentFilter filter) {
    List<String> words = new ArrayList<>();
    if (!filter.kinds().isEmpty()) {
      words.add(
          filter.kinds().stream()
              .sorted()
              .map(kind -> IncidentWords.text("kind." + kind))
              .collect(Collectors.joining(", ")));
    }
    if (!filter.severities().isEmpty()) {
      words.add(
          filter.severities().stream()
              .sorted()
              .map(s -> "CAT " + s)
              .collect(Collectors.joining(", ")));
    }
    words.addAll(StatisticsWords.places(filter, filter.port(), filter.area()).values());
    return words.isEmpty() ? "Everything that you may read" : String.join("; ", words);
  }
}
