package org.csoalliance.library;

import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.ShipService;
import org.csoalliance.membership.ShipSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;

/** A security officer asks ships to read something and to say so, by a link that works once. */
@Stateless
@RolesAllowed(MEMBER)
public class ShipAskService {
  private static final String USE = "library-ship";
  private static final int MOST = 50;

  @Inject private LibraryRepository library;
  @Inject private AskRepository asks;
  @Inject private ShipService ships;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public ShipAskService() {}

  ShipAskService(
      LibraryRepository library,
      AskRepository asks,
      ShipService ships,
      Outbox outbox,
      AuditLog audit,
      CallerContext caller,
      Settings settings,
      Clock clock) {
    this.library = library;
    this.asks = asks;
    this.ships = ships;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.settings = settings;
    this.clock = clock;
  }

  /** What a ship's link opens. */
  public record Opened(ShipAsk ask, LibraryItem item) {}

  /** The ships of the caller's company. */
  public List<ShipSummary> ships() {
    return caller.reader().companyId() == null ? List.of() : ships.ofMyCompany();
  }

  /**
   * Which ships of the company were asked about the item, and which have confirmed.
   *
   * @throws NotFoundException when the caller may not see the item
   */
  public List<ShipAsk> asked(String slug) {
    LibraryItem item = item(slug);
    Long company = caller.reader().companyId();
    return company == null ? List.of() : asks.ofCompany(item.id(), company);
  }

  /**
   * Asks ships, each by a mail to the address given. One that has confirmed is not asked again.
   *
   * @param mails address by IMO number; where it is empty the ship is not asked
   * @return how many were asked
   * @throws InvalidException fields {@code mail-} and the IMO number, or {@code ships}
   */
  public int ask(String slug, Map<String, String> mails) {
    LibraryItem item = item(slug);
    Map<String, String> wrong = new LinkedHashMap<>();
    List<ShipSummary> chosen = new ArrayList<>();
    for (ShipSummary ship : ships()) {
      String mail = mails.getOrDefault(ship.imo(), "").strip();
      if (mail.isEmpty()) {
        continue;
      }
      if (!MailAddress.valid(mail) || mail.length() > 254) {
        wrong.put("mail-" + ship.imo(), "Enter the ship's e-mail address, or leave it empty.");
      }
      chosen.add(ship);
    }
    if (wrong.isEmpty() && (chosen.isEmpty() || chosen.size() > MOST)) {
      wrong.put("ships", "Enter the e-mail address of 1 to 50 ships.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    List<OutgoingMail> out = new ArrayList<>();
    for (ShipSummary ship : chosen) {
      String mail = mails.get(ship.imo()).strip();
      asks.ask(item.id(), caller.reader(), ship.imo(), ship.name(), mail, clock.instant())
          .ifPresent(id -> out.add(mail(item, ship, mail, id)));
    }
    outbox.queue(out);
    audit.record(
        caller.reader(), "library.ships_asked", "library", item.slug(), out.size() + " ships");
    return out.size();
  }

  private OutgoingMail mail(LibraryItem item, ShipSummary ship, String mail, long id) {
    String link =
        settings.baseUrl() + "/library/ship?t=" + asks.links().of(USE, String.valueOf(id));
    return new OutgoingMail(
        mail,
        null,
        "LIBRARY",
        item.slug(),
        "To read and confirm: " + item.title(),
        "To the master and the ship security officer of "
            + ship.name()
            + " (IMO "
            + ship.imo()
            + ").\n\nYour company's security officer, "
            + caller.reader().name()
            + ", asks you to read: "
            + item.title()
            + "\n\n"
            + item.summary()
            + "\n\nFetch the files (less than 2 MB) and confirm here, without signing in:\n"
            + link
            + "\n\nThe link is your ship's own. Do not pass it on.\n");
  }

  /**
   * What the link opens. Anyone who has it may call.
   *
   * @throws NotFoundException when it is none of ours, or the item no longer stands for the company
   */
  @PermitAll
  public Opened open(String token) {
    AskRepository.Opened opened =
        asks.links()
            .read(USE, token)
            .filter(text -> text.matches("[0-9]{1,18}"))
            .flatMap(text -> asks.open(Long.parseLong(text)))
            .filter(AskRepository.Opened::stands)
            .orElseThrow(() -> new NotFoundException("This link opens nothing any longer."));
    return new Opened(opened.ask(), library.byId(opened.item()).orElseThrow(LibraryService::gone));
  }

  /** The bundle, counted for the company as fetched on board. Anyone who has the link may call. */
  @PermitAll
  public LibraryContent bundle(String token) {
    Opened opened = open(token);
    List<LibraryContent> files = library.bundle(opened.item());
    if (files.isEmpty()) {
      throw LibraryService.gone();
    }
    asks.count(
        opened.item().id(),
        asks.company(opened.ask().id()),
        true,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return new LibraryContent(
        opened.item().slug() + "-for-ships.zip", "application/zip", Bundle.of(files), false);
  }

  /**
   * Confirms, once. Anyone who has the link may call.
   *
   * @return false when it was confirmed before
   */
  @PermitAll
  public boolean confirm(String token) {
    Opened opened = open(token);
    boolean first = asks.confirm(opened.ask().id(), clock.instant());
    if (first) {
      audit.record(
          Reader.SYSTEM,
          "library.ship_confirmed",
          "library",
          opened.item().slug(),
          "IMO " + opened.ask().imo());
    }
    return first;
  }

  private LibraryItem item(String slug) {
    return library
        .find(caller.reader(), slug == null ? "" : slug)
        .orElseThrow(LibraryService::gone);
  }
}
