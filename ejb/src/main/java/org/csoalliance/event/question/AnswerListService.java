package org.csoalliance.event.question;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDuty;
import org.csoalliance.platform.error.NotFoundException;

/**
 * Answers for the organiser's lists and exports. What is told of food, access and identity papers
 * is in none of them: of food and access there are totals, for catering and organisers.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class AnswerListService {
  @Inject private FormRepository forms;
  @Inject private AnswerRepository answers;
  @Inject private EventAccess access;

  /** Made by the container. */
  public AnswerListService() {}

  /** For tests. */
  AnswerListService(FormRepository forms, AnswerRepository answers, EventAccess access) {
    this.forms = forms;
    this.answers = answers;
    this.access = access;
  }

  /**
   * Ordinary answers of everybody whose registration counts.
   *
   * @throws NotFoundException when the caller neither organises nor audits such an event
   */
  public AnswerTable table(String slug) {
    long event = access.require(slug, EventDuty.ORGANISER, EventDuty.AUDITOR).id();
    return table(event, List.of(Special.NONE), answers.ofEvent(event));
  }

  /**
   * Answers about identity papers, which a port or an embassy asks for, for the organiser alone.
   *
   * @throws NotFoundException when the caller does not organise such an event
   */
  public AnswerTable identities(String slug) {
    long event = access.require(slug, EventDuty.ORGANISER).id();
    return table(event, List.of(Special.IDENTITY), answers.ofEvent(event));
  }

  /**
   * How many of those with a seat gave which answer about food and access, by the question.
   *
   * @throws NotFoundException when the caller neither organises nor caters for such an event
   */
  public Map<String, Map<String, Integer>> totals(String slug) {
    long event = access.require(slug, EventDuty.ORGANISER, EventDuty.CATERING).id();
    AnswerTable table = table(event, List.of(Special.DIET, Special.ACCESS), answers.ofSeats(event));
    Map<String, Map<String, Integer>> totals = new LinkedHashMap<>();
    for (AnswerTable.Column column : table.columns()) {
      Map<String, Integer> counts = new TreeMap<>();
      for (Map<String, String> one : table.answers().values()) {
        one.getOrDefault(column.key(), "")
            .lines()
            .forEach(line -> counts.merge(line, 1, Integer::sum));
      }
      totals.put(column.label(), counts);
    }
    return totals;
  }

  private AnswerTable table(
      long eventId, List<Special> specials, List<AnswerRepository.Kept> kept) {
    Map<String, AnswerTable.Column> columns = new LinkedHashMap<>();
    for (QuestionForm form : forms.all(eventId)) {
      for (Question one : form.questions()) {
        if (specials.contains(one.special())) {
          columns.put(
              one.key(), new AnswerTable.Column(one.key(), one.label(), one.type(), one.special()));
        }
      }
    }
    Map<Long, Map<String, String>> given = new LinkedHashMap<>();
    for (AnswerRepository.Kept one : kept) {
      if (specials.contains(one.special()) && columns.containsKey(one.question())) {
        given
            .computeIfAbsent(one.registrationId(), none -> new LinkedHashMap<>())
            .put(one.question(), one.answer());
      }
    }
    return new AnswerTable(new ArrayList<>(columns.values()), given);
  }
}
