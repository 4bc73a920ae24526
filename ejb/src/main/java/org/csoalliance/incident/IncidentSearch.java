package org.csoalliance.incident;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.SearchPart;

/** Incidents in the search: the same words find the same as in the list. */
@Dependent
public class IncidentSearch implements SearchPart {
  @EJB private IncidentListService incidents;

  /** Made by the container. */
  public IncidentSearch() {}

  @Override
  public int place() {
    return 10;
  }

  @Override
  public String kind() {
    return "incidents";
  }

  @Override
  public String heading() {
    return "Incidents";
  }

  @Override
  public List<SearchHit> find(String words, int most) {
    return incidents.page(filter(words), most + 1, null, false).items().stream()
        .map(
            each ->
                new SearchHit(
                    each.title(),
                    "/incidents/" + each.reference(),
                    each.text() == null ? "" : each.text(),
                    each.reference()
                        + (each.area() == null || each.area().isEmpty() ? "" : ", " + each.area())))
        .toList();
  }

  @Override
  public String all(String words) {
    return "/incidents?" + filter(words).toQuery();
  }

  private static IncidentFilter filter(String words) {
    return IncidentFilter.parse(Map.of("text", List.of(words)));
  }
}
