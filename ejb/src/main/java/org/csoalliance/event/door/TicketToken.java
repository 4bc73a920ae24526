package org.csoalliance.event.door;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands in the picture on a ticket: the number of a key, a number drawn at random, its
 * generation, and a signature over these three (Ed25519, RFC 8032). There is nothing of a person in
 * it. Written in capitals and digits, so that the picture stays coarse and a weak camera reads it.
 *
 * @param keyId whose signature it is, 1 to 255
 * @param ticket the number of the ticket
 * @param generation 0 to 65,535; a later one of the same number ends the earlier ones
 */
record TicketToken(int keyId, UUID ticket, int generation) {
  /** The first byte: tells this form from later ones. */
  static final int FORM = 1;

  static final int PAYLOAD_BYTES = 20;
  static final int SIGNATURE_BYTES = 64;

  /** Letters and digits of a token in text. */
  static final int LETTERS = (PAYLOAD_BYTES + SIGNATURE_BYTES) * 8 / 5 + 1;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  /** A token as it came: what it says, and the signature that nobody has looked at yet. */
  record Read(TicketToken token, byte[] payload, byte[] signature) {}

  /** The bytes that are signed. */
  byte[] payload() {
    return ByteBuffer.allocate(PAYLOAD_BYTES)
        .put((byte) FORM)
        .put((byte) keyId)
        .putLong(ticket.getMostSignificantBits())
        .putLong(ticket.getLeastSignificantBits())
        .putShort((short) generation)
        .array();
  }

  /** The text for the picture. */
  static String text(byte[] payload, byte[] signature) {
    byte[] all = Arrays.copyOf(payload, payload.length + signature.length);
    System.arraycopy(signature, 0, all, payload.length, signature.length);
    StringBuilder text = new StringBuilder(LETTERS);
    int bits = 0;
    int held = 0;
    for (byte one : all) {
      held = held << 8 | one & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt(held >> bits & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt(held << 5 - bits & 31));
    }
    return text.toString();
  }

  /** Reads a text of the form of a token; empty when it is none. Takes null. */
  static Optional<Read> read(String given) {
    String text = given == null ? "" : given.strip().toUpperCase(Locale.ROOT);
    if (text.length() != LETTERS) {
      return Optional.empty();
    }
    ByteBuffer all = ByteBuffer.allocate(PAYLOAD_BYTES + SIGNATURE_BYTES);
    int bits = 0;
    int held = 0;
    for (char letter : text.toCharArray()) {
      int five = ALPHABET.indexOf(letter);
      if (five < 0) {
        return Optional.empty();
      }
      held = held << 5 | five;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        all.put((byte) (held >> bits));
        held &= (1 << bits) - 1;
      }
    }
    if (held != 0) {
      return Optional.empty(); // a second spelling of the same token
    }
    all.flip();
    byte[] payload = new byte[PAYLOAD_BYTES];
    byte[] signature = new byte[SIGNATURE_BYTES];
    all.get(payload).get(signature);
    ByteBuffer said = ByteBuffer.wrap(payload);
    if (said.get() != FORM) {
      return Optional.empty();
    }
    TicketToken token =
        new TicketToken(
            said.get() & 0xff, new UUID(said.getLong(), said.getLong()), said.getShort() & 0xffff);
    return Optional.of(new Read(token, payload, signature));
  }

  /**
   * A code that was typed: blanks and hyphens go, letters that look like digits become them.
   *
   * @return ten letters and digits, or what was typed where it cannot be one
   */
  static String typed(String given) {
    String text = given == null ? "" : given.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return text.length() == 10
        ? text.replace('O', '0').replace('I', '1').replace('L', '1').replace('U', 'V')
        : text;
  }

  /** A code as people read it, such as {@code 7K3Q9-MZ24T}. */
  static String shown(String code) {
    return code.length() == 10 ? code.substring(0, 5) + "-" + code.substring(5) : code;
  }
}
