package org.csoalliance.web.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.csoalliance.membership.identity.ProvidedIdentity;

/** Reads a person out of a checked token. */
final class ProvidedClaims {
  private static final int MOST_GROUPS = 1000;

  private ProvidedClaims() {}

  /**
   * The person.
   *
   * @param groupsClaim such as {@code groups}, or {@code realm_access.roles} within an object
   * @throws ProviderRefused when the token's claims make no sense
   */
  static ProvidedIdentity identity(IDTokenClaimsSet claims, String groupsClaim)
      throws ProviderRefused {
    try {
      JWTClaimsSet all = claims.toJWTClaimsSet();
      return new ProvidedIdentity(
          claims.getIssuer().getValue(),
          claims.getSubject().getValue(),
          text(all.getClaim("email")),
          isTrue(all.getClaim("email_verified")),
          text(all.getClaim("name")),
          groups(all.getClaims(), groupsClaim));
    } catch (ParseException wrong) {
      throw new ProviderRefused("The provider's token cannot be read", wrong);
    }
  }

  static Set<String> groups(Map<String, Object> claims, String path) {
    Object value = claims.get(path);
    if (value == null) {
      value = claims;
      for (String step : path.split("\\.", -1)) {
        value = value instanceof Map<?, ?> map ? map.get(step) : null;
      }
    }
    Set<String> groups = new HashSet<>();
    if (value instanceof Collection<?> list) {
      list.stream().limit(MOST_GROUPS).map(String::valueOf).forEach(groups::add);
    } else if (value instanceof String one) {
      groups.add(one);
    }
    return groups;
  }

  /** Some providers write the word. */
  private static boolean isTrue(Object value) {
    return Boolean.TRUE.equals(value) || "true".equals(value);
  }

  private static String text(Object value) {
    return value instanceof String text ? text : null;
  }
}
