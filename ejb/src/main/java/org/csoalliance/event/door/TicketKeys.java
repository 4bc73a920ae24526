package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.csoalliance.platform.file.SealedFiles;

/**
 * Signs tickets and looks at signatures (Ed25519, by Java's own provider). The first ticket makes
 * the first key; after a year the next ticket makes another, and tickets of the old one go on
 * counting. The private half lies among the sealed files, so that a backup of the database signs
 * nothing; where the deployment has no key to seal with, it lies in the row.
 */
@Dependent
public class TicketKeys {
  private static final Duration LIFE = Duration.ofDays(365);
  private static final int RAW_BYTES = 32;

  /** What precedes the 32 bytes of a public key in its X.509 form (RFC 8410, 4). */
  private static final byte[] X509 = {0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0};

  /** To open a private key takes a read of the sealed files; it is done once for each key. */
  private static final ConcurrentHashMap<UUID, byte[]> OPENED = new ConcurrentHashMap<>();

  private TicketKeyRepository keys;
  private SealedFiles sealed;
  private Clock clock;

  /** For CDI. */
  protected TicketKeys() {}

  /** Keeps the keys in the given repository. */
  @Inject
  public TicketKeys(TicketKeyRepository keys, SealedFiles sealed, Clock clock) {
    this.keys = keys;
    this.sealed = sealed;
    this.clock = clock;
  }

  /** Signs several tickets; the caller is in a transaction. */
  List<String> sign(List<TicketToken> unsigned) {
    if (unsigned.isEmpty()) {
      return List.of();
    }
    TicketKeyRepository.Row key = current();
    try {
      PrivateKey secret =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret(key)));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      java.util.ArrayList<String> texts = new java.util.ArrayList<>(unsigned.size());
      for (TicketToken each : unsigned) {
        byte[] payload = new TicketToken(key.id(), each.ticket(), each.generation()).payload();
        signature.update(payload);
        texts.add(TicketToken.text(payload, signature.sign()));
      }
      return texts;
    } catch (GeneralSecurityException every) {
      throw new IllegalStateException(every); // every Java since 15 has it
    }
  }

  /** Signs one. */
  String sign(UUID ticket, int generation) {
    return sign(List.of(new TicketToken(0, ticket, generation))).get(0);
  }

  /** Whether one of our keys that still counts made the signature. */
  boolean ours(TicketToken.Read read) {
    Optional<TicketKeyRepository.Row> key = keys.find(read.token().keyId());
    return key.isPresent() && verifies(key.get().publicKey(), read.payload(), read.signature());
  }

  /** Whether the key made the signature. */
  static boolean verifies(byte[] raw, byte[] payload, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(X509, X509.length + RAW_BYTES);
      System.arraycopy(raw, 0, encoded, X509.length, RAW_BYTES);
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(payload);
      return check.verify(signature);
    } catch (GeneralSecurityException broken) {
      return false; // such as a point that lies on no curve
    }
  }

  /** The public keys whose tickets count, for devices that check without a network. */
  List<DoorList.Key> published() {
    return keys.all().stream().map(key -> new DoorList.Key(key.id(), key.publicKey())).toList();
  }

  /** The secret of this deployment for the door. */
  byte[] secret() {
    return keys.secret();
  }

  /** Signs and reads the links to ticket pages. */
  org.csoalliance.platform.security.SignedLink links() {
    return keys.links();
  }

  private TicketKeyRepository.Row current() {
    Optional<TicketKeyRepository.Row> newest = usable();
    if (newest.isPresent()) {
      return newest.get();
    }
    keys.lock();
    return usable().orElseGet(this::make); // another node may have made it while we waited
  }

  private Optional<TicketKeyRepository.Row> usable() {
    Instant oldest = clock.instant().minus(LIFE);
    return keys.all().stream()
        .findFirst()
        .filter(key -> key.madeAt().isAfter(oldest))
        .filter(key -> key.privateKey() != null || opens(key));
  }

  private boolean opens(TicketKeyRepository.Row key) {
    try {
      secret(key);
      return true;
    } catch (IllegalStateException otherSeal) {
      return false; // the deployment has another seal now: tickets go on under a new key
    }
  }

  private byte[] secret(TicketKeyRepository.Row key) {
    return key.privateKey() == null
        ? OPENED.computeIfAbsent(key.sealedId(), sealed::open)
        : key.privateKey();
  }

  private TicketKeyRepository.Row make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] secret = pair.getPrivate().getEncoded();
      UUID at = sealed.ready() ? sealed.seal("TICKET_KEY", secret) : null;
      TicketKeyRepository.Row key =
          new TicketKeyRepository.Row(
              keys.next(),
              Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length),
              at,
              at == null ? secret : null,
              clock.instant());
      keys.add(key);
      return key;
    } catch (GeneralSecurityException every) {
      throw new IllegalStateException(every); // every Java since 15 has it
    }
  }
}
