package org.csoalliance.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.csoalliance.event.EventDraftService;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventSummary;
import org.csoalliance.event.OwnEvent;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Routes;

/** An organiser's own events: what comes, drafts, templates and what is over. */
@Named("organiserEvents")
@RequestScoped
public class OrganiserBean {
  @Inject private EventDraftService drafts;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private List<OwnEvent> own;

  /** Reads the events at which the reader has a duty; most members have none. */
  public void load() {
    own = drafts.own();
  }

  /** Whether the reader may make events. */
  public boolean isMaking() {
    return caller.reader().is(Role.ORGANISER);
  }

  /** Whether there is nothing at all. */
  public boolean isNone() {
    return own.isEmpty();
  }

  /** What comes or goes on, the next first. */
  public List<OwnEvent> getComing() {
    return those(one -> one.summary().status() != EventStatus.DRAFT && !over(one.summary()));
  }

  /** Drafts that nobody else sees. */
  public List<OwnEvent> getDrafts() {
    return those(one -> one.summary().status() == EventStatus.DRAFT && !one.template());
  }

  /** Drafts to copy from. */
  public List<OwnEvent> getTemplates() {
    return those(OwnEvent::template);
  }

  /** What is over or was called off, the last first. */
  public List<OwnEvent> getPast() {
    return those(one -> one.summary().status() != EventStatus.DRAFT && over(one.summary()));
  }

  private boolean over(EventSummary event) {
    return event.status() == EventStatus.HELD || !clock.instant().isBefore(event.endsAt());
  }

  private List<OwnEvent> those(Predicate<OwnEvent> which) {
    return own.stream().filter(which).toList();
  }

  /** Where the desk of an event is, as soon as there is one; else its editor or its page. */
  public String desk(OwnEvent event) {
    String address = "/organiser/" + event.summary().slug();
    if (Routes.match(address).isPresent()) {
      return address;
    }
    return event.organises() ? address + "/edit" : "/events/" + event.summary().slug();
  }
}
