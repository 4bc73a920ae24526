package org.csoalliance.web.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ImportBeanTest {

  @Test
  void aCellOfTheDownloadIsNeverAFormula() {
    assertEquals(
        "\"The date “x” is \"\"wrong\"\".\"", ImportBean.quoted("The date “x” is \"wrong\"."));
    assertEquals("\"'=HYPERLINK(1)\"", ImportBean.quoted("=HYPERLINK(1)"));
    assertEquals("\"'@x\"", ImportBean.quoted("@x"));
    assertEquals("\"\"", ImportBean.quoted(""));
  }
}
