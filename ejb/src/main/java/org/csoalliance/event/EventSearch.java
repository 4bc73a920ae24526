package org.csoalliance.event;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.SearchPart;

/** Events in the search, the last first. */
@Dependent
public class EventSearch implements SearchPart {
  @EJB private EventListService events;

  /** Made by the container. */
  public EventSearch() {}

  @Override
  public int place() {
    return 40;
  }

  @Override
  public String kind() {
    return "events";
  }

  @Override
  public String heading() {
    return "Events";
  }

  @Override
  public List<SearchHit> find(String words, int most) {
    return events
        .page(new EventFilter(null, null, words, null, null, null, true), most + 1, null)
        .items()
        .stream()
        .map(
            each ->
                new SearchHit(
                    each.title(),
                    "/events/" + each.slug(),
                    each.summary() == null ? "" : each.summary(),
                    LocalDate.ofInstant(each.startsAt(), ZoneId.of(each.zone()))
                        + (each.city() == null || each.city().isEmpty() ? "" : ", " + each.city())))
        .toList();
  }

  @Override
  public String all(String words) {
    return "/events";
  }
}
