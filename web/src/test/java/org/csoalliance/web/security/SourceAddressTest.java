package org.csoalliance.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "[2001:db8:1:2::1%eth0], 2001:db8:1:2::/64",
    "::ffff:192.0.2.7, 192.0.2.7",
    "evil.example, unknown",
    "'', unknown"
  })
  void keepsTheNetwork(String literal, String network) {
    assertEquals(network, SourceAddress.network(literal));
  }
}
