package org.csoalliance.membership.join;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.csoalliance.membership.Capacity;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.text.PlainText;

/**
 * Fills an application, step by step. Each method takes the id that the session got from a link of
 * a mail or from the caller's account; it never comes from a request. What a draft says is its
 * writer's alone until it is sent, so that its changes make no audit entries.
 */
@Stateless
@PermitAll
public class ApplicationDraftService {
  private static final int MOST_NAME = 200;
  private static final int MOST_TOLD = 20;
  private static final Pattern TELEPHONE = Pattern.compile("[+0-9][0-9 ()/.-]{4,39}");

  @Inject private ApplicationRepository applications;
  @Inject private JoinRepository links;
  @Inject private Clock clock;

  /** Made by the container. */
  public ApplicationDraftService() {}

  /** For tests. */
  ApplicationDraftService(ApplicationRepository applications, JoinRepository links, Clock clock) {
    this.applications = applications;
    this.links = links;
    this.clock = clock;
  }

  /**
   * The application as its applicant sees it.
   *
   * @throws NotFoundException when it is gone
   */
  public ApplicationView view(long id) {
    Application application = applications.find(id).orElseThrow(ApplicationDraftService::gone);
    List<ApplicationShip> ships = applications.ships(id);
    List<Proof> proofs = applications.proofs(id);
    List<Voucher> vouchers =
        applications.vouchers(id).stream()
            .map(named -> new Voucher(named.email(), null, null, null)) // no answer tells more
            .toList();
    Set<ProofKind> kinds = JoinRules.kinds(proofs);
    Set<Step> done = EnumSet.noneOf(Step.class);
    for (Step step : Step.values()) {
      if (JoinRules.done(step, application, ships, kinds, vouchers)) {
        done.add(step);
      }
    }
    return new ApplicationView(
        application.reference(),
        application.email(),
        application.name(),
        application.telephone(),
        application.role(),
        company(application),
        JoinRules.ofDomain(application.email(), application.mailDomain()),
        ships,
        proofs,
        vouchers,
        application.codeVersion(),
        application.privacyVersion(),
        application.course().state(),
        application.course().asked(),
        application.course().reply(),
        application.course().refusal(),
        application.course().mayAppeal(),
        application.course().submittedAt(),
        application.course().answerBy(),
        JoinRules.missing(application.role(), kinds),
        done);
  }

  private static CompanyAnswers company(Application of) {
    return of.companyImo() == null
        ? null
        : new CompanyAnswers(
            of.companyName(),
            of.companyImo(),
            of.companyCountry(),
            of.sector(),
            of.flagStates(),
            of.mailDomain());
  }

  /**
   * Takes who the person is.
   *
   * @throws InvalidException with a sentence for {@code name}, {@code telephone}, {@code role}
   * @throws ConflictException when the application was sent already
   */
  public void person(long id, String name, String telephone, Capacity role) {
    Application draft = draft(id);
    Map<String, String> wrong = new LinkedHashMap<>();
    String cleanName = PlainText.line(name, MOST_NAME);
    String cleanTelephone = PlainText.line(telephone, 100);
    if (cleanName.isEmpty()) {
      wrong.put("name", "Enter your name");
    } else if (name.strip().length() > MOST_NAME) {
      wrong.put("name", "Enter your name in 200 characters or fewer");
    }
    if (!TELEPHONE.matcher(cleanTelephone).matches()
        || cleanTelephone.replaceAll("[^0-9]", "").length() < 6) {
      wrong.put("telephone", "Enter a telephone number with its country, like +44 20 7946 0102");
    }
    if (role == null) {
      wrong.put("role", "Say as what you serve your company");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    draft.person(cleanName, cleanTelephone);
    draft.serves(role);
  }

  /**
   * Takes the company.
   *
   * @throws InvalidException with sentences for the fields of {@link TypedCompany#understood}
   * @throws ConflictException when the application was sent already
   */
  public void company(long id, TypedCompany typed) {
    Application draft = draft(id);
    CompanyAnswers company = typed.understood();
    String ship = links.knownShips(List.of(company.imo())).get(company.imo());
    if (ship != null) {
      throw new InvalidException(
          "companyImo",
          "That is the number of the ship " + ship + ". Enter the company’s own IMO number");
    }
    draft.company(company);
  }

  /**
   * Reads a typed list of ships and shows it back; keeps nothing.
   *
   * @throws InvalidException with one sentence for {@code ships}, or one for each wrong line
   */
  public ShipCheck look(long id, String typed) {
    if (applications.find(id).isEmpty()) {
      throw gone();
    }
    ShipLines read = read(typed);
    Map<String, String> known =
        links.knownShips(read.ships().stream().map(ApplicationShip::imo).toList());
    return new ShipCheck(
        read.ships().stream()
            .map(ship -> new ShipCheck.Shown(named(ship, known), known.get(ship.imo())))
            .toList(),
        read.again().stream()
            .map(line -> "Line " + line.number() + ": " + line.problem() + ". It is left out.")
            .toList());
  }

  /**
   * Keeps the ships in the place of those before.
   *
   * @param typed the same text that was shown back
   * @throws InvalidException as {@link #look}
   * @throws ConflictException when the application was sent already
   */
  public void ships(long id, String typed) {
    draft(id);
    List<ApplicationShip> ships = read(typed).ships();
    Map<String, String> known = links.knownShips(ships.stream().map(ApplicationShip::imo).toList());
    applications.ships(id, ships.stream().map(ship -> named(ship, known)).toList());
  }

  /** A ship without a name gets the one that is known. */
  private static ApplicationShip named(ApplicationShip ship, Map<String, String> known) {
    return ship.name().isEmpty() && known.containsKey(ship.imo())
        ? new ApplicationShip(ship.imo(), known.get(ship.imo()), ship.type(), ship.flag())
        : ship;
  }

  private static ShipLines read(String typed) {
    if (ShipLines.tooMany(typed)) {
      throw new InvalidException(
          "ships",
          "That is more than 2,000 lines. Send the first 2,000 and tell us about the others later");
    }
    ShipLines read = ShipLines.read(typed);
    List<ShipLines.Line> wrong = read.wrong();
    if (!wrong.isEmpty()) {
      List<String> told = new ArrayList<>();
      wrong.stream()
          .limit(MOST_TOLD)
          .forEach(line -> told.add("Line " + line.number() + ": " + line.problem()));
      if (wrong.size() > MOST_TOLD) {
        told.add("and " + (wrong.size() - MOST_TOLD) + " lines more");
      }
      throw new InvalidException("ships", String.join(". ", told));
    }
    if (read.ships().isEmpty()) {
      throw new InvalidException("ships", "Enter the ships that you answer for, one on each line");
    }
    return read;
  }

  /**
   * Takes the addresses of up to two members who know the person; none is taken as none. No answer
   * tells whether an address is a member's.
   *
   * @throws InvalidException with a sentence for {@code first} or {@code second}
   * @throws ConflictException when the application was sent already
   */
  public void vouchers(long id, String first, String second) {
    Application draft = draft(id);
    List<String> emails = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    Map<String, String> wrong = new LinkedHashMap<>();
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("first", first);
    typed.put("second", second);
    typed.forEach(
        (field, text) -> {
          if (text == null || text.isBlank()) {
            return;
          }
          try {
            String email = JoinService.email(field, text);
            String key = email.toLowerCase(Locale.ROOT);
            if (key.equals(draft.emailKey())) {
              wrong.put(field, "That is your own address. Name somebody else, or leave it empty");
            } else if (keys.contains(key)) {
              wrong.put(field, "You have named this person already");
            } else {
              emails.add(email);
              keys.add(key);
            }
          } catch (InvalidException refused) {
            wrong.putAll(refused.fields());
          }
        });
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    links.vouchers(id, emails, keys);
  }

  /**
   * Takes that the rules, in the versions shown, are accepted.
   *
   * @throws InvalidException with a sentence for {@code code} or {@code privacy}
   * @throws ConflictException when the application was sent already
   */
  public void accept(long id, boolean code, boolean privacy) {
    Application draft = draft(id);
    Map<String, String> wrong = new LinkedHashMap<>();
    if (!code) {
      wrong.put("code", "Say that you keep the code of conduct");
    }
    if (!privacy) {
      wrong.put("privacy", "Say that you have read the privacy notice");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    draft.accepted(JoinRules.CODE_VERSION, JoinRules.PRIVACY_VERSION, clock.instant());
  }

  private Application draft(long id) {
    Application application = applications.lock(id).orElseThrow(ApplicationDraftService::gone);
    if (!application.course().open()) {
      throw new ConflictException("This application was sent already, so it cannot be changed.");
    }
    return application;
  }

  static NotFoundException gone() {
    return new NotFoundException("There is no such application");
  }
}
