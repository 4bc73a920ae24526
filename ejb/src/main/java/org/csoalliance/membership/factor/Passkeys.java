package org.csoalliance.membership.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Checks what authenticators answer, by WebAuthn level 2. The user must have been verified by the
 * device, so that a passkey is two factors in one. The make of a device is not asked for.
 */
@ApplicationScoped
public class Passkeys {
  private static final int LONGEST = 20_000;
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.RS256));

  private final ObjectConverter converter = new ObjectConverter();
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);
  private final WebAuthnManager webAuthn =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);

  /** A passkey that was made just now. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Registered(byte[] credentialId, byte[] credential, long signCount) {}

  /** An answer of which nothing is checked yet but its form. */
  public record Claim(AuthenticationData data) {
    /** Which passkey it names. */
    byte[] credentialId() {
      return data.getCredentialId();
    }
  }

  /** A new passkey, if the answer belongs to the ceremony and the device verified its user. */
  public Optional<Registered> registered(String answer, PasskeyCeremony ceremony) {
    if (tooLong(answer)) {
      return Optional.empty();
    }
    try {
      RegistrationData data =
          webAuthn.verifyRegistrationResponseJSON(
              answer, new RegistrationParameters(server(ceremony), ALGORITHMS, true, true));
      var authenticator = data.getAttestationObject().getAuthenticatorData();
      var credential = authenticator.getAttestedCredentialData();
      return Optional.of(
          new Registered(
              credential.getCredentialId(),
              credentials.convert(credential),
              authenticator.getSignCount()));
    } catch (WebAuthnException | IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  /** Reads an answer. */
  public Optional<Claim> claim(String answer) {
    if (tooLong(answer)) {
      return Optional.empty();
    }
    try {
      return Optional.of(webAuthn.parseAuthenticationResponseJSON(answer))
          .filter(data -> data.getCredentialId() != null)
          .map(Claim::new);
    } catch (WebAuthnException | IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  /**
   * Checks an answer against the passkey that it names.
   *
   * @return the new sign count, empty when it is refused
   */
  public Optional<Long> proved(
      Claim claim, PasskeyCeremony ceremony, PasskeyRepository.Stored stored) {
    byte[] handle = claim.data().getUserHandle();
    if (handle != null && !java.util.Arrays.equals(handle, stored.userHandle())) {
      return Optional.empty();
    }
    try {
      CredentialRecordImpl record =
          new CredentialRecordImpl(
              new NoneAttestationStatement(),
              null,
              null,
              null,
              stored.signCount(),
              credentials.convert(stored.credential()),
              null,
              null,
              null,
              null);
      AuthenticationData data =
          webAuthn.verify(
              claim.data(),
              new AuthenticationParameters(server(ceremony), record, null, true, true));
      return Optional.of(data.getAuthenticatorData().getSignCount());
    } catch (WebAuthnException | IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private static ServerProperty server(PasskeyCeremony ceremony) {
    return new ServerProperty(
        new Origin(ceremony.origin()), ceremony.rpId(), new DefaultChallenge(ceremony.challenge()));
  }

  private static boolean tooLong(String answer) {
    return answer == null || answer.length() > LONGEST;
  }

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
