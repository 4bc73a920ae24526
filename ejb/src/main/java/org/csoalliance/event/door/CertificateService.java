package org.csoalliance.event.door;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.text.PlainText;

/** Organisers issue certificates of attendance to whoever was there for enough. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class CertificateService {
  @Inject private CertificateRepository certificates;
  @Inject private DoorRepository doors;
  @Inject private DoorListRepository lists;
  @Inject private DoorAccess access;
  @Inject private TicketKeys keys;
  @Inject private Outbox outbox;
  @Inject private Settings settings;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public CertificateService() {}

  /** For tests. */
  public CertificateService(
      CertificateRepository certificates,
      DoorRepository doors,
      DoorListRepository lists,
      DoorAccess access,
      TicketKeys keys,
      Outbox outbox,
      Settings settings,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.certificates = certificates;
    this.doors = doors;
    this.lists = lists;
    this.access = access;
    this.keys = keys;
    this.outbox = outbox;
    this.settings = settings;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Everybody with a seat, what they attended, and their certificates.
   *
   * @throws NotFoundException when the caller runs no such event
   */
  public CertificateDesk desk(String slug) {
    DoorRepository.Venue venue = organised(slug);
    AttendanceRule rule = certificates.rule(venue.id());
    Attendance.Programme programme = certificates.event(venue.id()).programme();
    Map<Long, Certificate> there = new HashMap<>();
    certificates.ofEvent(venue.id()).forEach(each -> there.put(each.registrationId(), each));
    List<CertificateDesk.Row> rows = new ArrayList<>();
    for (DoorList.Person person : lists.people(venue.id())) {
      if (person.seat()) {
        Attendance attendance = Attendance.of(rule, programme, person.sessions(), person.in());
        rows.add(
            new CertificateDesk.Row(
                person.id(),
                person.name(),
                person.company(),
                attendance.words(rule),
                attendance.hours().stripTrailingZeros().toPlainString(),
                attendance.enough(),
                there.get(person.id())));
      }
    }
    return new CertificateDesk(
        venue.slug(),
        venue.title(),
        rule,
        (int) rows.stream().filter(CertificateDesk.Row::open).count(),
        (int) rows.stream().filter(CertificateDesk.Row::has).count(),
        rows);
  }

  /**
   * Says for how much of the event somebody must have been there. What was issued before stays.
   *
   * @throws InvalidException when the share is none
   */
  public void rule(String slug, AttendanceRule.Basis basis, Integer percent) {
    DoorRepository.Venue venue = organised(slug);
    if (basis == null || percent == null || percent < 1 || percent > 100) {
      throw new InvalidException("percent", "Enter a share from 1 to 100 percent.");
    }
    certificates.rule(venue.id(), new AttendanceRule(basis, percent));
    audit.record(
        caller.reader(), "certificate.rule", "event", venue.slug(), percent + "% of " + basis);
  }

  /**
   * Issues one and mails it.
   *
   * @throws NotFoundException when there is no such registration
   * @throws ConflictException when the person was not there for enough, or has one
   */
  public Certificate issue(String slug, long registrationId) {
    DoorRepository.Venue venue = organised(slug);
    doors.lockBatch(venue.id()); // two organisers at once: the second finds what the first issued
    DoorList.Person person =
        lists.people(venue.id()).stream()
            .filter(each -> each.id() == registrationId && each.seat())
            .findFirst()
            .orElseThrow(() -> new NotFoundException("There is no such registration."));
    AttendanceRule rule = certificates.rule(venue.id());
    CertificateRepository.Event event = certificates.event(venue.id());
    Attendance attendance = Attendance.of(rule, event.programme(), person.sessions(), person.in());
    if (!attendance.enough()) {
      throw new ConflictException(
          "This person was there for "
              + attendance.words(rule)
              + ". A certificate takes "
              + rule.percent()
              + "%.");
    }
    Certificate made =
        issue(event, venue, registrationId, attendance)
            .orElseThrow(() -> new ConflictException("This person has a certificate already."));
    audit.record(caller.reader(), "certificate.issued", "event", venue.slug(), made.number());
    return made;
  }

  /** Issues one to everybody who was there for enough and has none, and mails each; how many. */
  public int issueAll(String slug) {
    DoorRepository.Venue venue = organised(slug);
    doors.lockBatch(venue.id());
    AttendanceRule rule = certificates.rule(venue.id());
    CertificateRepository.Event event = certificates.event(venue.id());
    int made = 0;
    for (DoorList.Person person : lists.people(venue.id())) {
      Attendance attendance =
          Attendance.of(rule, event.programme(), person.sessions(), person.in());
      if (person.seat() && attendance.enough()) {
        made += issue(event, venue, person.id(), attendance).isPresent() ? 1 : 0;
      }
    }
    if (made > 0) {
      audit.record(
          caller.reader(), "certificate.issued-all", "event", venue.slug(), made + " issued");
    }
    return made;
  }

  private Optional<Certificate> issue(
      CertificateRepository.Event event,
      DoorRepository.Venue venue,
      long registrationId,
      Attendance attendance) {
    CertificateRepository.Holder holder =
        certificates.holder(venue.id(), registrationId).orElseThrow();
    Optional<Certificate> made =
        certificates.add(
            event,
            holder,
            attendance,
            Initials.of(holder.name()),
            caller.reader().name(),
            clock.instant());
    made.ifPresent(
        each ->
            mail(
                holder,
                venue,
                "Your certificate of attendance: " + PlainText.line(event.title(), 150),
                "Your certificate of attendance for "
                    + PlainText.line(event.title(), 150)
                    + ", number "
                    + each.number()
                    + ", "
                    + each.hours().stripTrailingZeros().toPlainString()
                    + " hours:\n"
                    + settings.baseUrl()
                    + "/certificates/"
                    + each.link()
                    + "\n\nWhoever opens this link reads your name on it. Anybody can check the"
                    + " number without it:\n"
                    + settings.baseUrl()
                    + "/verify/"
                    + each.code()));
    return made;
  }

  /**
   * Takes a certificate back that is wrong; from then on /verify says so.
   *
   * @param reason 5 to 500 characters; the person and whoever verifies read it
   * @throws NotFoundException when there is no such certificate of the event
   * @throws ConflictException when it was withdrawn before
   */
  public void withdraw(String slug, String number, String reason) {
    DoorRepository.Venue venue = organised(slug);
    String words = PlainText.line(reason, 500);
    if (words.length() < 5) {
      throw new InvalidException(
          "reason",
          "Say why, in 5 to 500 characters. The person reads it, and whoever checks the number.");
    }
    Certificate one =
        certificates
            .byNumber(venue.id(), number)
            .orElseThrow(() -> new NotFoundException("There is no such certificate."));
    if (certificates.withdraw(one.id(), words, caller.reader().name(), clock.instant()) == 0) {
      throw new ConflictException("This certificate was withdrawn before.");
    }
    certificates
        .holder(venue.id(), one.registrationId())
        .ifPresent(
            holder ->
                mail(
                    holder,
                    venue,
                    "Withdrawn: certificate " + one.number(),
                    "The organiser of "
                        + PlainText.line(one.title(), 150)
                        + " withdrew your certificate "
                        + one.number()
                        + ".\n\nReason: "
                        + words));
    audit.record(caller.reader(), "certificate.withdrawn", "event", venue.slug(), one.number());
  }

  private void mail(
      CertificateRepository.Holder holder,
      DoorRepository.Venue venue,
      String subject,
      String body) {
    if (holder.mail().isEmpty()) {
      return; // erased since
    }
    outbox.queue(
        List.of(
            new OutgoingMail(
                holder.mail(),
                holder.accountId(),
                "EVENT",
                venue.slug(),
                "[CSO Alliance] " + subject,
                body + "\n")));
  }

  /** The caller's own certificates that count, the newest first. */
  @PermitAll
  public List<Certificate> own() {
    Reader reader = caller.reader();
    return reader.signedIn() ? certificates.ofAccount(reader.accountId()) : List.of();
  }

  /**
   * The certificate behind a link of a mail, or of the person's own pages.
   *
   * @throws NotFoundException when we signed no such link, or the certificate was withdrawn
   */
  @PermitAll
  public Certificate linked(String link) {
    return certificates
        .byLink(keys.links(), link)
        .filter(Certificate::valid)
        .orElseThrow(() -> new NotFoundException("There is no such certificate."));
  }

  private DoorRepository.Venue organised(String slug) {
    DoorRepository.Venue venue =
        doors.venue(slug == null ? "" : slug).orElseThrow(DoorAccess::unknown);
    access.organising(venue.id());
    return venue;
  }
}
