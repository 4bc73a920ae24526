package org.csoalliance.web.me;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.alert.AlertSubscriptionService;
import org.csoalliance.incident.alert.Shape;
import org.csoalliance.incident.alert.Wanted;
import org.csoalliance.incident.alert.Watch;
import org.csoalliance.incident.alert.WatchOrder;
import org.csoalliance.incident.alert.Waters;
import org.csoalliance.membership.join.ApplicationDraftService;
import org.csoalliance.membership.join.ApplicationView;
import org.csoalliance.membership.join.JoinService;
import org.csoalliance.membership.vetting.VettingQueue;
import org.csoalliance.membership.vetting.VettingQueueService;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** "Tonight", the home of a signed-in person: what is near, what is new, what became of my own. */
@Named("me")
@RequestScoped
public class MeBean {
  private static final Duration LATELY = Duration.ofDays(30);
  private static final int MOST_WATCHES = 10;
  private static final int PER_WATCH = 5;
  private static final int MOST_NEAR = 8;
  private static final int ELSEWHERE = 10;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** An incident and the names of the watches that it lies in. */
  public record Near(IncidentSummary incident, String watches) {}

  @Inject private IncidentListService incidents;
  @Inject private AlertSubscriptionService alerts;
  @Inject private VettingQueueService vetting;
  @EJB private JoinService joining;
  @EJB private ApplicationDraftService drafts;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private ApplicationView application;
  private List<Watch> watches = List.of();
  private List<Near> near = List.of();
  private List<IncidentSummary> mine = List.of();
  private List<IncidentSummary> elsewhere = List.of();
  private long toVet;

  /** For anybody who is signed in; what cannot concern the person is left empty. */
  public void load() {
    Reader reader = caller.reader();
    if (!reader.signedIn()) {
      Answers.forbidden(FacesContext.getCurrentInstance());
      return;
    }
    if (reader.is(Role.APPLICANT)) {
      application = joining.ofCaller().map(drafts::view).orElse(null);
    }
    if (reader.roles().isEmpty()) {
      return; // the page tells why no role counts, and nothing else
    }
    if (isReporting()) {
      mine = incidents.mine(PER_WATCH);
    }
    if (isWatching()) {
      watches = alerts.mine();
      near = near();
    }
    if (reader.is(Role.VETTING_OFFICER)) {
      VettingQueue.Counts counts = vetting.counts();
      toVet = counts.waiting() + counts.second() + counts.appeals();
    }
    Set<String> shown =
        near.stream()
            .map(each -> each.incident().reference())
            .collect(java.util.stream.Collectors.toSet());
    elsewhere =
        incidents.page(IncidentFilter.ALL, ELSEWHERE + MOST_NEAR, null, false).items().stream()
            .filter(incident -> !shown.contains(incident.reference()))
            .limit(ELSEWHERE)
            .toList();
  }

  /** Watches in which nothing was confirmed lately are not asked again. */
  private List<Near> near() {
    Instant since = clock.instant().minus(LATELY);
    Map<String, IncidentSummary> found = new LinkedHashMap<>();
    Map<String, List<String>> names = new LinkedHashMap<>();
    watches.stream()
        .filter(watch -> watch.confirmedLately().any())
        .limit(MOST_WATCHES)
        .forEach(
            watch ->
                incidents
                    .page(filter(watch.order(), since), PER_WATCH, null, false)
                    .items()
                    .stream()
                    .filter(incident -> watch.order().waters().contains(incident.position()))
                    .filter(incident -> grave(watch.order().wanted(), incident))
                    .forEach(
                        incident -> {
                          found.put(incident.reference(), incident);
                          names
                              .computeIfAbsent(incident.reference(), r -> new ArrayList<>())
                              .add(watch.order().name());
                        }));
    return found.values().stream()
        .sorted(Comparator.comparing(IncidentSummary::occurredAt).reversed())
        .limit(MOST_NEAR)
        .map(i -> new Near(i, String.join(", ", names.get(i.reference()))))
        .toList();
  }

  private static boolean grave(Wanted wanted, IncidentSummary incident) {
    return wanted.atLeast() == null
        || incident.severity() == null
        || incident.severity() <= wanted.atLeast();
  }

  private static IncidentFilter filter(WatchOrder order, Instant since) {
    Waters waters = order.waters();
    Circle circle = waters.circle();
    return new IncidentFilter(
        order.wanted().kinds(),
        Set.of(IncidentStatus.CONFIRMED),
        Set.of(),
        since,
        null,
        circle == null && waters.shape() != Shape.WORLD ? waters.box() : null,
        circle == null ? null : circle.centre(),
        circle == null ? null : circle.radiusNm(),
        null,
        order.wanted().words().isEmpty() ? null : order.wanted().words(),
        order.wanted().labels(),
        Set.of(),
        IncidentFilter.Sort.NEWEST);
  }

  /** The day, the time, and what stands below, in one line. */
  public String getMoment() {
    String moment = MOMENT.format(clock.instant()) + ".";
    if (!isWatching() || watches.isEmpty()) {
      return moment;
    }
    long active = watches.stream().filter(watch -> watch.confirmedLately().any()).count();
    return moment
        + (watches.size() == 1
            ? " You watch 1 area; "
            : " You watch " + watches.size() + " areas; ")
        + (active == 0 ? "nothing" : "something")
        + " was confirmed there in the last 30 days.";
  }

  /** The person's own application, for applicants alone; null without one. */
  public ApplicationView getApplication() {
    return application;
  }

  /** Whether this person may have watches. */
  public boolean isWatching() {
    return isReporting();
  }

  /** Whether this person may report. */
  public boolean isReporting() {
    Reader reader = caller.reader();
    return reader.is(Role.MEMBER) || reader.is(Role.PARTNER) || reader.is(Role.EDITOR);
  }

  /** The person's watches. */
  public List<Watch> getWatches() {
    return watches;
  }

  /** What was confirmed near the watches in the last 30 days, newest first. */
  public List<Near> getNear() {
    return near;
  }

  /** The person's own reports, newest first. */
  public List<IncidentSummary> getMine() {
    return mine;
  }

  /** The newest that are not shown as near. */
  public List<IncidentSummary> getElsewhere() {
    return elsewhere;
  }

  /** How many applications wait for a vetting officer. */
  public long getToVet() {
    return toVet;
  }
}
