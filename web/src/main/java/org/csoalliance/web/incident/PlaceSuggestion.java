package org.csoalliance.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.geography.NearestPort;
import org.csoalliance.geography.PortService;
import org.csoalliance.platform.geo.Position;

/**
 * The nearest port and its country, as a suggestion for the place of a report: {@code
 * #{placeSuggestion.words(position)}}. One statement a request.
 */
@Named("placeSuggestion")
@RequestScoped
public class PlaceSuggestion {
  @Inject private PortService ports;

  private Position asked;
  private NearestPort nearest;

  /** The nearest port; null without a position, or when none is near. */
  public NearestPort nearest(Position position) {
    if (position != null && !position.equals(asked)) {
      asked = position;
      nearest = ports.nearest(position).orElse(null);
    }
    return position == null ? null : nearest;
  }

  /** Such as "12 NM south-west of Lagos, Nigeria"; null when there is nothing to suggest. */
  public String words(Position position) {
    NearestPort near = nearest(position);
    return near == null ? null : near.words();
  }

  /** Whether the words of the place do not hold the suggestion yet. */
  public boolean missing(String area, Position position) {
    String words = words(position);
    return words != null && (area == null || !area.contains(words));
  }
}
