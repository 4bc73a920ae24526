package org.csoalliance.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.csoalliance.geography.SeaAreaService;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.statistics.Statistics;
import org.csoalliance.incident.statistics.StatisticsService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.incident.FilterForm;
import org.csoalliance.web.incident.IncidentWords;

/** Figures and danger clock of one selection; the address is that of the list. */
@Named("statistics")
@RequestScoped
public class StatisticsBean {
  private static final String ADDRESS = "/statistics";

  /** A limit that the form does not show, and the way to be rid of it. */
  public record Limit(String text, String remove) {}

  @Inject private StatisticsService service;
  @Inject private SeaAreaService areas;
  @Inject private IncidentWords words;

  private FilterForm form;
  private StatisticsService.Picture picture;
  private String areaName;
  private String from2;
  private String to2;
  private Comparison comparison;
  private ClockFace clock;

  /** Reads the address and counts; nothing when a filter cannot be used. */
  public void load() {
    Map<String, String[]> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    form = new FilterForm(parameters);
    from2 = first(parameters, "from2");
    to2 = first(parameters, "to2");
    IncidentFilter filter = form.filter();
    IncidentFilter other = null;
    if (from2 != null || to2 != null) {
      other = other(parameters);
    }
    if (filter == null || !form.wrong().isEmpty()) {
      return;
    }
    try {
      if (filter.area() != null) {
        areaName =
            areas
                .name(filter.area())
                .orElseThrow(
                    () ->
                        new InvalidException(
                            "area", "There is no such sea area. Choose one on the page Areas."));
      }
      picture = service.picture(filter, other);
      clock = new ClockFace(picture.clock());
      if (picture.second() != null) {
        comparison = new Comparison(picture.statistics(), picture.second());
      }
    } catch (InvalidException refused) {
      form.wrong().putAll(refused.fields());
    }
  }

  /** The same selection of the second period; wrong dates are told at their own fields. */
  private IncidentFilter other(Map<String, String[]> parameters) {
    Map<String, String[]> second = new java.util.HashMap<>(parameters);
    second.put("from", new String[] {from2});
    second.put("to", new String[] {to2});
    FilterForm read = new FilterForm(second);
    for (String name : List.of("from", "to")) {
      if (read.wrong().containsKey(name)) {
        form.wrong().put(name + '2', read.wrong().get(name));
      }
    }
    return read.filter();
  }

  private static String first(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 || values[0].isBlank() ? null : values[0].strip();
  }

  /** Whether there are figures to show. */
  public boolean isShown() {
    return picture != null;
  }

  /** All sentences, for the summary. */
  public Map<String, String> getWrong() {
    return form.wrong();
  }

  /** The sentence about a filter that cannot be used, null when it can. */
  public String wrong(String name) {
    return form.wrong().get(name);
  }

  /** A filter's value as it was given. */
  public String value(String name) {
    return switch (name) {
      case "from2" -> from2 == null ? "" : from2;
      case "to2" -> to2 == null ? "" : to2;
      default -> form.value(name);
    };
  }

  /** A date as a date field takes it keeps that field; anything else is shown as it was typed. */
  public String dateType(String name) {
    String value = value(name);
    return value.isEmpty() || value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? "date" : "text";
  }

  /** Kinds or severities beside "any". */
  public List<SelectItem> choices(String name) {
    List<SelectItem> items = new ArrayList<>();
    List<String> values =
        name.equals("kind")
            ? Arrays.stream(IncidentKind.values()).map(Enum::name).toList()
            : List.of("1", "2", "3", "4");
    values.forEach(v -> items.add(new SelectItem(v, IncidentWords.text(name + '.' + v))));
    String value = form.value(name);
    if (!value.isEmpty() && !values.contains(value)) {
      items.add(new SelectItem(value, words.fill("list.several", value.split(",", -1).length)));
    }
    return items;
  }

  /** Parameters that the form does not show and that it keeps. */
  public List<String> getKept() {
    return List.of("status", "bbox", "near", "area", "text", "tlp", "source").stream()
        .filter(name -> !form.value(name).isEmpty() && !form.wrong().containsKey(name))
        .toList();
  }

  /** What the selection is limited to, each with the way to be rid of it. */
  public List<Limit> getLimits() {
    List<Limit> limits = new ArrayList<>();
    if (form.filter() != null) {
      String port = picture == null || picture.port() == null ? null : picture.port().label();
      StatisticsWords.places(form.filter(), port, areaName)
          .forEach(
              (name, text) ->
                  limits.add(
                      new Limit(
                          text,
                          name.equals("text")
                              ? null
                              : ADDRESS
                                  + FilterForm.query(
                                      FilterForm.without(form.filter(), name).toQuery()))));
    }
    return limits;
  }

  /** The selection as a query with its question mark, or empty; for list, exports and mail. */
  public String getQuery() {
    return form.filter() == null ? "" : FilterForm.query(form.filter().toQuery());
  }

  /** Whether anything narrows the figures. */
  public boolean isFiltered() {
    return !getQuery().isEmpty();
  }

  /** The page of the port that the selection names; null when it names none. */
  public String getPortAddress() {
    return picture == null || picture.port() == null ? null : "/ports/" + picture.port().code();
  }

  /** "7 incidents", "few incidents". */
  public String getTotal() {
    String count = picture.statistics().total().words();
    return count + (count.equals("1") ? " incident" : " incidents");
  }

  /** Whether nothing is counted at all. */
  public boolean isNothing() {
    return picture.statistics().total().shown() == 0 && !picture.statistics().total().few();
  }

  /** The months as a picture. */
  public MonthChart getMonths() {
    return new MonthChart(picture.statistics().months());
  }

  /** The years with their months and the running total. */
  public List<YearTable.Year> getYears() {
    return YearTable.of(picture.statistics().months(), picture.statistics().years());
  }

  /** One of the tables: kind, severity, outcome, status, shipType, area. */
  public List<Line> lines(String table) {
    Statistics s = picture.statistics();
    return Line.of(
        switch (table) {
          case "kind" -> s.kinds();
          case "severity" -> s.severities();
          case "outcome" -> s.outcomes();
          case "status" -> s.statuses();
          case "shipType" -> s.shipTypes();
          default -> s.areas();
        },
        key -> StatisticsWords.of(table, key),
        key -> link(table, key));
  }

  /** The list of the same selection narrowed to one line; null where the list cannot. */
  private String link(String table, String key) {
    if (key == null || !List.of("kind", "severity", "status").contains(table)) {
      return null;
    }
    String kept =
        Arrays.stream(form.filter().toQuery().split("&"))
            .filter(part -> !part.isEmpty() && !part.startsWith(table + "="))
            .reduce((a, b) -> a + "&" + b)
            .orElse("");
    return "/incidents" + FilterForm.query(table + "=" + key, kept);
  }

  /** How many places are not shown. */
  public int getMoreAreas() {
    return picture.statistics().moreAreas();
  }

  /** The danger clock. */
  public ClockFace getClock() {
    return clock;
  }

  /** The second period beside the first; null when none is asked for. */
  public Comparison getComparison() {
    return comparison;
  }

  /** The first period in words. */
  public String getPeriod() {
    return period(picture.statistics().from(), picture.statistics().to());
  }

  private String period(Instant from, Instant to) {
    return Comparison.period(words, from, to);
  }

  /** The second period in words. */
  public String getPeriod2() {
    return comparison == null ? "" : period(comparison.from2(), comparison.to2());
  }
}
