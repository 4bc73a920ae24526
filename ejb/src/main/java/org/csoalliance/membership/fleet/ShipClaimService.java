package org.csoalliance.membership.fleet;

import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.standing.OtherCompany;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * Ships that two companies say are theirs. Whoever has the ship can let it go at once; else a
 * vetting officer of neither company decides. Both sides are mailed at each step.
 */
@Stateless
@RolesAllowed(MEMBER)
public class ShipClaimService {
  @Inject private ClaimRepository claims;
  @Inject private FleetRepository fleet;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public ShipClaimService() {}

  ShipClaimService(
      ClaimRepository claims,
      FleetRepository fleet,
      Outbox outbox,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.claims = claims;
    this.fleet = fleet;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Open claims that the caller's company made, or that are made on its ships. */
  public List<ShipClaim> mine() {
    return claims.of(company());
  }

  /**
   * Claims a ship for the caller's company.
   *
   * @param evidence what it rests on, 10 to 2,000 characters
   * @throws InvalidException field {@code evidence}
   * @throws NotFoundException when no other company has such a ship
   * @throws ConflictException when the company claims it already
   */
  public void claim(String imo, String evidence) {
    String words = evidence == null ? "" : evidence.strip();
    if (words.length() < 10 || words.length() > 2000) {
      throw new InvalidException(
          "evidence", "Say in 10 to 2,000 characters what shows that the ship is yours.");
    }
    long company = company();
    KnownShip ship =
        ImoNumber.ship(imo)
            .flatMap(number -> fleet.find(company, number.digits()))
            .filter(KnownShip::contested)
            .orElseThrow(() -> new NotFoundException("No other company has this ship."));
    Reader reader = caller.reader();
    if (!claims.add(ship.imo(), company, reader, words, clock.instant())) {
      throw new ConflictException("Your company claims this ship already.");
    }
    ShipClaim claim =
        claims.of(company).stream()
            .filter(made -> made.imo().equals(ship.imo()) && made.companyId() == company)
            .findFirst()
            .orElseThrow();
    tell(
        claim,
        claim.companyName() + " claims " + title(claim),
        "Reason given: "
            + PlainText.line(words, 2000)
            + "\n\nWho has the ship in the fleet can let it go on the page of the fleet. Else a"
            + " vetting officer decides.");
    audit.record(reader, "claim.made", "ship", "IMO " + ship.imo(), claim.companyName());
  }

  /**
   * The company that has the ship lets it go to the company that claims it.
   *
   * @throws NotFoundException when there is no such claim on the own fleet
   */
  public void letGo(long id) {
    ShipClaim claim =
        claims
            .locked(id)
            .filter(open -> open.holderId() != null && open.holderId() == company())
            .orElseThrow(ShipClaimService::unknown);
    accept(claim, "The company let the ship go.");
    audit.record(
        caller.reader(), "claim.let_go", "ship", "IMO " + claim.imo(), claim.companyName());
  }

  /**
   * The company that claims takes it back.
   *
   * @throws NotFoundException when there is no such claim of the own company
   */
  public void withdraw(long id) {
    ShipClaim claim =
        claims
            .locked(id)
            .filter(open -> open.companyId() == company())
            .orElseThrow(ShipClaimService::unknown);
    claims.settle(id, "WITHDRAWN", caller.reader(), "", clock.instant());
    tell(claim, claim.companyName() + " no longer claims " + title(claim), "Nothing changes.");
    audit.record(
        caller.reader(), "claim.withdrawn", "ship", "IMO " + claim.imo(), claim.companyName());
  }

  /** All open claims, for the officers who settle them. */
  @RolesAllowed(VETTING_OFFICER)
  public List<ShipClaim> open() {
    return claims.open();
  }

  /**
   * An officer settles a claim.
   *
   * @param accepted whether the ship goes to the company that claims it
   * @param reason 5 to 1,000 characters, which both sides read
   * @throws InvalidException field {@code reason}
   * @throws ConflictException when it was settled before
   * @throws RefusedException when the officer serves one of the two companies
   */
  @RolesAllowed(VETTING_OFFICER)
  public void settle(long id, boolean accepted, String reason) {
    String words = reason == null ? "" : reason.strip();
    if (words.length() < 5 || words.length() > 1000) {
      throw new InvalidException("reason", "Say why in 5 to 1,000 characters.");
    }
    ShipClaim claim =
        claims
            .locked(id)
            .orElseThrow(() -> new ConflictException("This claim was settled before."));
    OtherCompany.require(caller.reader(), claim.byId(), claim.companyId(), claim.holderId());
    if (accepted) {
      accept(claim, words);
    } else {
      claims.settle(id, "REFUSED", caller.reader(), words, clock.instant());
      tell(
          claim,
          title(claim) + " stays where it is",
          "A vetting officer refused the claim of "
              + claim.companyName()
              + ". Reason: "
              + PlainText.line(words, 1000));
    }
    audit.record(
        caller.reader(),
        accepted ? "claim.accepted" : "claim.refused",
        "ship",
        "IMO " + claim.imo(),
        claim.companyName());
  }

  private void accept(ShipClaim claim, String reason) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    claims.settle(claim.id(), "ACCEPTED", caller.reader(), reason, clock.instant());
    fleet.move(claim.imo(), claim.companyId(), today);
    claims
        .service(claim.byId(), claim.companyId())
        .ifPresent(service -> fleet.answer(service, List.of(claim.imo()), today));
    tell(
        claim,
        title(claim) + " goes to " + claim.companyName(),
        "Whoever answered for it at "
            + (claim.holderName().isEmpty() ? "its former company" : claim.holderName())
            + " no longer does. Reason: "
            + PlainText.line(reason, 1000));
  }

  private void tell(ShipClaim claim, String subject, String body) {
    List<OutgoingMail> mails = new ArrayList<>();
    for (Long company : new Long[] {claim.companyId(), claim.holderId()}) {
      if (company != null) {
        claims
            .officers(company)
            .forEach(
                to ->
                    mails.add(
                        new OutgoingMail(
                            to.email(),
                            to.accountId(),
                            "MEMBERSHIP",
                            claim.imo(),
                            "[CSO Alliance] " + subject,
                            subject + ".\n\n" + body + "\n")));
      }
    }
    outbox.queue(mails);
  }

  private static String title(ShipClaim claim) {
    return PlainText.line(claim.shipName(), 100) + " (IMO " + claim.imo() + ")";
  }

  private long company() {
    Long company = caller.reader().companyId();
    if (company == null) {
      throw unknown();
    }
    return company;
  }

  private static NotFoundException unknown() {
    return new NotFoundException("There is no such claim.");
  }
}
