package org.csoalliance.web.data;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csoalliance.platform.data.RetentionLine;
import org.csoalliance.platform.data.RetentionService;
import org.csoalliance.platform.data.RetentionText;

/** What is kept for how long, and what the daily job removed. */
@Named("retention")
@RequestScoped
public class RetentionBean {
  /** What was removed on a day. */
  public record Day(LocalDate day, java.time.Instant at, int removed, List<RetentionLine> lines) {}

  @Inject private RetentionService service;

  private List<RetentionText> rules = List.of();
  private List<Day> days = List.of();

  /** Reads the rules. */
  public void load() {
    rules = service.rules();
  }

  /** Reads the rules and what was removed lately. */
  public void loadRuns() {
    load();
    Map<LocalDate, List<RetentionLine>> found =
        service.runs().stream()
            .collect(
                Collectors.groupingBy(RetentionLine::day, LinkedHashMap::new, Collectors.toList()));
    days =
        found.entrySet().stream()
            .map(
                each ->
                    new Day(
                        each.getKey(),
                        each.getValue().get(0).at(),
                        each.getValue().stream().mapToInt(RetentionLine::removed).sum(),
                        each.getValue().stream().filter(line -> line.removed() > 0).toList()))
            .toList();
  }

  /** Every rule. */
  public List<RetentionText> getRules() {
    return rules;
  }

  /** The days on which the job ran, the latest first. */
  public List<Day> getDays() {
    return days;
  }

  /** What a rule is about. */
  public String what(String id) {
    return rules.stream()
        .filter(rule -> rule.id().equals(id))
        .map(RetentionText::what)
        .findFirst()
        .orElse(id);
  }
}
