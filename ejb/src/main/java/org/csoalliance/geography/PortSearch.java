package org.csoalliance.geography;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.search.SearchPart;

/** Ports in the search, by a part of the name or the code. */
@Dependent
public class PortSearch implements SearchPart {
  @EJB private PortService ports;

  /** Made by the container. */
  public PortSearch() {}

  @Override
  public int place() {
    return 70;
  }

  @Override
  public String kind() {
    return "ports";
  }

  @Override
  public String heading() {
    return "Ports";
  }

  @Override
  public List<SearchHit> find(String words, int most) {
    return ports.search(words, most + 1).stream()
        .map(
            port ->
                new SearchHit(
                    port.name(),
                    "/ports/" + port.code(),
                    "",
                    port.code() + (port.country() == null ? "" : ", " + port.country())))
        .toList();
  }

  @Override
  public String all(String words) {
    return "/ports";
  }
}
