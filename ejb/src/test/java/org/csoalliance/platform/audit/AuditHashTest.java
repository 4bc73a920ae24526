package org.csoalliance.platform.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditHashTest {
  private static final Instant AT = Instant.parse("2026-11-22T04:15:00.123456Z");

  private static AuditEntry entry(long number, Long actor, String action, String ref, String more) {
    return new AuditEntry(number, AT, actor, "N", "EDITOR", action, "incident", ref, more);
  }

  @Test
  void sameEntrySameHash() {
    AuditEntry entry = entry(1, 7L, "incident.confirmed", "CSOA-2026-00001", "İstanbul 港");
    assertArrayEquals(
        AuditHash.of(AuditHash.START, entry), AuditHash.of(AuditHash.START.clone(), entry));
  }

  /** Kept for good: a change of the encoding would call every old entry broken. */
  @Test
  void encodingStaysAsItIs() {
    assertEquals(
        "199ff9a4aecf9a4442d200a939a42d958e61a659dc3f1ef48a50631508cdbc11",
        HexFormat.of()
            .formatHex(
                AuditHash.of(
                    AuditHash.START,
                    entry(1, 7L, "incident.confirmed", "CSOA-2026-00001", "İstanbul 港"))));
  }

  @Test
  void movingABorderBetweenFieldsChangesTheHash() {
    Set<String> hashes = new HashSet<>();
    List<AuditEntry> all =
        List.of(
            entry(1, 7L, "ab", "c", ""),
            entry(1, 7L, "a", "bc", ""),
            entry(1, 7L, "a", "b", "c"),
            entry(1, 7L, "", "abc", ""),
            entry(1, 7L, "", "", "abc"),
            entry(1, null, "ab", "c", ""),
            entry(2, 7L, "ab", "c", ""));
    all.forEach(e -> hashes.add(HexFormat.of().formatHex(AuditHash.of(AuditHash.START, e))));
    byte[] other = new byte[32];
    other[31] = 1;
    hashes.add(HexFormat.of().formatHex(AuditHash.of(other, all.get(0))));
    assertEquals(all.size() + 1, hashes.size());
  }
}
