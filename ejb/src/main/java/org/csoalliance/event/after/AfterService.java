package org.csoalliance.event.after;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.RoomRule;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/** Organisers read who did not come, write what came of it, and set how long people are kept. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class AfterService {
  private static final int TEXT = 8000;

  @Inject private EventAccess access;
  @Inject private AfterRepository after;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public AfterService() {}

  /** For tests. */
  public AfterService(
      EventAccess access,
      AfterRepository after,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.access = access;
    this.after = after;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** What is set for the event. */
  public EventSettings settings(String slug) {
    return after.settings(access.require(slug, EventDuty.ORGANISER).id());
  }

  /**
   * Sets it.
   *
   * @throws NotFoundException when there is no such event of the caller's
   * @throws InvalidException when the days are out of bounds
   */
  public void set(String slug, EventSettings settings) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    if (settings.keepDays() < 30 || settings.keepDays() > 3650) {
      throw new InvalidException("keepDays", "Enter a whole number of days from 30 to 3,650.");
    }
    after.settings(event.id(), settings);
    audit.record(
        caller.reader(),
        "event.settings",
        "event",
        event.slug(),
        "attendees " + settings.attendees() + ", keep " + settings.keepDays() + " days");
  }

  /** Who had a seat and did not come, for organisers and auditors of the event. */
  public NoShowFigures noShows(String slug) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER, EventDuty.AUDITOR);
    List<NoShowFigures.Line> categories = after.categories(event.id());
    int seats = categories.stream().mapToInt(NoShowFigures.Line::seats).sum();
    int missing = categories.stream().mapToInt(NoShowFigures.Line::missing).sum();
    return new NoShowFigures(
        seats, missing, after.companies(event.id()), categories, advice(seats, missing));
  }

  /** Advice alone: nothing here gives a seat that is not there. */
  static String advice(int seats, int missing) {
    if (seats < 20 || missing < NoShowFigures.LEAST) {
      return "";
    }
    int more = (int) Math.floor(100.0 * missing / (seats - missing) * 0.8);
    return String.format(
        Locale.ENGLISH,
        "%d of %d did not come (%d%%). If the next event is alike, a waiting list that is told"
            + " early, or up to %d seats more for each 100, would fill the room. Nothing is"
            + " overbooked by itself.",
        missing,
        seats,
        Math.round(100.0 * missing / seats),
        more);
  }

  /** The outcome as its organiser sees it, with the names that stand in it. */
  public Outcome outcome(String slug) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    Outcome outcome = after.outcome(event.id()).orElse(new Outcome("", null, "", List.of()));
    return new Outcome(
        outcome.text(), outcome.publishedAt(), outcome.by(), named(event, outcome.text()));
  }

  /**
   * Keeps the outcome.
   *
   * @param publish whether those who were there read it
   * @param sure whether names that stand in it were looked at, under the Chatham House Rule
   * @throws InvalidException when it is too long, or names stand in it and nobody has looked
   */
  public void write(String slug, String text, boolean publish, boolean sure) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    String words = text == null ? "" : text.strip();
    if (words.isEmpty() || words.length() > TEXT) {
      throw new InvalidException("text", "Write 1 to 8,000 characters.");
    }
    List<String> named = named(event, words);
    if (publish && !named.isEmpty() && !sure) {
      throw new InvalidException(
          "text",
          "The event was held under the Chatham House Rule, and this names "
              + String.join(", ", named)
              + ". Take it out, or say below that it tells of nobody who was there.");
    }
    Instant now = clock.instant();
    after.outcome(event.id(), words, publish ? now : null, caller.reader(), now);
    audit.record(
        caller.reader(),
        publish ? "event.outcome_published" : "event.outcome_kept",
        "event",
        event.slug(),
        named.isEmpty() ? "" : named.size() + " names confirmed");
  }

  private List<String> named(EventDesk event, String text) {
    if (event.rule() != RoomRule.CHATHAM_HOUSE || text.isEmpty()) {
      return List.of();
    }
    return after.names(event.id()).stream()
        .filter(
            name ->
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text)
                    .find())
        .limit(20)
        .toList();
  }

  /**
   * Who else comes, for somebody with a seat, where the organiser allows it.
   *
   * @throws NotFoundException when the caller has no seat, or nobody is shown
   */
  public List<Attendee> attendees(String slug) {
    return after.attendees(
        after
            .seat(slug == null ? "" : slug, caller.reader().accountId())
            .filter(event -> after.settings(event).attendees())
            .orElseThrow(() -> new NotFoundException("There is no such list.")));
  }

  /** Which pages of an event there are for the caller: one statement; none without a seat. */
  public SeatPages pages(String slug) {
    return after
        .pages(slug == null ? "" : slug, caller.reader().accountId())
        .orElse(SeatPages.NONE);
  }

  /**
   * The outcome for somebody who had a seat.
   *
   * @throws NotFoundException when the caller had no seat, or it is not published
   */
  public Outcome published(String slug) {
    return after
        .seat(slug == null ? "" : slug, caller.reader().accountId())
        .flatMap(after::outcome)
        .filter(outcome -> outcome.publishedAt() != null)
        .orElseThrow(() -> new NotFoundException("There is no such outcome."));
  }
}
