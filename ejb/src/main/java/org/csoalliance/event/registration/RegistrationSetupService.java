package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventChanged;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/** The organiser sets how people register: categories with seats and price, and the rules. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class RegistrationSetupService {
  private static final int MOST_CATEGORIES = 20;
  private static final BigDecimal DEAREST = new BigDecimal("99999.99");

  private static final SetupRepository.Kept NONE =
      new SetupRepository.Kept(
          new RegistrationSetup.Wanted(false, false, false, false, null), null, null);

  @Inject private SetupRepository setup;
  @Inject private SeatRepository seats;
  @Inject private EventAccess access;
  @Inject private Event<Object> fired;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public RegistrationSetupService() {}

  /** For tests. */
  RegistrationSetupService(
      SetupRepository setup,
      SeatRepository seats,
      EventAccess access,
      Event<Object> fired,
      AuditLog audit,
      CallerContext caller) {
    this.setup = setup;
    this.seats = seats;
    this.access = access;
    this.fired = fired;
    this.audit = audit;
    this.caller = caller;
  }

  /**
   * What is set.
   *
   * @throws NotFoundException when the caller organises no such event
   */
  public RegistrationSetup read(String slug) {
    EventDesk event = desk(slug);
    SetupRepository.Kept kept = setup.rules(event.id()).orElse(NONE);
    return new RegistrationSetup(
        event,
        setup.categories(event.id()),
        kept.rules(),
        kept.seed() == null ? null : Draw.commitment(kept.seed()),
        kept.drawnAt());
  }

  /**
   * Adds a category, or changes one. Whoever registered before keeps the price that was shown.
   *
   * @param id null: a new one
   * @param capacity null: no limit
   * @param price such as 120 or 120.50; empty: free
   * @throws InvalidException with a sentence for each field that cannot be taken; fewer seats than
   *     are taken are refused, since nobody is put out
   */
  public void category(
      String slug,
      Long id,
      String name,
      Integer capacity,
      String price,
      String currency,
      boolean guests) {
    EventDesk event = desk(slug);
    seats.lockQuotas(event.id());
    List<RegistrationSetup.Category> all = setup.categories(event.id());
    RegistrationSetup.Category old =
        id == null ? null : all.stream().filter(one -> one.id() == id).findFirst().orElse(null);
    if (id != null && old == null) {
      throw new NotFoundException("There is no such category.");
    }
    if (old == null && all.size() >= MOST_CATEGORIES) {
      throw new ConflictException("An event has 20 categories at most.");
    }
    String words = PlainText.line(name, 200);
    Map<String, String> wrong = new LinkedHashMap<>();
    if (words.length() < 2 || words.length() > 100) {
      wrong.put("name", "Name the category, in 2 to 100 characters.");
    } else if (all.stream().anyMatch(one -> one != old && one.name().equalsIgnoreCase(words))) {
      wrong.put("name", "There is a category of this name already.");
    }
    if (capacity != null && (capacity < 0 || capacity > 100_000)) {
      wrong.put("capacity", "Enter how many seats it has, or leave it empty.");
    } else if (capacity != null && old != null && capacity < old.taken()) {
      wrong.put(
          "capacity",
          String.format(
              Locale.ENGLISH,
              "%,d seats are taken or held. Nobody loses a seat, so enter %,d or more.",
              old.taken(),
              old.taken()));
    }
    BigDecimal amount = amount(price, wrong);
    String money = currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT);
    if (!money.matches("[A-Z]{3}")) {
      wrong.put("currency", "Write the currency in three letters, such as EUR.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    long quota = old == null ? setup.add(event.id(), words, capacity) : old.id();
    setup.change(quota, words, capacity);
    setup.price(quota, amount, money, guests);
    fired.fire(new EventChanged(event.id()));
    audit.record(
        caller.reader(),
        "event.category",
        "event",
        event.slug(),
        words + ", " + money + " " + amount.toPlainString());
  }

  private static BigDecimal amount(String typed, Map<String, String> wrong) {
    String text = typed == null ? "" : typed.strip().replace(',', '.');
    if (text.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (!text.matches("[0-9]{1,5}(\\.[0-9]{1,2})?")
        || new BigDecimal(text).compareTo(DEAREST) > 0) {
      wrong.put("price", "Write the price as 120 or 120.50, at most 99,999.99; empty is free.");
      return BigDecimal.ZERO;
    }
    return new BigDecimal(text);
  }

  /** Takes a category away that nobody has registered in. */
  public void remove(String slug, long id) {
    EventDesk event = desk(slug);
    seats.lockQuotas(event.id());
    RegistrationSetup.Category old =
        setup.categories(event.id()).stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("There is no such category."));
    if (setup.used(id)) {
      throw new ConflictException(
          "Somebody registered in "
              + old.name()
              + ". Give it 0 more seats instead of removing it.");
    }
    setup.remove(id);
    audit.record(caller.reader(), "event.category_removed", "event", event.slug(), old.name());
  }

  /**
   * Sets the rules.
   *
   * @throws NotFoundException when the caller organises no such event
   * @throws InvalidException when a seat is to be held for less than 1 or more than 60 minutes
   */
  public void rules(String slug, RegistrationSetup.Wanted wanted) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    Integer minutes = wanted.formMinutes();
    if (minutes != null && (minutes < 1 || minutes > 60)) {
      throw new InvalidException(
          "formMinutes", "Enter 1 to 60 minutes, or leave it empty to hold no seat.");
    }
    seats.lockQuotas(event.id());
    setup.rules(event.id(), wanted);
    audit.record(
        caller.reader(),
        "event.rules",
        "event",
        event.slug(),
        "by code "
            + wanted.byCode()
            + ", requests hold "
            + wanted.hold()
            + (minutes == null ? "" : ", forms hold " + minutes + " minutes"));
  }

  private EventDesk desk(String slug) {
    return access.require(slug, EventDuty.ORGANISER, EventDuty.FORMS);
  }
}
