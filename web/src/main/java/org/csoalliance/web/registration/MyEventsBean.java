package org.csoalliance.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.csoalliance.event.registration.MyRegistration;
import org.csoalliance.event.registration.RegistrationPageService;
import org.csoalliance.event.registration.RegistrationState;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;

/** One's own events: what is offered, what comes, what waits, what is over. */
@Named("myEvents")
@RequestScoped
public class MyEventsBean {
  @Inject private RegistrationPageService service;
  @Inject private Clock clock;

  private List<MyRegistration> all = List.of();

  /** Reads them. */
  public void load() {
    try {
      all = service.mine();
    } catch (NotFoundException nobody) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  /** Seats that wait for a yes. */
  public List<MyRegistration> getOffered() {
    return ahead().stream().filter(one -> one.offerUntil() != null).toList();
  }

  /** With a seat, the next first. */
  public List<MyRegistration> getComing() {
    return ahead().stream().filter(one -> one.state().seat()).toList();
  }

  /** On a waiting list, or asked for. */
  public List<MyRegistration> getWaiting() {
    return ahead().stream()
        .filter(one -> one.state().counts() && !one.state().seat() && one.offerUntil() == null)
        .toList();
  }

  /** What is over, the last first. */
  public List<MyRegistration> getPast() {
    return all.stream()
        .filter(one -> !one.endsAt().isAfter(clock.instant()))
        .filter(one -> one.state() != RegistrationState.CANCELLED)
        .sorted(java.util.Comparator.comparing(MyRegistration::startsAt).reversed())
        .toList();
  }

  /** Whether there is nothing at all. */
  public boolean isNothing() {
    return getOffered().isEmpty()
        && getComing().isEmpty()
        && getWaiting().isEmpty()
        && getPast().isEmpty();
  }

  private List<MyRegistration> ahead() {
    Instant now = clock.instant();
    return all.stream().filter(one -> one.endsAt().isAfter(now)).toList();
  }

  /** When it is. */
  public String when(MyRegistration one) {
    return EventWhen.span(one.startsAt(), one.endsAt(), one.zone());
  }

  /** Until when an offer holds. */
  public String until(MyRegistration one) {
    return EventWhen.moment(one.offerUntil(), one.zone());
  }
}
