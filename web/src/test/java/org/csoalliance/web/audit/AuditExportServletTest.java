package org.csoalliance.web.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.csoalliance.platform.audit.AuditEntry;
import org.junit.jupiter.api.Test;

class AuditExportServletTest {
  private final AuditEntry entry =
      new AuditEntry(
          7,
          Instant.parse("2026-11-22T12:00:00Z"),
          null,
          "=HYPERLINK(\"x\")",
          "SYSTEM",
          "role.granted",
          "account",
          "A, B",
          "line\nbreak");

  @Test
  void aCellIsNoFormulaAndNoSecondCell() {
    assertEquals(
        "7,2026-11-22T12:00:00Z,,\"'=HYPERLINK(\"\"x\"\")\",SYSTEM,role.granted,account,"
            + "\"A, B\",\"line\nbreak\"\r\n",
        AuditExportServlet.csv(entry));
  }

  @Test
  void anEntryIsOneLineOfJson() {
    assertEquals(
        "{\"number\":7,\"at\":\"2026-11-22T12:00:00Z\",\"actor_name\":\"=HYPERLINK(\\\"x\\\")\","
            + "\"actor_role\":\"SYSTEM\",\"action\":\"role.granted\",\"object_type\":\"account\","
            + "\"object_ref\":\"A, B\",\"detail\":\"line\\nbreak\"}\n",
        AuditExportServlet.json(entry));
  }
}
