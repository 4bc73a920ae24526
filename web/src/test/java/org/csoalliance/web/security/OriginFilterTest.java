package org.csoalliance.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginFilterTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "http://ours.example:8080, -, -, false",
        "https://OURS.example:8080, -, -, false",
        "http://ours.example, -, -, true",
        "http://evil.example, same-origin, -, true",
        "http://ours.example:8080.evil.example, -, -, true",
        "null, same-origin, -, false",
        "null, cross-site, -, true",
        "null, -, -, true",
        "-, same-origin, -, false",
        "-, none, -, false",
        "-, same-site, -, true",
        "-, cross-site, http://ours.example:8080/, true",
        "-, -, http://ours.example:8080/me, false",
        "-, -, http://evil.example/, true",
        "-, -, not an address, true",
        "-, -, -, false"
      })
  void refusesWhatAnotherSiteSends(String origin, String site, String referer, boolean foreign) {
    assertEquals(
        foreign, OriginFilter.isForeign(origin, site, referer, Set.of("ours.example:8080")));
  }
}
