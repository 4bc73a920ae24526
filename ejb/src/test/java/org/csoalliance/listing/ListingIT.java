package org.csoalliance.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.FakeClamd;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory: who sees what, in which order, and what is refused. */
class ListingIT {
  @RegisterExtension static final Database database = new Database();

  private static final Instant NOW = MadeMembers.NOW;
  private static final Reader EDITOR = new Reader(1L, "E", null, Set.of(Role.EDITOR));
  private static final Reader MEMBER = new Reader(2L, "M", 10L, Set.of(Role.MEMBER));
  private static final Reader PARTNER =
      new Reader(3L, "P", null, Set.of(Role.PARTNER), false, Set.of(), Agreement.GREEN);
  private static final Reader STRANGER = new Reader(4L, "S", null, Set.of(Role.PARTNER));

  @BeforeEach
  void none() {
    database.sql("truncate listing");
  }

  private static NewListing made(String name, String audience) {
    return NewListing.typed(
        "SUPPLIER", name, "Does things.", "https://x.example/a?b=c", List.of("CYBER"), audience);
  }

  private static <T> T desk(Function<ListingDeskService, T> work) {
    return desk(FakeClamd.none(), work);
  }

  private static <T> T desk(MalwareScanner scanner, Function<ListingDeskService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new ListingDeskService(
                    new ListingRepository(em),
                    scanner,
                    MadeMembers.audit(em),
                    MadeMembers.caller(EDITOR),
                    MadeMembers.CLOCK)));
  }

  private static List<String> names(Reader reader, Instant at) {
    return database.inTransaction(
        em ->
            new ListingService(
                    new ListingRepository(em),
                    MadeMembers.caller(reader),
                    Clock.fixed(at, ZoneOffset.UTC))
                .list(null, null, "").stream().map(Listing::name).toList());
  }

  @Test
  void membersSeeMoreThanVisitorsAndNobodySeesWhatWasTakenOut() {
    desk(service -> service.add(made("Open", "PUBLIC"), null));
    long inner = desk(service -> service.add(made("Inner", "MEMBERS"), png()));
    assertEquals(List.of("Open"), names(Reader.VISITOR, NOW));
    assertEquals(List.of("Open"), names(STRANGER, NOW));
    assertEquals(2, names(MEMBER, NOW).size());
    assertEquals(2, names(PARTNER, NOW).size());
    for (Reader other : List.of(Reader.VISITOR, STRANGER)) {
      assertThrows(NotFoundException.class, () -> logo(other, "inner"));
    }
    assertEquals((byte) 0xFF, logo(MEMBER, "inner")[0], "a JPEG, painted anew");
    desk(
        service -> {
          service.withdraw(inner, true);
          return null;
        });
    assertEquals(List.of("Open"), names(MEMBER, NOW));
    assertThrows(NotFoundException.class, () -> logo(MEMBER, "inner"));
    assertEquals(2, desk(ListingDeskService::all).size());
    assertEquals(
        1L, database.value("select count(*) from audit_entry where action = 'listing.withdrawn'"));
  }

  @Test
  void whatAScannerRefusesOrCannotLookAtIsNotKept() {
    NewListing entry = made("Scanned", "PUBLIC");
    try (FakeClamd clamd = new FakeClamd()) {
      clamd.answer("stream: Win.Test-1 FOUND");
      InvalidException refused =
          assertThrows(
              InvalidException.class, () -> desk(clamd.scanner(), s -> s.add(entry, png())));
      assertTrue(refused.fields().get("logo").contains("malware"), refused.getMessage());
      clamd.answer("stream: OK");
      desk(clamd.scanner(), s -> s.add(entry, png()));
      clamd.answer("INSTREAM size limit exceeded. ERROR");
      assertThrows(
          ConflictException.class,
          () -> desk(clamd.scanner(), s -> s.add(made("Silent", "PUBLIC"), png())));
    }
    assertEquals(List.of("Scanned"), names(Reader.VISITOR, NOW));
  }

  private static byte[] logo(Reader reader, String slug) {
    return database.inTransaction(
        em ->
            new ListingService(
                    new ListingRepository(em), MadeMembers.caller(reader), MadeMembers.CLOCK)
                .logo(slug));
  }

  /** A year of days: each of five stands first about as often, and the day alone decides. */
  @Test
  void everybodyStandsFirstAsOftenAsEverybodyElse() {
    for (String name : List.of("Alpha", "Bravo", "Charlie", "Delta", "Zulu")) {
      desk(service -> service.add(made(name, "PUBLIC"), null));
    }
    assertEquals(names(MEMBER, NOW), names(Reader.VISITOR, NOW.plusSeconds(3600)), "one day");
    Map<String, Integer> first = new HashMap<>();
    for (int day = 0; day < 365; day++) {
      first.merge(names(MEMBER, NOW.plus(Duration.ofDays(day))).get(0), 1, Integer::sum);
    }
    first.forEach(
        (name, days) -> assertTrue(days > 45 && days < 101, name + " first on " + days + " days"));
    assertEquals(5, first.size());
  }

  @Test
  void slugsNeverCollideNorHide() {
    desk(service -> service.add(made("Bulwark", "PUBLIC"), null));
    desk(service -> service.add(made("Bulwark", "PUBLIC"), null));
    desk(service -> service.add(made("../../etc/passwd", "PUBLIC"), null));
    desk(service -> service.add(made("Вulwаrk", "PUBLIC"), null)); // letters of Cyrillic
    desk(service -> service.add(made("船", "PUBLIC"), null));
    assertEquals(
        List.of("bulwark", "bulwark-2", "entry", "etc-passwd", "ulw-rk"),
        desk(ListingDeskService::all).stream().map(Listing::slug).sorted().toList());
  }

  @Test
  void ofTwoBrowsersOneIsTold() {
    long id = desk(service -> service.add(made("Open", "PUBLIC"), null));
    desk(
        service -> {
          service.change(id, 0, made("Newer", "PUBLIC"), null);
          return null;
        });
    assertThrows(
        ConflictException.class,
        () ->
            desk(
                service -> {
                  service.change(id, 0, made("Older", "PUBLIC"), null);
                  return null;
                }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "https://",
        "https://x",
        "https://user@x.example",
        "https://x.example/\"onmouseover=",
        "https://x.example/ y",
        "//x.example",
        "ftp://x.example",
        "https://x.example/\u202etxt"
      })
  void aLinkThatIsNoneIsRefused(String link) {
    InvalidException refused =
        assertThrows(
            InvalidException.class,
            () -> NewListing.typed("PARTNER", "N", "L", link, List.of("NAVY"), "PUBLIC"));
    assertEquals(Set.of("link"), refused.fields().keySet());
  }

  @Test
  void everythingWrongIsToldAtOnceAndTenMegabytesToo() {
    String huge = "x".repeat(10 * 1024 * 1024);
    assertEquals(
        6,
        assertThrows(
                InvalidException.class,
                () -> NewListing.typed(huge, huge, huge, huge, List.of(huge), huge))
            .fields()
            .size());
  }

  @Test
  void svgAndWhatIsNoPictureAreRefused() {
    for (String content :
        List.of(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
            "%PDF-1.7",
            "GIF89a")) {
      InvalidException refused =
          assertThrows(
              InvalidException.class,
              () ->
                  desk(
                      service ->
                          service.add(
                              made("X", "PUBLIC"), content.getBytes(StandardCharsets.UTF_8))));
      assertEquals(Set.of("logo"), refused.fields().keySet());
    }
    assertEquals(0L, database.value("select count(*) from listing"), "nothing half-saved");
  }

  private static byte[] png() {
    try {
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      javax.imageio.ImageIO.write(
          new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB),
          "png",
          out);
      return out.toByteArray();
    } catch (java.io.IOException memory) {
      throw new java.io.UncheckedIOException(memory);
    }
  }
}
