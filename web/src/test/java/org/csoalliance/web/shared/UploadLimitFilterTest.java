package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UploadLimitFilterTest {
  @Test
  void theWayBackKeepsTheLinkOfAGuest() {
    assertEquals("?large=1", UploadLimitFilter.large(null));
    assertEquals("?large=1", UploadLimitFilter.large(""));
    assertEquals("?t=ab.cd&large=1", UploadLimitFilter.large("t=ab.cd"));
    assertEquals("?t=ab.cd&large=1", UploadLimitFilter.large("t=ab.cd&large=1"));
    assertEquals("?xlarge=1&large=1", UploadLimitFilter.large("xlarge=1"));
  }
}
