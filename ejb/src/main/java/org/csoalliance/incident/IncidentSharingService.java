package org.csoalliance.incident;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Blur;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;

/**
 * Changes who reads an incident. To narrow takes one person: the reporter or an editor. To widen
 * takes the reporter; for the label two editors may stand in, each with a reason. The audit log
 * tells labels and never a group, so that a hidden one leaves no trace there.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class IncidentSharingService {
  private static final int LEAST_REASON = 5;

  /** What may wait to be mailed about a report when it is narrowed. */
  private static final List<String> MAILS = List.of("ALERT", "ALERT_CORRECTION", "INCIDENT_ANSWER");

  @Inject private IncidentRepository incidents;
  @Inject private IncidentSharingRepository sharing;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private Event<Object> events;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private Blur blur = new Blur();

  /** Made by the container. */
  public IncidentSharingService() {}

  /** For tests. */
  public IncidentSharingService(
      IncidentRepository incidents,
      IncidentSharingRepository sharing,
      Outbox outbox,
      AuditLog audit,
      Event<Object> events,
      CallerContext caller,
      Clock clock) {
    this.incidents = incidents;
    this.sharing = sharing;
    this.outbox = outbox;
    this.audit = audit;
    this.events = events;
    this.caller = caller;
    this.clock = clock;
  }

  /** What became of the wish to change a label. */
  public enum Labelled {
    /** It counts from now on. */
    MADE,
    /** Another editor has to confirm it. */
    ASKED
  }

  /**
   * Changes the label, or asks another editor to confirm a widening.
   *
   * @param to the new label
   * @param reason 5 to 2,000 characters, which everybody who reads the incident reads too
   * @param seenVersion the version that the caller has seen; -1: whatever it is now
   * @throws NotFoundException when there is none, or the caller may not see it
   * @throws InvalidException when label or reason cannot be taken
   * @throws RefusedException when the caller is neither the reporter nor an editor
   * @throws ConflictException when it has changed since, bears the label already, or another
   *     editor's wish waits
   */
  public Labelled label(String reference, Tlp to, String reason, int seenVersion) {
    String why = reason(reason, to == null ? "Choose the new label." : null);
    Reader reader = caller.reader();
    Incident incident = lock(reference, reader);
    boolean source = source(incident, reader);
    current(incident, seenVersion);
    Tlp from = incident.tlp();
    if (from == to) {
      throw new ConflictException("It is " + to.label() + " already.");
    }
    Instant now = clock.instant();
    boolean widens = to.compareTo(from) > 0;
    if (widens && !source) {
      if (sharing.asked(incident.id()).isPresent()) {
        throw new ConflictException(
            "An editor has asked for another label already. Confirm or refuse that first.");
      }
      sharing.ask(incident.id(), from, to, why, reader, now);
      audit(reader, "label_asked", incident, from.label() + " to " + to.label());
      return Labelled.ASKED;
    }
    sharing.made(incident.id(), from, to, widens ? "SOURCE" : "NARROWED", why, reader, now);
    set(incident, to, reader, now);
    return Labelled.MADE;
  }

  /**
   * A second editor decides on the widening that waits; whoever asked may take it back.
   *
   * @param confirm whether the label is widened
   * @param reason 5 to 2,000 characters
   * @param seenVersion the version that the caller has seen; -1: whatever it is now
   * @throws RefusedException when the caller asked for it and would confirm it
   * @throws ConflictException when it has changed since, or nothing waits any more
   */
  @RolesAllowed(EDITOR)
  public void decide(String reference, boolean confirm, String reason, int seenVersion) {
    String why = reason(reason, null);
    Reader reader = caller.reader();
    Incident incident = lock(reference, reader);
    current(incident, seenVersion);
    IncidentSharingRepository.Asked asked =
        sharing
            .asked(incident.id())
            .filter(each -> each.from() == incident.tlp())
            .orElseThrow(
                () -> new ConflictException("Nobody waits for another label here any more."));
    if (confirm && reader.accountId().equals(asked.askedBy())) {
      throw new RefusedException("You asked for this label. Another editor has to confirm it.");
    }
    Instant now = clock.instant();
    sharing.decide(asked.id(), confirm, why, reader, now);
    if (confirm) {
      set(incident, asked.to(), reader, now);
    } else {
      audit(reader, "label_refused", incident, asked.from().label() + " stays");
    }
  }

  private void set(Incident incident, Tlp to, Reader reader, Instant now) {
    Tlp from = incident.tlp();
    incident.label(to, now);
    incidents.flush();
    events.fire(new IncidentLabelled(incident.id(), from, to));
    if (to.compareTo(from) < 0 && to.compareTo(Tlp.AMBER) < 0) {
      outbox.takeBack(incident.reference(), MAILS, now);
    }
    audit(
        reader,
        to.compareTo(from) > 0 ? "label_widened" : "label_narrowed",
        incident,
        from.label() + " to " + to.label());
  }

  /**
   * The reporter shares it with one of their own groups: its members read it whatever the label.
   *
   * @throws NotFoundException when there is no such incident or group, or the caller may not know
   * @throws RefusedException when the caller is not the reporter
   * @throws ConflictException when it is shared with the group already
   */
  @RolesAllowed({MEMBER, EDITOR})
  public void share(String reference, long groupId) {
    Reader reader = caller.reader();
    Incident incident = lock(reference, reader);
    if (!source(incident, reader)) {
      throw new RefusedException("The reporter alone shares a report with a group.");
    }
    if (!reader.is(Role.MEMBER) || !reader.groups().contains(groupId)) {
      throw new NotFoundException("There is no such group, or you are not in it.");
    }
    if (!sharing.share(incident.id(), groupId, reader, clock.instant())) {
      throw new ConflictException("It is shared with this group already.");
    }
    audit(reader, "group_shared", incident, "with a group");
  }

  /**
   * Takes it back from a group: its members stop reading it with their next request.
   *
   * @param reason at most 500 characters, may be empty
   * @throws RefusedException when the caller is neither the reporter nor an editor
   * @throws ConflictException when it is not shared with that group, or the caller may not know
   */
  public void revoke(String reference, long groupId, String reason) {
    Reader reader = caller.reader();
    Incident incident = lock(reference, reader);
    source(incident, reader);
    String why = TypedText.line(reason == null ? "" : reason);
    if (why.length() > 500) {
      throw new InvalidException("groupReason", "Shorten the reason to 500 characters.");
    }
    if (!sharing.revoke(incident.id(), groupId, why, reader, clock.instant())) {
      throw new ConflictException("It is not shared with this group any more.");
    }
    audit(reader, "group_revoked", incident, "from a group");
  }

  /**
   * Says how the report names its source, how exact it shows its place, and to whom it may be
   * passed on. The reporter says it as they like; an editor only narrows.
   *
   * @param seenVersion the version that the caller has seen; -1: whatever it is now
   * @throws InvalidException when the choice cannot be taken
   * @throws RefusedException when an editor would widen, or the caller is neither
   * @throws ConflictException when it has changed since
   */
  public void disclose(String reference, Disclosure choice, int seenVersion) {
    check(choice);
    Reader reader = caller.reader();
    Incident incident = lock(reference, reader);
    boolean source = source(incident, reader);
    current(incident, seenVersion);
    Disclosure before = incident.disclosure();
    if (!source && !narrower(before, choice)) {
      throw new RefusedException(
          "An editor makes a report tell less. To tell more is for the reporter.");
    }
    incident.disclose(incidents.unsafe(incident) ? Unsafe.rough(choice) : choice, blur);
    incidents.flush();
    audit(
        reader,
        "disclosed",
        incident,
        incident.disclosure().attribution()
            + ", blurred by "
            + Math.round(incident.disclosure().blurNm())
            + " NM");
  }

  private static void check(Disclosure choice) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (choice == null || choice.attribution() == null) {
      wrong.put("attribution", "Choose how the report names its source.");
    } else if (!(choice.blurNm() == 0
        || (choice.blurNm() >= 0.5 && choice.blurNm() <= Blur.MOST_NM))) {
      wrong.put("blurNm", "The blur is 0 for none, or 0.5 to 100 nautical miles.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
  }

  private static boolean narrower(Disclosure before, Disclosure after) {
    return after.attribution().compareTo(before.attribution()) >= 0
        && after.blurNm() >= before.blurNm()
        && !(after.mayPassFlag() && !before.mayPassFlag())
        && !(after.mayPassNavy() && !before.mayPassNavy())
        && !(after.mayPassImb() && !before.mayPassImb());
  }

  /** The incident, locked, if the caller may read it; else the same answer as for none. */
  private Incident lock(String reference, Reader reader) {
    String wanted = reference == null ? "" : TypedText.line(reference).toUpperCase(Locale.ROOT);
    return incidents
        .lock(wanted)
        .filter(
            incident ->
                SharingPolicy.mayRead(
                    reader,
                    new Shared(
                        incident.tlp(),
                        IncidentConditions.published(incident.status()),
                        incident.companyId(),
                        incident.reporterId(),
                        incident.disclosure().attribution(),
                        sharing.groups(incident.id()))))
        .orElseThrow(
            () -> new NotFoundException("There is no such incident, or you may not see it."));
  }

  /** Whether the caller is the source; an editor is let through, everybody else refused. */
  private static boolean source(Incident incident, Reader reader) {
    boolean source =
        IncidentSharingRepository.isSource(reader, incident.reporterId(), incident.companyId());
    if (!source && !reader.is(Role.EDITOR)) {
      throw new RefusedException("The reporter and the editors alone change who reads it.");
    }
    return source;
  }

  private static void current(Incident incident, int seenVersion) {
    if (seenVersion >= 0 && seenVersion != incident.version()) {
      throw new ConflictException(
          "This incident has changed since you opened it, and it is "
              + incident.tlp().label()
              + " now. Read it again, then decide.");
    }
  }

  private static String reason(String reason, String label) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (label != null) {
      wrong.put("label", label);
    }
    String why = TypedText.block(reason == null ? "" : reason);
    int length = why.codePointCount(0, why.length());
    if (length < LEAST_REASON) {
      wrong.put("labelReason", "Give the reason, in at least 5 characters. Readers see it.");
    } else if (length > 2000) {
      wrong.put("labelReason", "Shorten the reason to 2,000 characters.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return why;
  }

  private void audit(Reader reader, String what, Incident incident, String details) {
    audit.record(reader, "incident." + what, "incident", incident.reference(), details);
  }
}
