package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void aFormThatNoServerWouldReadIsTold() {
    String form = "application/x-www-form-urlencoded; charset=UTF-8";
    assertTrue(UploadLimitFilter.endless(form, 10_000_000));
    assertTrue(UploadLimitFilter.endless("Application/X-WWW-Form-Urlencoded", 2_097_153));
    assertFalse(UploadLimitFilter.endless(form, 2_097_152));
    assertFalse(UploadLimitFilter.endless(form, -1));
    assertFalse(UploadLimitFilter.endless("multipart/form-data; boundary=x", 10_000_000));
    assertFalse(UploadLimitFilter.endless("application/json", 10_000_000));
    assertFalse(UploadLimitFilter.endless(null, 10_000_000));
  }

  @Test
  void noAddressTakesAFileThatItHasNoUseFor() {
    String file = "multipart/form-data; boundary=x";
    for (String path : new String[] {"/", "/sign-in", "/contact", "/me/profile", "/nothing"}) {
      assertTrue(UploadLimitFilter.unasked(path, file, 200_000_000), path);
      assertTrue(UploadLimitFilter.unasked(path, file, -1), path);
      assertFalse(UploadLimitFilter.unasked(path, file, 4_000_000), path);
    }
    assertFalse(UploadLimitFilter.unasked("/editor/ports", file, 16_000_000));
    assertFalse(UploadLimitFilter.unasked("/api/v1/incidents", file, 200_000_000));
    assertFalse(UploadLimitFilter.unasked("/contact", null, -1));
  }
}
