package org.csoalliance.web.geography;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.geography.Port;
import org.csoalliance.geography.PortService;
import org.csoalliance.geography.PortSource;
import org.csoalliance.web.shared.Asked;

/** Finds a port by its name or code. */
@Named("ports")
@RequestScoped
public class PortsBean {
  /** So many ports are shown. */
  private static final int MOST = 50;

  @Inject private PortService service;

  private String typed = "";
  private List<Port> found = List.of();
  private Map<PortSource, Long> counts = Map.of();

  /** Searches for what the address asks; without a question it tells what is known. */
  public void load() {
    String asked = Asked.parameter("q");
    typed = asked == null ? "" : asked.strip();
    if (typed.isEmpty()) {
      counts = service.counts();
    } else {
      found = service.search(typed, MOST + 1);
    }
  }

  /** What was typed. */
  public String getTyped() {
    return typed;
  }

  /** Whether anything was asked for. */
  public boolean isAsked() {
    return !typed.isEmpty();
  }

  /** The ports that were found, the best match first. */
  public List<Port> getFound() {
    return found.subList(0, Math.min(MOST, found.size()));
  }

  /** How many were found, in words. */
  public String getSummary() {
    if (found.size() > MOST) {
      return "More than " + MOST + " ports. Type more of the name.";
    }
    return found.size() == 1 ? "1 port" : found.size() + " ports";
  }

  /** Where the ports come from, in one sentence. */
  public String getSources() {
    StringBuilder words = new StringBuilder();
    for (PortSource source : PortSource.values()) {
      Long count = counts.get(source);
      if (count != null) {
        words.append(words.isEmpty() ? "" : ", ");
        words.append(String.format(Locale.ENGLISH, "%,d of %s", count, source.label()));
      }
    }
    return words.toString();
  }
}
