package org.csoalliance.event.door;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Anybody asks whether a ticket or a certificate is ours. Whatever the code is, the same statements
 * run and one signature is looked at, so that the time of an answer tells nothing.
 */
@Stateless
@PermitAll
public class VerifyService {
  private static final TicketToken.Read NOTHING =
      new TicketToken.Read(
          new TicketToken(0, new UUID(0, 0), 0),
          new byte[TicketToken.PAYLOAD_BYTES],
          new byte[TicketToken.SIGNATURE_BYTES]);

  /** The base point of the curve: a key of nobody, for the work that is done in any case. */
  private static final byte[] NOBODY = nobody();

  @Inject private TicketRepository tickets;
  @Inject private CertificateRepository certificates;
  @Inject private TicketKeyRepository keys;

  /** Made by the container. */
  public VerifyService() {}

  /** For tests. */
  public VerifyService(
      TicketRepository tickets, CertificateRepository certificates, TicketKeyRepository keys) {
    this.tickets = tickets;
    this.certificates = certificates;
    this.keys = keys;
  }

  /**
   * What the code is.
   *
   * @param code from the address: a certificate's, a ticket's picture, or its typed code
   */
  public Verdict verify(String code) {
    Optional<TicketToken.Read> token = TicketToken.read(code);
    TicketToken.Read read = token.orElse(NOTHING);
    byte[] key =
        keys.find(read.token().keyId()).map(TicketKeyRepository.Row::publicKey).orElse(NOBODY);
    boolean signed = TicketKeys.verifies(key, read.payload(), read.signature());
    String typed = token.isPresent() ? "" : TicketToken.typed(code);
    Optional<TicketRepository.Known> ticket = tickets.known(read.token().ticket(), typed);
    Optional<Certificate> certificate = certificates.byCode(certificateCode(code));
    if (certificate.isPresent()) {
      return certificate(certificate.get());
    }
    return ticket
        .filter(
            known -> token.isEmpty() || (signed && known.generation() == read.token().generation()))
        .filter(known -> known.seat() && !known.calledOff())
        .map(VerifyService::ticket)
        .orElse(Verdict.NONE);
  }

  private static String certificateCode(String code) {
    String plain = code == null ? "" : code.strip().toUpperCase(Locale.ROOT).replace("-", "");
    return plain.length() == 12 ? plain : "";
  }

  private static Verdict certificate(Certificate one) {
    return new Verdict(
        Verdict.Kind.CERTIFICATE,
        one.valid(),
        one.initials(),
        one.title(),
        one.startsOn(),
        one.endsOn(),
        one.number(),
        one.hours().stripTrailingZeros().toPlainString(),
        one.withdrawnAt());
  }

  private static Verdict ticket(TicketRepository.Known known) {
    ZoneId zone = ZoneId.of(known.zone());
    return new Verdict(
        Verdict.Kind.TICKET,
        true,
        Initials.of(known.name()),
        known.title(),
        known.startsAt().atZone(zone).toLocalDate(),
        known.endsAt().minusNanos(1).atZone(zone).toLocalDate(),
        null,
        null,
        null);
  }

  private static byte[] nobody() {
    byte[] point = new byte[32];
    java.util.Arrays.fill(point, (byte) 0x66);
    point[0] = 0x58;
    return point;
  }
}
